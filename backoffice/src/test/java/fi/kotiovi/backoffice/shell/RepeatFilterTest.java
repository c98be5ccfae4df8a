package fi.kotiovi.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {
    private final RepeatFilter filter = new RepeatFilter();
    private final LoggerContext loggers = new LoggerContext();

    @Test
    void what_ticks_complains_once_a_minute() {
        var job = loggers.getLogger("fi.kotiovi.backoffice.job.SendLetters");
        assertThat(decide(job, Level.ERROR)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide(job, Level.ERROR)).isEqualTo(FilterReply.DENY);
        assertThat(decide(loggers.getLogger("org.quartz.core.ErrorLogger"), Level.ERROR))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void everybody_else_may_repeat_themselves() {
        var view = loggers.getLogger("fi.kotiovi.backoffice.shell.BrokenView");
        decide(view, Level.ERROR);
        assertThat(decide(view, Level.ERROR)).isEqualTo(FilterReply.NEUTRAL);
    }

    private FilterReply decide(Logger logger, Level level) {
        return filter.decide(null, logger, level, "It failed: {}", new Object[] {"x"}, null);
    }
}
