package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.domain.QrPicture;
import fi.kotiovi.domain.line.Taking;

/** The number just given at the desk, to turn the screen to the visitor: they scan it and see their own place. */
class GivenNumber extends Dialog {
    private static final long serialVersionUID = 1;

    GivenNumber(Taking.Taken taken, String portalUrl) {
        var url = portalUrl + "/line/" + taken.secret();
        setHeaderTitle(getTranslation("desk.given", taken.label()));
        var number = new Span(taken.label());
        number.addClassName("given-number");
        var code = new Span();
        code.addClassName("qr");
        code.getElement().setAttribute("role", "img").setAttribute("aria-label", getTranslation("desk.given.qr"));
        code.getElement().setProperty("innerHTML", QrPicture.svg(url));
        var open = new Anchor(url, getTranslation("desk.given.open"));
        open.setTarget("_blank");
        var inside = new Div(number, code, new Paragraph(getTranslation("desk.given.scan")), open);
        inside.addClassName("given");
        add(inside);
        var done = Buttons.primary(getTranslation("desk.given.done"), this::close);
        // the next visitor is one Enter away
        addOpenedChangeListener(change -> done.focus());
        getFooter().add(done);
    }
}
