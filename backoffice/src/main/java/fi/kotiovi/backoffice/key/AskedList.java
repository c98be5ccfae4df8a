package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.key.Answering;
import fi.kotiovi.domain.key.AskedKey;
import fi.kotiovi.domain.key.AskedKeys;
import fi.kotiovi.vocabulary.LockSystem;
import java.util.UUID;

/** What residents have asked for in writing, the oldest first: ordered with one press, or declined with a reason. */
class AskedList extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 20;
    private static final int LONGEST_REASON = 500;

    private final transient AskedKeys asked;
    private final transient LendForm.Answer answer;
    private final NativeButton more;
    private int shown = PAGE;

    AskedList(AskedKeys asked, LendForm.Answer answer) {
        this.asked = asked;
        this.answer = answer;
        addClassName("stack");
        more = Buttons.line(getTranslation("more"), () -> {
            shown += PAGE;
            show();
        });
        show();
    }

    private void show() {
        removeAll();
        var waiting = asked.waiting(0, shown + 1);
        setVisible(!waiting.isEmpty());
        var hint = new Paragraph(getTranslation("key.asked.hint"));
        hint.addClassName("soft");
        add(new H2(getTranslation("key.asked.title", waiting.size())), hint);
        waiting.stream().limit(shown).forEach(one -> add(card(one)));
        if (waiting.size() > shown) {
            add(more);
        }
    }

    private Div card(AskedKey one) {
        var language = Languages.current();
        var what = new Span(one.pieces() + " × " + getTranslation("key.kind." + one.kind()));
        what.addClassName("strong");
        var whose = new Span(one.resident() + ", " + one.address().in(language));
        whose.addClassName("grow");
        var head = new Div(what, whose, new Pill(Formats.moment(one.askedAt(), language), Pill.Tone.SUN));
        head.addClassNames("row", "wrap");
        var why = new Paragraph(one.reason());
        why.addClassName("typed");
        var have = new Paragraph(getTranslation("key.asked.have", one.have()));
        have.addClassNames("soft", "small");
        return KeyPage.card(head, why, have, answers(one));
    }

    private Div answers(AskedKey one) {
        var lock = new Select<LockSystem>();
        lock.setLabel(getTranslation("key.lock"));
        lock.setItems(LockSystem.values());
        lock.setItemLabelGenerator(system -> getTranslation("key.lock." + system));
        lock.setValue(one.lockSystem());
        var order = Buttons.primary(
                getTranslation("key.asked.order", one.pieces()), () -> tell(asked.order(one.id(), lock.getValue())));
        var why = new TextField(getTranslation("key.asked.why"));
        why.setMaxLength(LONGEST_REASON);
        why.addClassName("grow");
        var no = Buttons.line(getTranslation("key.asked.no"), () -> decline(one.id(), why));
        var row = new Div(lock, order, why, no);
        row.addClassNames("row", "wrap", "fields");
        return row;
    }

    private void decline(UUID wish, TextField why) {
        var outcome = asked.decline(wish, why.getValue());
        if (outcome instanceof Answering.NoReason) {
            why.setErrorMessage(getTranslation("key.asked.why.missing"));
            why.setInvalid(true);
            why.focus();
        } else {
            tell(outcome);
        }
    }

    private void tell(Answering outcome) {
        switch (outcome) {
            case Answering.Ordered done ->
                answer.say(
                        true,
                        getTranslation("key.asked.ordered", done.numbers().size(), String.join(", ", done.numbers())));
            case Answering.Declined _ -> answer.say(true, getTranslation("key.asked.declined"));
            case Answering.MovedOn _ -> answer.say(false, getTranslation("key.asked.movedOn"));
            case Answering.MovedOut _ -> answer.say(false, getTranslation("key.asked.movedOut"));
            case Answering.NoReason _ -> answer.say(false, getTranslation("key.asked.why.missing"));
        }
        show();
    }
}
