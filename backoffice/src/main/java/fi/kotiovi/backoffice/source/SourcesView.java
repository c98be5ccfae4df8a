package fi.kotiovi.backoffice.source;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.contact.LineTabs;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.source.ContactSources;
import fi.kotiovi.domain.source.Source;
import fi.kotiovi.domain.source.Sourcing;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.StaffRole;
import jakarta.annotation.security.RolesAllowed;

/** Which other systems bring contacts into the line, and their keys. */
@Route("queue/sources")
@RolesAllowed({"MANAGER", "ADMIN"})
public class SourcesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ContactSources sources;
    private final Div key = new Div();
    private final Div list = new Div();

    public SourcesView(ContactSources sources, Callers callers) {
        this.sources = sources;
        addClassNames("sheet", "sources");
        list.addClassName("stack");
        key.addClassNames("stack");
        key.getElement().setAttribute("role", "status");
        if (callers.anybody() instanceof Caller.Staff me && me.isAny(StaffRole.MANAGER)) {
            add(new LineTabs(LineTabs.Tab.SOURCES));
        }
        add(new H1(getTranslation("source.title")), soft(getTranslation("source.lead")), key, form(), list);
        show();
    }

    private Div form() {
        var name = new TextField(getTranslation("source.name"));
        name.setPlaceholder(getTranslation("source.name.helper"));
        name.setWidth("320px");
        name.setMaxLength(ContactSources.LONGEST_NAME);
        var channel = new Select<ContactChannel>();
        channel.setLabel(getTranslation("source.channel"));
        channel.setItems(ContactSources.channels());
        channel.setItemLabelGenerator(one -> getTranslation("channel." + one));
        channel.setValue(ContactChannel.SERVICE_REQUEST);
        var make = Buttons.primary(getTranslation("source.make"), () -> {
            var made = sources.make(name.getValue(), channel.getValue());
            name.setInvalid(!(made instanceof Sourcing.Made));
            switch (made) {
                case Sourcing.Made fresh -> {
                    tell(name.getValue().strip(), fresh.key());
                    name.clear();
                    show();
                }
                case Sourcing.NameMissing _ -> name.setErrorMessage(getTranslation("source.name.missing"));
                case Sourcing.NameTooLong _ -> name.setErrorMessage(getTranslation("source.name.tooLong"));
                case Sourcing.NameTaken _ -> name.setErrorMessage(getTranslation("source.name.taken"));
            }
        });
        var row = new Div(name, channel, make);
        row.addClassNames("row", "wrap", "fields");
        var card = new Div(new H2(getTranslation("source.new")), row);
        card.addClassNames("card", "stack");
        return card;
    }

    /** The only time that anybody sees the key. */
    private void tell(String name, String secret) {
        key.removeAll();
        var field = new TextField(getTranslation("source.key", name));
        field.setValue(secret);
        field.setReadOnly(true);
        field.setWidthFull();
        field.setHelperText(getTranslation("source.key.once"));
        var copy = Buttons.line(getTranslation("source.key.copy"), () -> {
            key.getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", secret);
            Say.done(getTranslation("source.key.copied"));
        });
        var seen = Buttons.primary(getTranslation("source.key.seen"), key::removeAll);
        var row = new Div(copy, seen);
        row.addClassNames("row", "wrap");
        var card = new Div(field, row);
        card.addClassNames("card", "stack", "notice-card");
        key.add(card);
    }

    private void show() {
        list.removeAll();
        var all = sources.list();
        all.forEach(source -> list.add(card(source)));
        if (all.isEmpty()) {
            list.add(soft(getTranslation("source.none")));
        }
    }

    private Div card(Source source) {
        var language = Languages.current();
        var title = new H2(source.name());
        title.addClassName("grow");
        var head = new Div(title, new Pill(getTranslation("channel." + source.channel()), Pill.Tone.SKY));
        head.addClassNames("row", "wrap");
        var last = source.lastAt();
        var card = new Div(
                head,
                soft(getTranslation("source.keySince", Formats.dated(source.keySince(), language)) + " "
                        + (last == null
                                ? getTranslation("source.silent")
                                : getTranslation("source.last", Formats.dated(last, language)))));
        card.addClassNames("card", "stack");
        var ended = source.endedAt();
        if (ended != null) {
            head.add(new Pill(getTranslation("source.ended", Formats.dated(ended, language)), Pill.Tone.PLAIN));
            return card;
        }
        var row = new Div(
                Buttons.line(
                        getTranslation("source.change"),
                        () -> sure(
                                "source.change",
                                source,
                                () -> sources.changeKey(source.id()).ifPresent(fresh -> tell(source.name(), fresh)))),
                Buttons.link(
                        getTranslation("source.end"),
                        () -> sure("source.end", source, () -> sources.end(source.id()))));
        row.addClassNames("row", "wrap");
        card.add(row);
        return card;
    }

    /** Both leave the other system without a way in until somebody gives it the new key. */
    private void sure(String what, Source source, Runnable act) {
        var dialog = new Dialog();
        dialog.addClassName("words");
        dialog.setHeaderTitle(getTranslation(what + ".title", source.name()));
        dialog.add(new Paragraph(getTranslation(what + ".hint")));
        var yes = Buttons.primary(getTranslation(what), () -> {
            dialog.close();
            act.run();
            show();
        });
        dialog.getFooter().add(Buttons.line(getTranslation("cancel"), dialog::close), yes);
        dialog.open();
    }

    private static Paragraph soft(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("soft");
        return paragraph;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("source.title") + " · Kotiovi";
    }
}
