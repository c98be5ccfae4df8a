package fi.kotiovi.portal.line;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a booked visitor shows at the door: a QR code, and the same code to type. */
public class CheckInCard extends Div {
    private static final long serialVersionUID = 1;
    private static final int GROUP = 4;

    public CheckInCard(String code, String portalUrl) {
        addClassNames("card", "follow");
        var hint = new Paragraph(getTranslation("checkin.show.hint"));
        hint.addClassName("soft");
        var typed = new Paragraph(grouped(code));
        typed.addClassNames("num", "big", "nowrap");
        add(
                new QrCode(portalUrl + "/checkin/" + code, getTranslation("checkin.qr")),
                new Div(new H2(getTranslation("checkin.show")), hint, typed));
    }

    /** In fours, as it is read aloud. */
    private static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }
}
