package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.domain.visit.Refusal;
import fi.kotiovi.domain.visit.WhyNothing;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Says which rule of the office stands in the way, in words for whoever wanted the time. */
final class RuleWords {
    private static final int HOUR = 60;

    private RuleWords() {}

    static String of(Component page, Refusal refusal) {
        var key = "visit.rule." + refusal.rule();
        var reason = refusal.reason();
        return switch (refusal.rule()) {
            case CLOSURE, EXCEPTION -> page.getTranslation(key, reason == null ? "" : reason.in(Languages.current()));
            case HOLIDAY, EVE -> page.getTranslation(key, page.getTranslation("holiday." + refusal.name()));
            case TOO_SOON, TOO_SOON_IN_OPEN_HOURS -> page.getTranslation(key, length(page, refusal.figure()));
            case TOO_FAR -> page.getTranslation(key, refusal.figure());
            case BEFORE_LEASE -> page.getTranslation(key, day(refusal.day()));
            case NOT_OPEN,
                    NO_COUNTER,
                    ALL_TAKEN,
                    NO_KEYS,
                    NO_EXTRA_KEY,
                    NO_PROXY_AT_OFFICE,
                    NO_PROXY_FOR_MATTER,
                    PROXY_WITHOUT_NAME -> page.getTranslation(key);
        };
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Formats.day(day, Languages.current());
    }

    private static String length(Component page, int minutes) {
        return minutes >= HOUR && minutes % HOUR == 0
                ? page.getTranslation("visit.hours", minutes / HOUR)
                : page.getTranslation("visit.minutes", minutes);
    }

    /** One line for each rule, with the first date it closes. */
    static Div lines(Component page, WhyNothing why) {
        var lines = new Div();
        lines.addClassName("stack");
        for (var line : why.lines()) {
            var day = Formats.day(line.first(), Languages.current());
            var text = page.getTranslation("visit.why.line", day, of(page, line.refusal()), line.days());
            var paragraph = new Paragraph(text);
            paragraph.addClassName("soft");
            lines.add(paragraph);
        }
        return lines;
    }
}
