package fi.kotiovi.backoffice.job;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.quartz.QuartzJobBean;

/**
 * Something that happens again and again. The truth is in rows with a due time, so a tick that fails costs nothing but
 * the moment: it is logged, and the next one goes on.
 */
@DisallowConcurrentExecution
abstract class Ticker extends QuartzJobBean {
    private final Logger log = LoggerFactory.getLogger(getClass());

    abstract void tick();

    @Override
    protected final void executeInternal(JobExecutionContext context) {
        try {
            tick();
        } catch (RuntimeException e) {
            log.error("This tick failed, the next one tries again: {}", String.valueOf(e.getMessage()), e);
        }
    }
}
