package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.contact.ResidentSheet;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.visit.Person;
import java.util.List;
import java.util.function.Function;

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
        section("sheet.notices", sheet.notices(), notice -> line(notice.in(language), ""));
        section(
                "sheet.faults",
                sheet.faults(),
                fault -> line(
                        fault.problem().in(language),
                        getTranslation("sheet.fault." + fault.state()) + " · " + fault.number() + " · "
                                + Formats.moment(fault.filedAt(), language)));
        section(
                "sheet.visits",
                sheet.visits(),
                visit -> line(
                        getTranslation("visit.type." + visit.type()),
                        Formats.moment(visit.local(), language) + " · " + visit.number()));
        section(
                "sheet.contacts",
                sheet.contacts(),
                contact -> line(
                        contact.subject(),
                        getTranslation("channel." + contact.channel()) + " · " + contact.number() + " · "
                                + Formats.moment(contact.arrivedAt(), language)));
        if (!sheet.keys().isEmpty()) {
            add(new H3(getTranslation("sheet.keys")), new Paragraph(String.join(", ", sheet.keys())));
        }
        if (sheet.faults().isEmpty()
                && sheet.visits().isEmpty()
                && sheet.contacts().isEmpty()) {
            add(soft(getTranslation("sheet.nothing")));
        }
        var logged = soft(getTranslation("contact.logged"));
        logged.addClassName("footnote");
        add(Buttons.line(getTranslation("book.open"), book), logged);
    }

    private <T> void section(String title, List<T> things, Function<T, ListItem> line) {
        if (!things.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("plain");
            things.forEach(thing -> list.add(line.apply(thing)));
            add(new H3(getTranslation(title)), list);
        }
    }

    private static ListItem line(String what, String more) {
        var first = new Span(what);
        var second = new Span(more);
        second.addClassNames("soft", "small");
        return more.isEmpty() ? new ListItem(first) : new ListItem(first, second);
    }

    private static Paragraph soft(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassNames("soft", "small");
        return paragraph;
    }
}
