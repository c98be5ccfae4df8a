package fi.kotiovi.portal.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.domain.contact.MyContact;

/** We have this already: where it stands, and one tap to add what was written to it. */
class SameMatterCard extends Div {
    private static final long serialVersionUID = 1;

    SameMatterCard(MyContact before, Runnable add, Runnable sendNew) {
        addClassNames("notice", "same");
        getElement().setAttribute("role", "alert");
        var place = before.place();
        var stands = new Paragraph(
                place == null
                        ? getTranslation(
                                "contact.same.state",
                                before.number(),
                                getTranslation("contact.state." + before.state()))
                        : getTranslation("contact.same.place", before.number(), place));
        var open = new Anchor("/contacts/" + before.id(), before.subject());
        var append = new NativeButton(getTranslation("contact.same.add"), click -> add.run());
        append.addClassName("btn");
        var anew = new NativeButton(getTranslation("contact.same.new"), click -> sendNew.run());
        anew.addClassNames("btn", "line");
        var buttons = new Div(append, anew);
        buttons.addClassName("pair");
        add(new H2(getTranslation("contact.same.title")), open, stands, buttons);
    }
}
