package fi.kotiovi.portal.line;

import com.vaadin.flow.component.Component;
import fi.kotiovi.domain.line.OfficeLine;
import fi.kotiovi.domain.line.WaitingTime;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How the pages of the line say hours and waiting times. */
final class LineWords {
    private LineWords() {}

    static String waiting(Component page, WaitingTime time) {
        return switch (time) {
            case WaitingTime.Range range ->
                page.getTranslation("line.wait.range", range.fromMinutes(), range.toMinutes());
            case WaitingTime.Soon _ -> page.getTranslation("line.wait.soon");
            case WaitingTime.CannotTell _ -> page.getTranslation("line.wait.unknown");
        };
    }

    static String ahead(Component page, int ahead) {
        return ahead == 0 ? page.getTranslation("line.ahead.none") : page.getTranslation("line.ahead", ahead);
    }

    /** When numbers are given again. */
    static String next(Component page, @Nullable OffsetDateTime opensAt) {
        return opensAt == null
                ? page.getTranslation("line.closed.unknown")
                : page.getTranslation("line.closed.next", Formats.moment(opensAt, Languages.current()));
    }

    static String name(OfficeLine line) {
        return line.name().in(Languages.current());
    }
}
