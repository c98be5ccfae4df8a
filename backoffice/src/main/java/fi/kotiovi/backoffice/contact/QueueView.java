package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.InHand;
import fi.kotiovi.domain.contact.Lookers;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.Withdrawing;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The line: who waits, what is in hand, and the next one a key away. */
@Route("queue")
@RolesAllowed({"AGENT", "DESK", "MANAGER"})
public class QueueView extends Div implements HasDynamicTitle, ContactPanel.Hears {
    private static final long serialVersionUID = 1;

    private final transient ContactQueue queue;
    private final transient Answers answers;
    private final transient Clock clock;
    private final transient ContactPanels panels;
    private final WaitingList list;
    private final HandTabs tabs = new HandTabs(this::choose, this::takeAnother);
    private final Div held = new Div();
    private final Div middle = new Div();
    private final Div work = new Div(held, middle);
    private final Div aside = new Div();
    private List<InHand> hands = List.of();
    private @Nullable UUID shown;
    private @Nullable ContactPanel open;
    private @Nullable ChatRoom room;

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
        show();
        live.watch(this, look(), this::look, this::changed);
    }

    private void takeNext() {
        var before = hands;
        var taken = queue.takeNext();
        if (taken.isEmpty()) {
            Say.done(getTranslation("queue.nobody"));
        } else if (before.stream().anyMatch(one -> one.id().equals(taken.get().id()))) {
            Say.done(getTranslation("queue.finishFirst"));
            focus();
            return;
        }
        show();
    }

    private void takeAnother() {
        var taken = panels.chats.takeAnother();
        if (taken.isEmpty()) {
            Say.done(getTranslation("chat.nobody"));
        }
        taken.ifPresent(chat -> shown = chat.id());
        show();
    }

    private void choose(UUID contact) {
        shown = contact;
        show();
        focus();
    }

    private void focus() {
        if (open != null) {
            open.focus();
        } else if (room != null) {
            room.focus();
        }
    }

    @Override
    public void answered(String sentence, UUID contact, UUID submission) {
        held.removeAll();
        held.add(new HeldAnswer(sentence, () -> withdraw(contact, submission)));
        show();
    }

    private void withdraw(UUID contact, UUID submission) {
        held.removeAll();
        var outcome = panels.withdrawals.withdraw(contact, submission);
        if (outcome == Withdrawing.TOO_LATE) {
            Say.problem(getTranslation("contact.withdrawing.TOO_LATE"));
        } else {
            Say.done(getTranslation("contact.withdrawing." + outcome));
        }
        if (outcome == Withdrawing.IN_HAND) {
            show();
        }
    }

    @Override
    public void done(String sentence) {
        Say.done(sentence);
        show();
    }

    private Optional<InHand> look(List<InHand> all) {
        return all.stream()
                .filter(one -> one.id().equals(shown))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Draws what is in hand anew. */
    private void show() {
        hands = panels.chats.inHand();
        var now = look(hands);
        list.show(now.map(InHand::contact));
        middle.removeAll();
        aside.removeAll();
        open = null;
        room = null;
        shown = now.map(InHand::id).orElse(null);
        tabs();
        middle.add(tabs);
        if (now.isEmpty()) {
            middle.add(panels.nothingInHand(queue.length()));
            return;
        }
        var hand = now.get();
        if (hand.isChat()) {
            room = new ChatRoom(panels, hand, this::done);
            middle.add(room);
        } else {
            left(hand);
            panels.sources
                    .answeredElsewhere(hand.id())
                    .map(ElsewhereNotice::new)
                    .ifPresent(middle::add);
            panels.callBacks
                    .of(hand.id())
                    .ifPresent(call -> middle.add(new CallBackNotice(panels, hand.contact(), call, this::done)));
            open = panels.panel(hand.contact(), this);
            middle.add(open);
        }
        aside.add(panels.aside(hand.contact(), false));
        aside.add(new OtherContacts(panels.merges, hand.id(), this::merged));
    }

    /** Once a chat, now a message: the clerk should know that nobody is there to read at once. */
    private void left(InHand hand) {
        var talk = hand.talk();
        if (talk != null) {
            var notice = new Paragraph(getTranslation("chat.left." + talk.end()));
            notice.addClassNames("notice", "sun", "small", "chat-left");
            middle.add(notice);
        }
    }

    private void tabs() {
        tabs.show(hands, shown, hands.isEmpty() ? 0 : panels.chats.others());
    }

    private void merged() {
        list.show(look(hands).map(InHand::contact));
        if (open != null) {
            open.redraw();
        }
    }

    private void changed(Look now) {
        var before = shown;
        var wasChat = room != null;
        hands = panels.chats.inHand();
        var current = look(hands);
        var panel = open;
        if (current.isPresent()
                && current.get().id().equals(before)
                && current.get().isChat() == wasChat) {
            list.show(current.map(InHand::contact));
            tabs();
            if (panel != null) {
                panel.refresh(current.get().contact());
                panel.whoElse(now.others());
            }
            return;
        }
        if (before != null && hands.stream().noneMatch(one -> one.id().equals(before))) {
            Say.problem(getTranslation("queue.lost"));
        }
        show();
    }

    private Look look() {
        var all = panels.chats.inHand();
        return new Look(
                queue.length(),
                all.stream()
                        .map(one -> new Hand(one.id(), one.isChat(), newest(one)))
                        .toList(),
                all.isEmpty() ? 0 : panels.chats.others(),
                look(all).map(one -> panels.lookers.look(one.id())).orElseGet(List::of),
                clock.instant().truncatedTo(ChronoUnit.MINUTES).toEpochMilli());
    }

    private Optional<UUID> newest(InHand hand) {
        var talk = hand.talk();
        return talk != null
                ? Optional.of(talk.newest())
                : answers.thread(hand.id()).reversed().stream().findFirst().map(Message::id);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.queue") + " · Kotiovi";
    }

    /** What makes the page redraw; ages are in minutes, so it does once a minute anyway. */
    private record Look(
            ContactQueue.Length length, List<Hand> hands, int chats, List<Lookers.Looker> others, long minute) {}

    private record Hand(UUID id, boolean chat, Optional<UUID> newest) {}
}
