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
import org.jspecify.annotations.Nullable;

/** What residents have asked for in writing, the oldest first: ordered with one press, or declined with a reason. */
class AskedList extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 20;
    private static final int LONGEST_REASON = 500;

    private final transient AskedKeys asked;
    private final transient LendForm.Answer answer;
    private final H2 title = new H2();
    private final Div cards = new Div();
    private final NativeButton more;
    private @Nullable AskedKey last;

    AskedList(AskedKeys asked, LendForm.Answer answer) {
        this.asked = asked;
        this.answer = answer;
        addClassName("stack");
        cards.addClassName("stack");
        more = Buttons.line(getTranslation("more"), this::next);
        var hint = new Paragraph(getTranslation("key.asked.hint"));
        hint.addClassName("soft");
        add(title, hint, cards, more);
        next();
    }

    /** What is on the page stays: somebody may be writing in it. */
    private void next() {
        var page = asked.waiting(last, PAGE);
        page.forEach(one -> cards.add(card(one)));
        last = page.isEmpty() ? last : page.getLast();
        more.setVisible(page.size() == PAGE);
        count();
    }

    private void count() {
        var count = asked.count();
        title.setText(getTranslation("key.asked.title", count));
        setVisible(count > 0 || cards.getComponentCount() > 0);
    }

    private void answered(Div card) {
        cards.remove(card);
        if (cards.getComponentCount() == 0) {
            next();
        } else {
            count();
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
        var card = KeyPage.card(head, why, have);
        card.add(answers(one, card));
        return card;
    }

    private Div answers(AskedKey one, Div card) {
        var lock = new Select<LockSystem>();
        lock.setLabel(getTranslation("key.lock"));
        lock.setItems(LockSystem.values());
        lock.setItemLabelGenerator(system -> getTranslation("key.lock." + system));
        lock.setValue(one.lockSystem());
        var order = Buttons.primary(
                getTranslation("key.asked.order", one.pieces()),
                () -> tell(asked.order(one.id(), lock.getValue()), card));
        var why = new TextField(getTranslation("key.asked.why"));
        why.setMaxLength(LONGEST_REASON);
        why.addClassName("grow");
        var no = Buttons.line(getTranslation("key.asked.no"), () -> decline(one.id(), why, card));
        var row = new Div(lock, order, why, no);
        row.addClassNames("row", "wrap", "fields");
        return row;
    }

    private void decline(UUID wish, TextField why, Div card) {
        var outcome = asked.decline(wish, why.getValue());
        if (outcome instanceof Answering.NoReason) {
            why.setErrorMessage(getTranslation("key.asked.why.missing"));
            why.setInvalid(true);
            why.focus();
        } else {
            tell(outcome, card);
        }
    }

    private void tell(Answering outcome, Div card) {
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
        answered(card);
    }
}
