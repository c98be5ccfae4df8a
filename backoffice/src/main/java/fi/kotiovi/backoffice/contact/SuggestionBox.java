package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.knowledge.Suggestion;
import java.util.UUID;
import java.util.function.Consumer;

/** What could answer the contact: one press puts it into the answer, where it is changed; nothing is sent by itself. */
class SuggestionBox extends Div {
    private static final long serialVersionUID = 1;

    private final transient ContactPanels panels;
    private final transient Consumer<String> take;
    private final UUID contact;

    /** {@code take} gets the words of what was chosen. */
    SuggestionBox(ContactPanels panels, UUID contact, Consumer<String> take) {
        this.panels = panels;
        this.contact = contact;
        this.take = take;
        addClassName("suggestions");
        var all = panels.suggestions.to(contact);
        setVisible(!all.isEmpty() || panels.replyDrafts.areOn());
        var list = new OrderedList();
        list.addClassName("plain");
        var key = '1';
        for (var one : all) {
            list.add(item(one, key));
            if (!one.inside()) {
                key++;
            }
        }
        add(new H3(getTranslation("suggest.title")), list);
        if (panels.replyDrafts.areOn()) {
            var draft = Buttons.line(
                    getTranslation("suggest.draft"),
                    () -> panels.replyDrafts
                            .draft(contact, all)
                            .ifPresentOrElse(take, () -> Say.problem(getTranslation("suggest.draft.none"))));
            draft.addClassName("s");
            add(draft);
        }
    }

    private ListItem item(Suggestion one, char key) {
        var head = new Div();
        head.addClassNames("row", "wrap");
        if (one.isArticle()) {
            var title = new Anchor("knowledge/" + one.id(), one.title());
            title.addClassName("strong");
            head.add(title, new Pill(getTranslation("suggest.article"), Pill.Tone.MOSS));
        } else {
            var title = new Span(one.title());
            title.addClassName("strong");
            head.add(title, new Pill(getTranslation("suggest.answer", one.number()), Pill.Tone.SKY));
        }
        var words = new Paragraph(one.body());
        words.addClassNames("small", "soft", "beginning");
        var item = new ListItem(head, words);
        if (one.inside()) {
            head.add(new Pill(getTranslation("knowledge.audience.OFFICE"), Pill.Tone.SUN));
        } else {
            var use = Buttons.quiet(getTranslation("suggest.use"), () -> {
                panels.suggestions.use(contact, one);
                take.accept(one.body());
            });
            use.addClassName("s");
            use.setAriaLabel(getTranslation("suggest.use") + ": " + one.title());
            Shortcuts.letter(use, key);
            item.add(use);
        }
        return item;
    }
}
