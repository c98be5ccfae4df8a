package fi.kotiovi.portal.line;

import com.vaadin.flow.component.html.Span;
import fi.kotiovi.portal.shell.Pictogram;

/** Pictures beside the words of what people come for. */
final class Matters {
    private Matters() {}

    static Span picture(String code) {
        return switch (code) {
            case "KEY_PICKUP", "EXTRA_KEY_PICKUP" -> Pictogram.KEY.icon();
            case "KEY_RETURN" -> Pictogram.DOOR.icon();
            case "LOST_KEY" -> Pictogram.QUESTION.icon();
            case "BROKEN_KEY" -> Pictogram.WRENCH.icon();
            case "PARKING_ITEMS" -> Pictogram.CAR.icon();
            case "IDENTIFY" -> Pictogram.PERSON.icon();
            case "RENT_TALK" -> Pictogram.CALENDAR.icon();
            default -> Pictogram.MESSAGE.icon();
        };
    }
}
