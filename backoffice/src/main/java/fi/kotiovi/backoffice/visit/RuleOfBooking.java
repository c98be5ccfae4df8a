package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.Component;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.visit.Refusal;

/** Says which rule stands in the way of a time. */
final class RuleOfBooking {
    private RuleOfBooking() {}

    static String words(Component page, Refusal why) {
        var day = why.day();
        return page.getTranslation(
                "book.rule." + why.rule(), why.figure(), day == null ? "" : Formats.longDay(day, Languages.current()));
    }
}
