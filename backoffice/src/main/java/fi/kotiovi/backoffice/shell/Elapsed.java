package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Span;
import fi.kotiovi.vocabulary.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * A stopwatch or a countdown, {@code 1.42}. The browser counts, so that nothing travels every second; it counts from the
 * server's clock, whatever the phone believes the time is.
 */
public class Elapsed extends Span {
    private static final long serialVersionUID = 1;
    private static final String COUNT = """
            const away = Date.now() - $0, at = $1, down = $2, point = $3, span = this;
            clearInterval(span.ticking);
            const show = () => {
              if (!span.isConnected) { clearInterval(span.ticking); return; }
              const now = Date.now() - away;
              const seconds = Math.max(0, Math.floor((down ? at - now : now - at) / 1000));
              const two = number => String(number).padStart(2, '0');
              const hours = Math.floor(seconds / 3600), minutes = Math.floor(seconds / 60) % 60;
              span.textContent = (hours ? hours + point + two(minutes) : minutes) + point + two(seconds % 60);
            };
            span.ticking = setInterval(show, 1000);
            show();""";

    private Elapsed(OffsetDateTime moment, Clock clock, boolean down) {
        addClassNames("num");
        getElement().setAttribute("role", "timer");
        var now = clock.instant();
        var point = Languages.current() == Language.EN ? ":" : ".";
        setText(shown(Duration.between(now, moment.toInstant()).abs(), point));
        addAttachListener(attached -> getElement()
                .executeJs(
                        COUNT,
                        (double) clock.millis(),
                        (double) moment.toInstant().toEpochMilli(),
                        down,
                        point));
    }

    public static Elapsed since(OffsetDateTime moment, Clock clock) {
        return new Elapsed(moment, clock, false);
    }

    public static Elapsed until(OffsetDateTime moment, Clock clock) {
        return new Elapsed(moment, clock, true);
    }

    private static String shown(Duration duration, String point) {
        var seconds = point + "%02d".formatted(duration.toSecondsPart());
        return duration.toHours() == 0
                ? duration.toMinutes() + seconds
                : duration.toHours() + point + "%02d".formatted(duration.toMinutesPart()) + seconds;
    }
}
