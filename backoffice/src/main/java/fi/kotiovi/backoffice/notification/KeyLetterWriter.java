package fi.kotiovi.backoffice.notification;

import fi.kotiovi.backoffice.notification.Mail.Fact;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Texts;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.notification.Letter;
import fi.kotiovi.domain.receipt.Receipt;
import fi.kotiovi.domain.receipt.ReceiptPdf;
import fi.kotiovi.vocabulary.KeyOutcome;
import fi.kotiovi.vocabulary.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts letters about keys into words. No letter says where a key hangs. */
final class KeyLetterWriter {
    private final Texts texts;
    private final MailSettings settings;

    KeyLetterWriter(Texts texts, MailSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    Mail receipt(Letter letter, Receipt receipt) {
        var words = "mail.key.receipt." + receipt.direction();
        var subject = "mail.key.receipt.subject." + receipt.direction();
        var paragraphs = new ArrayList<String>();
        paragraphs.add(text(letter, words));
        if (receipt.keys().stream().anyMatch(key -> key.outcome() == KeyOutcome.MISSING)) {
            paragraphs.add(text(letter, "mail.key.receipt.missing"));
        }
        return mail(
                        letter,
                        text(letter, subject, receipt.number()),
                        paragraphs,
                        receipt.keys().stream()
                                .map(key -> new Fact(key.tag(), said(letter.language(), key)))
                                .toList(),
                        text(letter, "mail.key.receipt.link"),
                        settings.portalUrl() + "/keys",
                        "mail.footer")
                .with(List.of(Letter.Enclosed.of(
                        receipt.number() + ".pdf", "application/pdf", pdf(letter.language(), receipt))));
    }

    private byte[] pdf(Language language, Receipt receipt) {
        var facts = new ArrayList<ReceiptPdf.Line>();
        facts.add(line(language, "receipt.time", Formats.dated(receipt.at(), language)));
        facts.add(line(language, "receipt.home", receipt.address().in(language)));
        facts.add(line(language, "receipt.resident", receipt.receiver()));
        var shown = receipt.idKind();
        if (shown != null) {
            facts.add(line(language, "receipt.identity", texts.in(language, "id." + shown)));
        }
        facts.add(line(language, "receipt.clerk", receipt.clerk()));
        facts.add(line(language, "receipt.office", receipt.office().in(language)));
        return ReceiptPdf.of(
                language.getLiteral().toLowerCase(Locale.ROOT),
                texts.in(language, "receipt.title." + receipt.direction(), receipt.number()),
                facts,
                texts.in(language, "receipt.keys"),
                receipt.keys().stream()
                        .map(key -> new ReceiptPdf.Line(key.tag(), said(language, key)))
                        .toList(),
                texts.in(language, "receipt.signed." + receipt.signing(), receipt.signedName()),
                receipt.png(),
                texts.in(language, "receipt.footer"));
    }

    private ReceiptPdf.Line line(Language language, String key, String value) {
        return new ReceiptPdf.Line(texts.in(language, key), value);
    }

    private String said(Language language, Receipt.Item key) {
        return texts.in(language, "key.kind." + key.kind()) + ", "
                + texts.in(language, "receipt.outcome." + key.outcome());
    }

    Mail ready(Letter letter, Letter.OfReadyKey key) {
        return mail(
                letter,
                text(letter, "mail.key.ready.subject"),
                List.of(text(letter, "mail.key.ready")),
                List.of(
                        new Fact(text(letter, "mail.fact.key"), text(letter, "key.kind." + key.key())),
                        new Fact(text(letter, "mail.fact.place"), key.office().in(letter.language())),
                        new Fact(text(letter, "mail.fact.number"), key.number())),
                text(letter, "mail.key.ready.link"),
                settings.portalUrl() + "/visits/new/EXTRA_KEY_PICKUP",
                "mail.footer");
    }

    Mail declined(Letter letter, Letter.OfDeclinedKeys keys) {
        return new Mail(
                letter.language(),
                text(letter, "mail.key.declined.subject"),
                text(letter, "mail.greeting", letter.name()),
                List.of(text(letter, "mail.key.declined")),
                keys.answer(),
                List.of(
                        new Fact(
                                text(letter, "mail.fact.key"),
                                keys.pieces() + " × " + text(letter, "key.kind." + keys.key())),
                        new Fact(text(letter, "mail.fact.phone"), PhoneNumbers.shown(keys.officePhone()))),
                text(letter, "mail.key.late.link"),
                settings.portalUrl() + "/keys",
                text(letter, "mail.footer"),
                Optional.empty());
    }

    Mail late(Letter letter, Letter.OfLateKeys late) {
        return mail(
                letter,
                text(letter, "mail.key.late.subject"),
                List.of(text(letter, "mail.key.late", late.keys().size())),
                List.of(
                        new Fact(
                                text(letter, "mail.fact.key"),
                                late.keys().stream()
                                        .map(key -> text(letter, "key.kind." + key))
                                        .collect(Collectors.joining(", "))),
                        new Fact(text(letter, "mail.fact.phone"), PhoneNumbers.shown(late.officePhone()))),
                text(letter, "mail.key.late.link"),
                settings.portalUrl() + "/keys",
                "mail.footer");
    }

    Mail loan(Letter letter, Letter.OfLoan loan) {
        var key = "mail." + letter.kind();
        return mail(
                letter,
                text(letter, key + ".subject", loan.tag()),
                List.of(text(letter, key)),
                List.of(
                        new Fact(
                                text(letter, "mail.fact.key"),
                                loan.tag() + ", " + text(letter, "key.kind." + loan.key())),
                        new Fact(text(letter, "mail.fact.borrower"), loan.borrower()),
                        new Fact(text(letter, "key.lend.due"), Formats.moment(loan.due(), letter.language())),
                        new Fact(text(letter, "mail.fact.number"), loan.workOrder())),
                text(letter, "mail.key.office.link"),
                settings.officeUrl() + "/keys/loans",
                "mail.key.office.footer");
    }

    /** To somebody outside: the tag, never what it opens. */
    Mail contractorLoan(Letter letter, Letter.OfContractorLoan loan) {
        var key = "mail." + letter.kind();
        return mail(
                letter,
                text(letter, key + ".subject", loan.tag()),
                List.of(text(letter, key), text(letter, "mail.key.lent.care")),
                List.of(
                        new Fact(
                                text(letter, "mail.fact.key"),
                                loan.tag() + ", " + text(letter, "key.kind." + loan.key())),
                        new Fact(text(letter, "mail.fact.number"), loan.workOrder()),
                        new Fact(text(letter, "key.lend.due"), Formats.moment(loan.due(), letter.language())),
                        new Fact(
                                text(letter, "mail.fact.place"),
                                loan.office().in(letter.language()) + ", " + loan.officeAddress()),
                        new Fact(text(letter, "mail.fact.phone"), PhoneNumbers.shown(loan.officePhone()))),
                text(letter, "mail.key.lent.link"),
                settings.portalUrl() + "/kiosk",
                "mail.key.lent.footer");
    }

    Mail summary(Letter letter, Letter.OfKeySummary summary) {
        return mail(
                letter,
                text(letter, "mail.key.summary.subject"),
                List.of(text(letter, "mail.key.summary")),
                List.of(
                        new Fact(text(letter, "mail.fact.lateLoans"), String.valueOf(summary.loans())),
                        new Fact(text(letter, "mail.fact.lateReturns"), String.valueOf(summary.returns()))),
                text(letter, "mail.key.office.link"),
                settings.officeUrl() + "/keys/decisions",
                "mail.key.office.footer");
    }

    private Mail mail(
            Letter letter,
            String subject,
            List<String> paragraphs,
            List<Fact> facts,
            String linkText,
            String link,
            String footer) {
        return new Mail(
                letter.language(),
                subject,
                text(letter, "mail.greeting", letter.name()),
                paragraphs,
                "",
                facts,
                linkText,
                link,
                text(letter, footer),
                Optional.empty());
    }

    private String text(Letter letter, String key, Object... values) {
        return texts.in(letter.language(), key, values);
    }
}
