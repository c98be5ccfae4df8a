package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.Answering;
import fi.kotiovi.domain.contact.HandingOver;
import fi.kotiovi.domain.contact.Promising;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.vocabulary.Language;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** The contact in hand: what was said, what colleagues noted, and the answer. */
class ContactPanel extends Section {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_REASON = 500;

    private final transient ContactPanels panels;
    private final transient Consumer<String> done;
    private final Div lease = new Div();
    private final Div newer = new Div();
    private final ContactThread thread;
    private final Composer composer;
    private final UUID contact;
    private final Language language;
    private UUID submission = UUID.randomUUID();

    ContactPanel(ContactPanels panels, Waiting contact, Consumer<String> done) {
        this.panels = panels;
        this.contact = contact.id();
        language = contact.language();
        this.done = done;
        addClassName("contact");
        thread = new ContactThread(panels, contact.id());
        composer = new Composer(panels, contact.id(), this::answer, thread::redraw);
        composer.offerInstead(
                Buttons.link(getTranslation("contact.promise"), this::promise),
                Buttons.link(getTranslation("contact.handOver"), this::handOver),
                Buttons.link(getTranslation("contact.handBack"), this::askWhyBack),
                Buttons.link(getTranslation("contact.close"), this::askWhyClosed));
        newer.addClassNames("notice", "sun");
        newer.getElement().setAttribute("role", "alert");
        newer.setVisible(false);
        add(head(contact));
        panels.mail.hint(contact.id(), done).ifPresent(this::add);
        add(thread, newer, new SuggestionBox(panels, contact.id(), composer::take), composer);
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

    private void answer(String text, boolean close) {
        show(
                panels.answers.answer(contact, submission, text, thread.newest(), close),
                close ? "contact.answeredAndClosed" : "contact.answered");
    }

    private void show(Answering outcome, String well) {
        switch (outcome) {
            case Answering.Answered _ -> {
                submission = UUID.randomUUID();
                done.accept(getTranslation(well));
            }
            case Answering.NewerMessage _ -> {
                thread.refresh();
                newer.setText(getTranslation("contact.newer"));
                newer.setVisible(true);
            }
            case Answering.NotInHand _ -> done.accept(getTranslation("queue.lost"));
            case Answering.Empty _ -> composer.refuse(getTranslation("contact.empty"));
            case Answering.TooLong _ -> composer.refuse(getTranslation("contact.tooLong"));
        }
    }

    private void promise() {
        new PromiseDialog(language, panels.promises.usualDay(), (words, day) -> {
                    var outcome = panels.promises.promise(contact, submission, words, thread.newest(), day);
                    if (outcome instanceof Promising.Said said) {
                        show(said.answering(), "contact.promised");
                    }
                    return outcome;
                })
                .open();
    }

    private void handOver() {
        new HandOverDialog(panels.handovers.targets(), (to, why) -> {
                    var outcome = panels.handovers.give(contact, to, why);
                    if (outcome == HandingOver.DONE) {
                        done.accept(getTranslation("contact.handedOver", to.name()));
                    } else if (outcome == HandingOver.NOT_IN_HAND) {
                        done.accept(getTranslation("queue.lost"));
                    }
                    return outcome;
                })
                .open();
    }

    /** Another contact became a part of this one, or is none any more. */
    void redraw() {
        thread.redraw();
    }

    private void askWhyClosed() {
        new WordsDialog(
                        "contact.close",
                        LONGEST_REASON,
                        reason -> show(panels.answers.close(contact, reason, thread.newest()), "contact.closed"))
                .open();
    }

    private void askWhyBack() {
        new WordsDialog("contact.handBack", LONGEST_REASON, reason -> {
                    var back = panels.queue.handBack(contact, reason);
                    done.accept(getTranslation("contact.handingBack." + back));
                })
                .open();
    }
}
