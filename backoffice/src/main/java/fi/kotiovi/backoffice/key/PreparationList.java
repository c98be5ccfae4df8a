package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.Preparation;

/** What to have at hand before somebody sits down: the papers, the keys with their hooks, a note. */
public class PreparationList extends Div {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_NOTE = 1_000;
    private static final int PAUSE_MILLIS = 600;

    private final Preparation visit;
    private final transient KeyDesk desk;

    public PreparationList(Preparation visit, KeyDesk desk) {
        this.visit = visit;
        this.desk = desk;
        addClassName("preparation");
        if (visit.leaseStart() != null) {
            add(new EarlyPickup(desk.agreement(visit.visit()), desk.mayAgree(), () -> {}));
        }
        add(
                new H3(getTranslation("key.prepare.papers")),
                new Paragraph(visit.bring().in(Languages.current())));
        add(new H3(getTranslation(visit.handsOver() ? "key.prepare.keys" : "key.prepare.back")));
        if (visit.keys().isEmpty()) {
            add(new Paragraph(getTranslation(visit.handsOver() ? "key.prepare.none" : "key.prepare.noneBack")));
        }
        visit.keys().forEach(key -> add(line(key)));
        add(note());
    }

    private Div line(Key key) {
        var hook = new Span(key.hook());
        hook.addClassNames("num", "hook");
        var tag = new Span(key.tag());
        tag.addClassNames("strong", "num");
        var kind = new Span(getTranslation("key.kind." + key.kind()));
        kind.addClassName("grow");
        var words = new Span(hook, tag, kind);
        words.addClassName("key-words");
        var line = new Div();
        line.addClassName("key");
        if (!visit.handsOver()) {
            line.add(words);
            return line;
        }
        var staged = new Checkbox(visit.staged().contains(key.id()));
        staged.setLabelComponent(words);
        staged.addValueChangeListener(event -> {
            if (event.isFromClient() && !desk.preparations().stage(visit.visit(), key.id(), event.getValue())) {
                Say.problem(getTranslation("desk.elsewhere", key.tag()));
                staged.setValue(event.getOldValue());
            }
        });
        line.add(staged);
        return line;
    }

    private TextArea note() {
        var note = new TextArea(getTranslation("key.prepare.note"));
        note.setValue(visit.note());
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.LAZY);
        note.setValueChangeTimeout(PAUSE_MILLIS);
        note.addValueChangeListener(event -> desk.preparations().note(visit.visit(), event.getValue()));
        return note;
    }
}
