package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Lookers;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.domain.contact.Withdrawing;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The line: who waits, the one in hand, and the next one a key away. */
@Route("queue")
@RolesAllowed({"AGENT", "DESK", "MANAGER"})
public class QueueView extends Div implements HasDynamicTitle, ContactPanel.Hears {
    private static final long serialVersionUID = 1;

    private final transient ContactQueue queue;
    private final transient Answers answers;
    private final transient Clock clock;
    private final transient ContactPanels panels;
    private final WaitingList list;
    private final Div held = new Div();
    private final Div middle = new Div();
    private final Div work = new Div(held, middle);
    private final Div aside = new Div();
    private @Nullable ContactPanel open;

    public QueueView(ContactQueue queue, Answers answers, ContactPanels panels, Live live, Clock clock) {
        this.queue = queue;
        this.answers = answers;
        this.panels = panels;
        this.clock = clock;
        addClassName("queue");
        work.addClassName("work-side");
        middle.addClassName("middle");
        aside.addClassName("aside");
        list = panels.list(this::takeNext);
        add(list, work, aside);
        var inHand = queue.inHand();
        list.show(inHand);
        show(inHand);
        live.watch(this, look(), this::look, this::changed);
    }

    private void takeNext() {
        var before = open;
        var taken = queue.takeNext();
        if (taken.isEmpty()) {
            Say.done(getTranslation("queue.nobody"));
        } else if (before != null && before.isOf(taken.get())) {
            Say.done(getTranslation("queue.finishFirst"));
            before.focus();
            return;
        }
        list.show(taken);
        show(taken);
    }

    @Override
    public void answered(String sentence, UUID contact, UUID submission) {
        held.removeAll();
        held.add(new HeldAnswer(sentence, () -> withdraw(contact, submission)));
        list.show(queue.inHand());
        show(queue.inHand());
    }

    private void withdraw(UUID contact, UUID submission) {
        held.removeAll();
        var outcome = panels.withdrawals.withdraw(contact, submission);
        if (outcome == Withdrawing.TOO_LATE) {
            Say.problem(getTranslation("contact.withdrawing.TOO_LATE"));
        } else {
            Say.done(getTranslation("contact.withdrawing." + outcome));
        }
        list.show(queue.inHand());
        if (outcome == Withdrawing.IN_HAND) {
            show(queue.inHand());
        }
    }

    @Override
    public void done(String sentence) {
        Say.done(sentence);
        list.show(queue.inHand());
        show(queue.inHand());
    }

    private void show(Optional<Waiting> inHand) {
        middle.removeAll();
        aside.removeAll();
        open = inHand.map(contact -> panels.panel(contact, this)).orElse(null);
        if (open == null) {
            middle.add(panels.nothingInHand(queue.length()));
        } else {
            middle.add(open);
            var contact = inHand.orElseThrow();
            aside.add(panels.aside(contact, false));
            aside.add(new OtherContacts(panels.merges, contact.id(), this::merged));
        }
    }

    private void merged() {
        list.show(queue.inHand());
        if (open != null) {
            open.redraw();
        }
    }

    private void changed(Look now) {
        var inHand = queue.inHand();
        list.show(inHand);
        var panel = open;
        if (panel != null && inHand.filter(panel::isOf).isPresent()) {
            panel.refresh(inHand.orElseThrow());
            panel.whoElse(now.others());
            return;
        }
        if (panel != null) {
            Say.problem(getTranslation("queue.lost"));
        }
        if (panel != null || inHand.isPresent()) {
            show(inHand);
        } else {
            middle.removeAll();
            middle.add(panels.nothingInHand(queue.length()));
        }
    }

    private Look look() {
        var inHand = queue.inHand();
        return new Look(
                queue.length(),
                inHand.map(Waiting::id),
                inHand.flatMap(contact -> answers.thread(contact.id()).reversed().stream()
                        .findFirst()
                        .map(Message::id)),
                inHand.map(contact -> panels.lookers.look(contact.id())).orElseGet(List::of),
                clock.instant().truncatedTo(ChronoUnit.MINUTES).toEpochMilli());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.queue") + " · Kotiovi";
    }

    /** What makes the page redraw; ages are in minutes, so it does once a minute anyway. */
    private record Look(
            ContactQueue.Length length,
            Optional<UUID> inHand,
            Optional<UUID> newest,
            List<Lookers.Looker> others,
            long minute) {}
}
