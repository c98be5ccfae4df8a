package fi.kotiovi.backoffice.notification;

import fi.kotiovi.backoffice.notification.Mail.Fact;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Texts;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.notification.Letter;
import fi.kotiovi.vocabulary.NotificationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a letter into words, in the language of whoever gets it. */
@Component
class LetterWriter {
    private final Texts texts;
    private final MailSettings settings;
    private final KeyLetterWriter aboutKeys;
    private final VisitLetterWriter aboutVisits;
    private final ContactLetterWriter aboutContacts;

    LetterWriter(Texts texts, MailSettings settings) {
        this.texts = texts;
        this.settings = settings;
        aboutKeys = new KeyLetterWriter(texts, settings);
        aboutVisits = new VisitLetterWriter(texts, settings);
        aboutContacts = new ContactLetterWriter(texts, settings);
    }

    Mail write(Letter letter) {
        return switch (letter.content()) {
            case Letter.OfFault fault -> fault(letter, fault);
            case Letter.OfVisit visit -> aboutVisits.visit(letter, visit);
            case Letter.OfOffer offer -> aboutVisits.offer(letter, offer);
            case Letter.OfContact contact -> aboutContacts.answer(letter, contact);
            case Letter.OfReceived contact -> aboutContacts.received(letter, contact);
            case Letter.OfAlert alert -> alert(letter, alert);
            case Letter.OfReceipt keys -> aboutKeys.receipt(letter, keys.receipt());
            case Letter.OfReadyKey key -> aboutKeys.ready(letter, key);
            case Letter.OfDeclinedKeys keys -> aboutKeys.declined(letter, keys);
            case Letter.OfLateKeys late -> aboutKeys.late(letter, late);
            case Letter.OfLoan loan -> aboutKeys.loan(letter, loan);
            case Letter.OfContractorLoan loan -> aboutKeys.contractorLoan(letter, loan);
            case Letter.OfKeySummary summary -> aboutKeys.summary(letter, summary);
            case Letter.OfLine line -> line(letter, line);
        };
    }

    /** A text message: one breath, and where to tap. */
    String shortly(Letter letter) {
        return switch (letter.content()) {
            case Letter.OfAlert alert ->
                text(letter, "mail.alert.sms", problem(letter, alert), place(letter, alert), settings.officeUrl());
            case Letter.OfLine line ->
                text(
                        letter,
                        "mail.line.sms",
                        line.office().in(letter.language()),
                        text(letter, "mail.line.subject", line.label()) + ".",
                        text(letter, "mail.line", line.ahead()));
            case Letter.OfFault _,
                    Letter.OfVisit _,
                    Letter.OfOffer _,
                    Letter.OfContact _,
                    Letter.OfReceived _,
                    Letter.OfReceipt _,
                    Letter.OfReadyKey _,
                    Letter.OfDeclinedKeys _,
                    Letter.OfLateKeys _,
                    Letter.OfLoan _,
                    Letter.OfContractorLoan _,
                    Letter.OfKeySummary _ -> write(letter).subject();
        };
    }

    private Mail fault(Letter letter, Letter.OfFault fault) {
        var problem = fault.problem().in(letter.language());
        var promised = Formats.moment(fault.promisedBy(), letter.language());
        var paragraphs = new ArrayList<String>();
        String subject;
        if (letter.kind() == NotificationKind.FAULT_RECEIVED) {
            subject = text(letter, "mail.fault.received.subject", problem);
            paragraphs.add(text(letter, "mail.fault.received"));
            paragraphs.add(
                    fault.urgent()
                            ? text(letter, "mail.fault.received.urgent")
                            : text(letter, "mail.fault.received.promise", promised));
        } else {
            var key = "mail.fault." + fault.state();
            subject = text(letter, key + ".subject", problem);
            var actor = fault.actorName().isEmpty() ? text(letter, "mail.fault.somebody") : fault.actorName();
            paragraphs.add(text(letter, key, actor));
        }
        return new Mail(
                letter.language(),
                subject,
                greeting(letter),
                paragraphs,
                fault.note(),
                List.of(new Fact(text(letter, "mail.fact.fault"), problem), number(letter, fault.number())),
                text(letter, "mail.fault.link"),
                settings.portalUrl() + "/faults/" + fault.fault(),
                text(letter, "mail.footer"),
                Optional.empty());
    }

    private Mail alert(Letter letter, Letter.OfAlert alert) {
        var place = place(letter, alert);
        return new Mail(
                letter.language(),
                text(letter, "mail.alert.subject", problem(letter, alert), place),
                greeting(letter),
                List.of(text(letter, "mail.alert")),
                alert.description(),
                List.of(
                        new Fact(text(letter, "mail.fact.fault"), problem(letter, alert)),
                        new Fact(text(letter, "mail.fact.address"), place),
                        new Fact(text(letter, "mail.fact.phone"), PhoneNumbers.shown(alert.phone()))),
                text(letter, "mail.alert.link"),
                settings.officeUrl() + "/alerts",
                text(letter, "mail.alert.footer"),
                Optional.empty());
    }

    private Mail line(Letter letter, Letter.OfLine line) {
        return new Mail(
                letter.language(),
                text(letter, "mail.line.subject", line.label()),
                greeting(letter),
                List.of(text(letter, "mail.line", line.ahead())),
                "",
                List.of(
                        new Fact(text(letter, "mail.fact.line"), line.label()),
                        new Fact(text(letter, "mail.fact.place"), line.office().in(letter.language()))),
                text(letter, "mail.line.link"),
                settings.portalUrl() + "/line/rules",
                text(letter, "mail.line.footer"),
                Optional.empty());
    }

    private static String problem(Letter letter, Letter.OfAlert alert) {
        return alert.problem().in(letter.language());
    }

    private static String place(Letter letter, Letter.OfAlert alert) {
        return alert.address().in(letter.language()) + " " + alert.staircaseAndFlat();
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
