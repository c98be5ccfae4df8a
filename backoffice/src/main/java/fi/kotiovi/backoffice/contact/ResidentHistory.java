package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.contact.ResidentSheet;
import java.util.List;
import java.util.function.Function;

/** What concerns a resident now: news of the building, faults, visits, the last contacts, keys. */
class ResidentHistory extends Div {
    private static final long serialVersionUID = 1;

    /** {@code contactsToo} unless they stand beside it already. */
    ResidentHistory(ResidentSheet sheet, boolean contactsToo) {
        addClassName("history-list");
        var language = Languages.current();
        section("sheet.notices", sheet.notices(), notice -> line(new Span(notice.in(language)), ""));
        section(
                "sheet.faults",
                sheet.faults(),
                fault -> line(
                        new Anchor("faults/" + fault.number(), fault.problem().in(language)),
                        getTranslation("sheet.fault." + fault.state()) + " · " + fault.number() + " · "
                                + Formats.moment(fault.filedAt(), language)));
        section(
                "sheet.visits",
                sheet.visits(),
                visit -> line(
                        new Span(getTranslation("visit.type." + visit.type())),
                        Formats.moment(visit.local(), language) + " · " + visit.number()));
        section(
                "sheet.contacts",
                contactsToo ? sheet.contacts() : List.<ResidentSheet.LastContact>of(),
                contact -> line(
                        new Anchor("contacts/" + contact.number(), contact.subject()),
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
    }

    private <T> void section(String title, List<T> things, Function<T, ListItem> line) {
        if (!things.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("plain");
            things.forEach(thing -> list.add(line.apply(thing)));
            add(new H3(getTranslation(title)), list);
        }
    }

    private static ListItem line(Component first, String more) {
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
