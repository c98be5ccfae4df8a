package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.Component;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.calendar.OpeningDay;

/** Says why a day is unlike the others. */
public final class OpeningWords {
    private OpeningWords() {}

    /** Empty on a day like any other. */
    public static String why(Component words, OpeningDay day) {
        var reason = day.reason();
        return switch (day.rule()) {
            case WEEKLY, NOT_OPEN -> "";
            case ORDINAL -> words.getTranslation("calendar.why.ORDINAL");
            case HOLIDAY, EVE -> words.getTranslation("holiday." + day.name());
            case CLOSURE, EXCEPTION -> reason == null ? "" : reason.in(Languages.current());
        };
    }
}
