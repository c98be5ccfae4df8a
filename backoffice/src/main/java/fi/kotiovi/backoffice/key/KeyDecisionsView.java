package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.key.KeyDecisions;
import fi.kotiovi.domain.key.Proposal;
import fi.kotiovi.vocabulary.KeyProposalState;
import jakarta.annotation.security.RolesAllowed;

/** Keys that are missing, and what the program would do about them. A person decides. */
@Route("keys/decisions")
@RolesAllowed({"DESK", "MANAGER"})
public class KeyDecisionsView extends KeyPage {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 30;
    private static final int LONGEST_NOTE = 500;

    private final transient KeyDecisions decisions;
    private final Paragraph count = new Paragraph();
    private final Div list = new Div();
    private final NativeButton more;
    private int shown = PAGE;

    public KeyDecisionsView(KeyDecisions decisions) {
        super(KeyTabs.Tab.DECISIONS, "key.decisions.title");
        this.decisions = decisions;
        list.addClassName("stack");
        count.addClassName("soft");
        more = Buttons.line(getTranslation("more"), () -> {
            shown += PAGE;
            show();
        });
        add(count, list, more);
        show();
    }

    private void show() {
        var open = decisions.open(0, shown + 1);
        list.removeAll();
        count.setText(getTranslation(open.isEmpty() ? "key.decisions.none" : "key.decisions.hint"));
        open.stream().limit(shown).forEach(one -> list.add(card(one)));
        more.setVisible(open.size() > shown);
    }

    private Div card(Proposal one) {
        var waits = one.state() == KeyProposalState.WAITING;
        var when = Formats.moment(one.dueAt(), Languages.current());
        var pill = new Pill(
                getTranslation(waits ? "key.decision.waits" : "key.decision." + one.reason(), when),
                waits ? Pill.Tone.SKY : Pill.Tone.SUN);
        var who = new Span(one.resident() == null ? "" : one.resident());
        who.addClassName("grow");
        var head = new Div(who, pill);
        head.addClassNames("row", "wrap");
        var note = new TextField(getTranslation("key.decision.note"));
        note.setMaxLength(LONGEST_NOTE);
        note.addClassName("grow");
        var invoice = new Checkbox(getTranslation("key.decision.invoice"));
        var yes = Buttons.primary(
                getTranslation("key.decision.do." + one.kind()),
                () -> decide(one, true, invoice.getValue(), note.getValue()));
        var no = Buttons.line(getTranslation("key.decision.no"), () -> decide(one, false, false, note.getValue()));
        var buttons = new Div(note, invoice, yes, no);
        buttons.addClassNames("row", "wrap", "fields");
        return card(words(one.key()), head, buttons);
    }

    private void decide(Proposal one, boolean accept, boolean invoice, String note) {
        var done = decisions.decide(one.id(), accept, invoice, note);
        answer(
                done,
                getTranslation(
                        !done ? "key.decision.over" : accept ? "key.decision.done" : "key.decision.declined",
                        one.key().tag()));
        show();
    }
}
