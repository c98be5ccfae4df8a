package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.contact.Waiting;
import java.util.Optional;

/** Who writes, from where, in which language, about what. */
class ContactAside extends Aside {
    private static final long serialVersionUID = 1;

    ContactAside(Waiting contact, Optional<Component> mailAddress) {
        addClassName("who");
        var language = Languages.current();
        var name = contact.residentName();
        var address = contact.address();
        add(new H2(name == null ? getTranslation("queue.unknown") : name));
        mailAddress.ifPresent(this::add);
        add(soft((address == null ? "" : address.in(language) + " · ")
                + getTranslation("language." + contact.language())));
        fact("contact.topic", contact.topic().in(language));
        fact("contact.channel", getTranslation("channel." + contact.channel()));
        fact("contact.number", contact.number());
        if (contact.residentId() != null) {
            var logged = soft(getTranslation("contact.logged"));
            logged.addClassName("footnote");
            add(logged);
        }
    }

    private void fact(String key, String value) {
        add(new H3(getTranslation(key)), new Paragraph(value));
    }

    private static Paragraph soft(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassNames("soft", "small");
        return paragraph;
    }
}
