package fi.kotiovi.backoffice.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fi.kotiovi.backoffice.shell.OfficeTest;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.annotation.Autowired;

class TickerTest extends OfficeTest {
    @Autowired
    private Scheduler scheduler;

    @Test
    void a_tick_that_fails_does_not_end_the_ticking() {
        var broken = new Ticker() {
            @Override
            void tick() {
                throw new IllegalStateException("the database is away");
            }
        };
        assertThatCode(() -> broken.executeInternal(nothing())).doesNotThrowAnyException();
    }

    @Test
    void J04_few_tickers_stand_in_the_clustered_store() throws SchedulerException {
        assertThat(scheduler.getMetaData().isJobStoreClustered()).isTrue();
        assertThat(JobConfiguration.names()).hasSize(10);
        for (var name : JobConfiguration.names()) {
            Trigger trigger = scheduler.getTrigger(TriggerKey.triggerKey(name));
            assertThat(trigger.getNextFireTime()).as(name).isNotNull();
        }
    }

    @SuppressWarnings("NullAway") // a ticker never looks at its context
    private static JobExecutionContext nothing() {
        return null;
    }
}
