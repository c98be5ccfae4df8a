package fi.kotiovi.portal.line;

import com.vaadin.flow.component.Component;
import fi.kotiovi.domain.line.Arriving;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;

/** What to say to a booked visitor who could not be taken into the line: a heading's key, and what to do. */
record ArrivalWords(String title, String hint) {
    static ArrivalWords of(Component page, Arriving refused) {
        return switch (refused) {
            case Arriving.TooEarly early ->
                new ArrivalWords(
                        "kiosk.early",
                        page.getTranslation("kiosk.early.hint", Formats.moment(early.comeAt(), Languages.current())));
            case Arriving.Replaced _ -> plain(page, "kiosk.replaced");
            case Arriving.Over _ -> plain(page, "kiosk.over");
            case Arriving.Elsewhere _ -> plain(page, "kiosk.elsewhere");
            case Arriving.TooMany _ -> plain(page, "kiosk.toomany");
            case Arriving.Unknown _, Arriving.InTime _, Arriving.Late _, Arriving.AlreadyIn _ ->
                plain(page, "kiosk.unknown");
        };
    }

    private static ArrivalWords plain(Component page, String key) {
        return new ArrivalWords(key, page.getTranslation(key + ".hint"));
    }
}
