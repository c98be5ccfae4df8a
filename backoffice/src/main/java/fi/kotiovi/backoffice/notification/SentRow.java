package fi.kotiovi.backoffice.notification;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.notification.Dispatch;
import fi.kotiovi.domain.notification.SentLog.Entry;
import fi.kotiovi.vocabulary.NotificationChannel;
import fi.kotiovi.vocabulary.NotificationState;

/** One letter: what it is, to whom, and what became of it, in words and in colour. */
class SentRow extends NativeButton {
    private static final long serialVersionUID = 1;

    SentRow(Entry entry) {
        addClassName("sent-row");
        addClickListener(event -> new SentDialog(entry).open());
        var language = Languages.current();
        var created = new Span(Formats.moment(entry.createdAt(), language));
        created.addClassNames("soft", "num");
        var kind = new Span(getTranslation("sent.kind." + entry.kind()));
        kind.addClassName("strong");
        var to = new Span(
                entry.channel() == NotificationChannel.SMS ? PhoneNumbers.shown(entry.recipient()) : entry.recipient());
        var channel = new Span(getTranslation("sent.channel." + entry.channel()));
        channel.addClassName("soft");
        var why = new Span(why(entry));
        why.addClassNames("soft", "small");
        var state = new Span(
                entry.bounce() == null
                        ? new Pill(getTranslation("sent.state." + entry.state()), tone(entry.state()))
                        : new Pill(getTranslation("sent.bounced"), Pill.Tone.EMBER));
        add(created, kind, to, channel, state, why);
    }

    /** When it went, or why it did not, or not yet. */
    private String why(Entry entry) {
        var language = Languages.current();
        var sentAt = entry.sentAt();
        if (sentAt != null) {
            return Formats.timeOf(sentAt, language)
                    + (entry.attempts() > 1 ? " · " + getTranslation("sent.attempts", entry.attempts()) : "");
        }
        var reason = entry.reason();
        if (reason == null) {
            return "";
        }
        return switch (reason) {
            case Dispatch.OVERTAKEN -> getTranslation("sent.overtaken");
            case Dispatch.PERHAPS_SENT -> getTranslation("sent.perhaps");
            default ->
                getTranslation(
                        entry.state() == NotificationState.FAILED ? "sent.gaveUp" : "sent.triesAgain",
                        entry.attempts());
        };
    }

    static Pill.Tone tone(NotificationState state) {
        return switch (state) {
            case PENDING, CLAIMED, SENDING -> Pill.Tone.SUN;
            case SENT -> Pill.Tone.MOSS;
            case SKIPPED -> Pill.Tone.PLAIN;
            case FAILED -> Pill.Tone.EMBER;
        };
    }
}
