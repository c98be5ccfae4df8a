package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.contact.ResidentSheet;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.visit.Person;

/** One resident on one page: the home, what is open, what comes, which keys, the last contacts. */
class ResidentCard extends Div {
    private static final long serialVersionUID = 1;

    ResidentCard(Person person, ResidentSheet sheet, Runnable book) {
        addClassNames("card", "resident-card");
        var language = Languages.current();
        add(new H2(person.name()));
        add(soft(person.address().in(language) + " · " + getTranslation("language." + person.language())));
        var number = person.phone();
        if (number != null) {
            add(new Anchor("tel:" + number, PhoneNumbers.shown(number)));
        }
        add(new ResidentHistory(sheet, true));
        var logged = soft(getTranslation("contact.logged"));
        logged.addClassName("footnote");
        add(Buttons.line(getTranslation("book.open"), book), logged);
    }

    private static Paragraph soft(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassNames("soft", "small");
        return paragraph;
    }
}
