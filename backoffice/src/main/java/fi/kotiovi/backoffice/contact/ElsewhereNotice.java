package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.source.SourceMatters;

/** Nothing we send reaches whoever asked: where the answer has to be given instead. */
class ElsewhereNotice extends Div {
    private static final long serialVersionUID = 1;

    ElsewhereNotice(SourceMatters.Elsewhere elsewhere) {
        addClassNames("notice", "sun", "small", "elsewhere");
        getElement().setAttribute("role", "note");
        var source = elsewhere.source();
        var address = elsewhere.address();
        var phone = elsewhere.phone();
        add(new Paragraph(getTranslation("contact.elsewhere")));
        if (source != null) {
            add(new Paragraph(
                    address == null
                            ? getTranslation("contact.elsewhere.source", source)
                            : getTranslation("contact.elsewhere.at", source, address)));
        }
        if (phone != null) {
            add(new Anchor("tel:" + phone, PhoneNumbers.shown(phone)));
        }
    }
}
