package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.Answering;
import fi.kotiovi.domain.contact.Ending;
import fi.kotiovi.domain.contact.HandingOver;
import fi.kotiovi.domain.contact.Lookers;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.Promising;
import fi.kotiovi.domain.contact.Splitting;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.vocabulary.Language;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The contact in hand: what was said, what colleagues noted, and the answer. */
class ContactPanel extends Section {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_REASON = 500;

    private final transient ContactPanels panels;
    private final transient Hears hears;
    private final Div lease = new Div();
    private final Div newer = new Div();
    private final WhoElse whoElse = new WhoElse();
    private final ContactThread thread;
    private final Composer composer;
    private final UUID contact;
    private final Language language;
    private UUID submission = UUID.randomUUID();

    ContactPanel(ContactPanels panels, Waiting contact, Hears hears) {
        this.panels = panels;
        this.contact = contact.id();
        language = contact.language();
        this.hears = hears;
        addClassName("contact");
        thread = new ContactThread(panels, contact.id());
        composer = new Composer(panels, contact.id(), this::answer, thread::redraw);
        composer.offerInstead(
                Buttons.link(getTranslation("contact.promise"), this::promise),
                Buttons.link(getTranslation("contact.handOver"), this::handOver),
                Buttons.link(getTranslation("contact.split"), this::split),
                Buttons.link(getTranslation("contact.handBack"), this::askWhyBack),
                Buttons.link(getTranslation("contact.close"), this::askWhyClosed));
        newer.addClassNames("notice", "sun");
        newer.getElement().setAttribute("role", "alert");
        newer.setVisible(false);
        add(head(contact));
        panels.mail.hint(contact.id(), hears::done).ifPresent(this::add);
        add(whoElse, thread, newer, new SuggestionBox(panels, contact.id(), composer::take), composer);
        refresh(contact);
    }

    private Div head(Waiting contact) {
        var language = Languages.current();
        var title = new H2(contact.subject());
        title.addClassName("grow");
        var row = new Div(title, lease);
        row.addClassName("row");
        var when = new Paragraph(getTranslation(
                "contact.arrived",
                Formats.moment(contact.arrivedAt(), language),
                Formats.day(Helsinki.dateOf(contact.promisedBy()), language)));
        when.addClassNames("soft", "small");
        var head = new Div(row, when);
        head.addClassName("contact-head");
        var mark = contact.standing().mark();
        if (mark != null) {
            var back = new Paragraph(getTranslation(
                    "contact.mark." + mark,
                    contact.returnedReason(),
                    contact.standing().skips()));
            back.addClassNames("notice", "sun", "small");
            head.add(back);
        }
        return head;
    }

    boolean isOf(Waiting other) {
        return contact.equals(other.id());
    }

    void focus() {
        composer.focus();
    }

    /** Shows what is new; what is being written stays. */
    void refresh(Waiting contact) {
        var until = contact.leaseUntil();
        lease.removeAll();
        if (until != null) {
            var left = Duration.between(panels.clock.instant(), until.toInstant())
                    .plusSeconds(59)
                    .toMinutes();
            lease.add(new Pill(
                    getTranslation("contact.lease", Math.max(0, left)), left > 3 ? Pill.Tone.MOSS : Pill.Tone.SUN));
        }
        if (thread.refresh()) {
            newer.setText(getTranslation("contact.newer"));
            newer.setVisible(true);
        }
    }

    private void answer(Ending ending) {
        show(
                panels.answers.answer(contact, composer.written(submission), thread.newest(), ending),
                "contact.left." + ending.state());
    }

    private void show(Answering outcome, String well) {
        switch (outcome) {
            case Answering.Answered _ -> {
                var sent = submission;
                submission = UUID.randomUUID();
                hears.answered(getTranslation(well), contact, sent);
            }
            case Answering.NewerMessage _ -> {
                thread.refresh();
                newer.setText(getTranslation("contact.newer"));
                newer.setVisible(true);
            }
            case Answering.NotInHand _ -> hears.done(getTranslation("queue.lost"));
            case Answering.Empty _ -> composer.refuse(getTranslation("contact.empty"));
            case Answering.TooLong _ -> composer.refuse(getTranslation("contact.tooLong"));
            case Answering.TooManyFiles _ -> composer.refuse(getTranslation("contact.files.tooMany"));
        }
    }

    /** Without an answer, so nothing has left. */
    private void closed(Answering outcome) {
        if (outcome instanceof Answering.Answered) {
            hears.done(getTranslation("contact.closed"));
        } else {
            show(outcome, "");
        }
    }

    private void promise() {
        new PromiseDialog(language, panels.promises.usualDay(), (words, day) -> {
                    var outcome = panels.promises.promise(contact, submission, words, thread.newest(), day);
                    if (outcome instanceof Promising.Said said) {
                        show(said.answering(), "contact.left.WAITING_INTERNAL");
                    }
                    return outcome;
                })
                .open();
    }

    private void handOver() {
        new HandOverDialog(panels.handovers.targets(), (to, why) -> {
                    var outcome = panels.handovers.give(contact, to, why);
                    if (outcome == HandingOver.DONE) {
                        hears.done(getTranslation("contact.handedOver", to.name()));
                    } else if (outcome == HandingOver.NOT_IN_HAND) {
                        hears.done(getTranslation("queue.lost"));
                    }
                    return outcome;
                })
                .open();
    }

    private void split() {
        var said = panels.answers.thread(contact).stream()
                .filter(Message::isInbound)
                .toList();
        new SplitDialog(said, panels.splits.topics(), (submission, messages, topic, subject) -> {
                    var outcome = panels.splits.split(contact, submission, messages, topic, subject);
                    if (outcome instanceof Splitting.Done(var number)) {
                        Say.done(getTranslation("contact.split.done", number));
                        panels.queue.renew(contact);
                    } else if (outcome instanceof Splitting.NotInHand) {
                        hears.done(getTranslation("queue.lost"));
                    }
                    return outcome;
                })
                .open();
    }

    /** Colleagues who have it on the screen too. */
    void whoElse(List<Lookers.Looker> others) {
        whoElse.show(others);
    }

    /** Another contact became a part of this one, or is none any more. */
    void redraw() {
        thread.redraw();
    }

    private void askWhyClosed() {
        new WordsDialog(
                        "contact.close",
                        LONGEST_REASON,
                        reason -> closed(panels.answers.close(contact, reason, thread.newest())))
                .open();
    }

    private void askWhyBack() {
        new WordsDialog("contact.handBack", LONGEST_REASON, reason -> {
                    var back = panels.queue.handBack(contact, reason);
                    hears.done(getTranslation("contact.handingBack." + back));
                })
                .open();
    }

    /** Hears what became of the contact in hand. */
    interface Hears {
        /** It is not in hand any more; the sentence says why. */
        void done(String sentence);

        /** It left the hand with an answer that can be held back for a moment. */
        void answered(String sentence, UUID contact, UUID submission);
    }
}
