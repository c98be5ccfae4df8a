package fi.kotiovi.backoffice.notification;

import fi.kotiovi.backoffice.notification.Mail.Fact;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Texts;
import fi.kotiovi.domain.notification.Letter;
import fi.kotiovi.vocabulary.CancelReason;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts letters about visits into words, with what a calendar program needs. */
final class VisitLetterWriter {
    private final Texts texts;
    private final MailSettings settings;

    VisitLetterWriter(Texts texts, MailSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    Mail visit(Letter letter, Letter.OfVisit visit) {
        var key = "mail." + letter.kind();
        var type = visit.type().in(letter.language());
        var when = Formats.moment(visit.local(), letter.language());
        var cancelled = letter.kind() == NotificationKind.VISIT_CANCELLED;
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(text(letter, "mail.fact.matter"), type));
        facts.add(new Fact(text(letter, "mail.fact.time"), when));
        facts.add(new Fact(
                text(letter, "mail.fact.place"), visit.office().in(letter.language()) + ", " + visit.officeAddress()));
        if (!cancelled) {
            facts.add(new Fact(text(letter, "mail.fact.bring"), visit.bring().in(letter.language())));
        }
        facts.add(number(letter, visit.number()));
        return new Mail(
                letter.language(),
                text(letter, key + ".subject", type, when),
                greeting(letter),
                visitParagraphs(letter, visit, key),
                Objects.requireNonNullElse(visit.told().words(), ""),
                facts,
                text(letter, cancelled ? "mail.visit.linkAgain" : "mail.visit.link"),
                link(visit),
                text(letter, "mail.footer"),
                changesCalendar(letter.kind()) ? Optional.of(invitation(letter, visit, cancelled)) : Optional.empty());
    }

    /** Whom the office calls off is told why, and that it was the office. */
    private List<String> visitParagraphs(Letter letter, Letter.OfVisit visit, String key) {
        var reason = visit.told().reason();
        if (reason == null) {
            return List.of(text(letter, key));
        }
        return List.of(
                text(
                        letter,
                        reason == CancelReason.STAFF_AWAY || reason == CancelReason.OFFICE_CLOSED
                                ? "mail.VISIT_CANCELLED.office"
                                : "mail.VISIT_CANCELLED.asAsked"),
                text(letter, "cancel.told." + reason),
                text(letter, "mail.VISIT_CANCELLED.again"));
    }

    /** Neither a reminder nor a request changes anything in anybody's calendar. */
    private static boolean changesCalendar(NotificationKind kind) {
        return kind == NotificationKind.VISIT_CONFIRMED
                || kind == NotificationKind.VISIT_MOVED
                || kind == NotificationKind.VISIT_CANCELLED;
    }

    /** Opens this one visit without signing in. A calendar is shared more easily than a mail, so it gets another one. */
    private String link(Letter.OfVisit visit) {
        return settings.portalUrl() + "/v/" + visit.link();
    }

    Mail offer(Letter letter, Letter.OfOffer offer) {
        var visit = offer.visit();
        var when = Formats.moment(offer.offered(), letter.language());
        return new Mail(
                letter.language(),
                text(letter, "mail.VISIT_OFFER.subject", when),
                greeting(letter),
                List.of(text(letter, "mail.VISIT_OFFER", when, Formats.moment(offer.until(), letter.language()))),
                "",
                List.of(
                        new Fact(text(letter, "mail.fact.matter"), visit.type().in(letter.language())),
                        new Fact(text(letter, "mail.fact.booked"), Formats.moment(visit.local(), letter.language())),
                        number(letter, visit.number())),
                text(letter, "mail.VISIT_OFFER.link"),
                link(visit),
                text(letter, "mail.footer"),
                Optional.empty());
    }

    private Invitation invitation(Letter letter, Letter.OfVisit visit, boolean cancelled) {
        return new Invitation(
                visit.visit(),
                visit.icsSequence(),
                cancelled,
                visit.type().in(letter.language()),
                visit.bring().in(letter.language()) + "\n" + settings.portalUrl() + "/visits/" + visit.visit(),
                visit.office().in(letter.language()) + ", " + visit.officeAddress(),
                visit.local(),
                Duration.ofMinutes(visit.minutes()),
                settings.from(),
                letter.recipient(),
                letter.name());
    }

    private Fact number(Letter letter, String number) {
        return new Fact(text(letter, "mail.fact.number"), number);
    }

    private String greeting(Letter letter) {
        return letter.name().isEmpty()
                ? text(letter, "mail.greeting.nobody")
                : text(letter, "mail.greeting", letter.name());
    }

    private String text(Letter letter, String key, Object... values) {
        return texts.in(letter.language(), key, values);
    }
}
