package fi.kotiovi.backoffice.notification;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.domain.notification.Letter;
import fi.kotiovi.domain.receipt.Receipt;
import fi.kotiovi.vocabulary.CancelReason;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyDirection;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyOutcome;
import fi.kotiovi.vocabulary.KeySigning;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.NotificationChannel;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One letter of every kind, for tests that must hold for all of them. */
final class Letters {
    static final String HOSTILE = "<script>alert('x')</script> & \"muuta\"";
    private static final UUID ID = UUID.fromString("0190b9a2-0000-7000-8000-000000000009");

    static final UUID LINK = UUID.fromString("6f9c2f6e-58f4-4b53-9a0e-0d5f3c1c7a11");

    /** From somebody nobody knows, by mail; from a resident, by mail and on the site. */
    static final List<Letter.Correspondence> MAILS = List.of(
            new Letter.Correspondence(true, false, List.of("<a@mail.example>"), Optional.of("<a@mail.example>")),
            new Letter.Correspondence(true, true, List.of(), Optional.empty()),
            new Letter.Correspondence(false, true, List.of(), Optional.empty()));

    private Letters() {}

    static Letter.OfReceived received(Letter.Correspondence mails) {
        return new Letter.OfReceived(
                ID, "C-26-000001", HOSTILE, OffsetDateTime.parse("2026-11-24T14:00:00Z"), 3, mails);
    }

    static List<Letter> all(Language language) {
        var letters = new ArrayList<Letter>();
        for (var kind : NotificationKind.values()) {
            switch (kind) {
                case FAULT_RECEIVED -> letters.add(letter(kind, language, fault(FaultState.RECEIVED)));
                case FAULT_CHANGED -> {
                    for (var state : FaultState.values()) {
                        letters.add(letter(kind, language, fault(state)));
                    }
                }
                case VISIT_CANCELLED -> {
                    letters.add(letter(kind, language, visit()));
                    for (var reason : CancelReason.values()) {
                        letters.add(letter(kind, language, calledOff(reason, HOSTILE)));
                    }
                }
                case VISIT_CONFIRMED, VISIT_MOVED, VISIT_REMINDER, VISIT_TODAY, VISIT_NEW_TIME ->
                    letters.add(letter(kind, language, visit()));
                case VISIT_OFFER ->
                    letters.add(letter(
                            kind,
                            language,
                            new Letter.OfOffer(
                                    visit(),
                                    LocalDateTime.of(2026, 11, 20, 9, 20),
                                    LocalDateTime.of(2026, 11, 19, 12, 30))));
                case CONTACT_ANSWERED ->
                    MAILS.forEach(mails -> letters.add(letter(
                            kind,
                            language,
                            new Letter.OfContact(ID, "C-26-000001", HOSTILE, HOSTILE, mails, List.of()))));
                case CONTACT_RECEIVED -> MAILS.forEach(mails -> letters.add(letter(kind, language, received(mails))));
                case ALERT -> letters.add(letter(kind, language, alert()));
                case KEY_RECEIPT -> {
                    for (var direction : KeyDirection.values()) {
                        letters.add(letter(kind, language, new Letter.OfReceipt(receipt(direction))));
                    }
                }
                case KEY_READY ->
                    letters.add(
                            letter(kind, language, new Letter.OfReadyKey("E-26-000001", KeyKind.FLAT, same("Länsi"))));
                case KEY_RETURN_LATE ->
                    letters.add(letter(
                            kind,
                            language,
                            new Letter.OfLateKeys(List.of(KeyKind.FLAT, KeyKind.STORAGE), "+358400000044")));
                case KEY_LOAN_DUE, KEY_LOAN_LATE, KEY_LOAN_MISSING ->
                    letters.add(letter(
                            kind,
                            language,
                            new Letter.OfLoan(
                                    "K-4471",
                                    KeyKind.MASTER,
                                    HOSTILE,
                                    OffsetDateTime.parse("2026-11-24T14:00:00Z"),
                                    "W-26-000001")));
                case KEY_LENT, KEY_LENT_DUE, KEY_LENT_LATE -> letters.add(letter(kind, language, contractorLoan()));
                case KEY_WISH_DECLINED ->
                    letters.add(letter(
                            kind, language, new Letter.OfDeclinedKeys(KeyKind.FLAT, 2, HOSTILE, "+358400000044")));
                case KEY_SUMMARY -> letters.add(letter(kind, language, new Letter.OfKeySummary(3, 2)));
                case LINE_NEAR ->
                    letters.add(letter(
                            kind, language, new Letter.OfLine("B12", new Localized(HOSTILE, HOSTILE, HOSTILE), 2)));
            }
        }
        return letters;
    }

    static Letter.OfContractorLoan contractorLoan() {
        return new Letter.OfContractorLoan(
                "K-4471",
                KeyKind.MAIN_DOOR,
                OffsetDateTime.parse("2026-11-24T14:00:00Z"),
                "W-26-000001",
                same("Läntinen palvelupiste"),
                "Palvelutie 1",
                "+358400000044");
    }

    static Receipt receipt(KeyDirection direction) {
        return new Receipt(
                ID,
                "R-26-000001",
                direction,
                OffsetDateTime.parse("2026-11-24T07:20:00Z"),
                new Address(same("Lehmuskuja"), "4", "B", 27, 3, "00100", "Helsinki"),
                same("Läntinen palvelupiste"),
                "Aino Ääkkönen 郵",
                "Sari Laine",
                direction == KeyDirection.OUT ? IdKind.PASSPORT : null,
                KeySigning.PAPER,
                HOSTILE,
                null,
                List.of(new Receipt.Item(
                        "K-4471",
                        KeyKind.FLAT,
                        direction == KeyDirection.OUT ? KeyOutcome.HANDED : KeyOutcome.MISSING)));
    }

    static Letter letter(NotificationKind kind, Language language, Letter.Content content) {
        return new Letter(
                ID,
                kind,
                NotificationChannel.MAIL,
                "aino@example.org",
                language,
                "Aino",
                "<" + ID + "@kotiovi.example>",
                content);
    }

    static Letter.OfFault fault(FaultState state) {
        return new Letter.OfFault(
                ID,
                "F-26-000001",
                same("Hana vuotaa"),
                state,
                false,
                OffsetDateTime.parse("2026-11-24T14:00:00Z"),
                "Huolto Lehto",
                HOSTILE);
    }

    static Letter.OfVisit visit() {
        return new Letter.OfVisit(
                ID,
                LINK,
                "V-26-000001",
                same("Haen kodin avaimet"),
                same("Ota mukaan passi."),
                LocalDateTime.of(2026, 11, 24, 9, 20),
                20,
                0,
                same("Läntinen palvelupiste"),
                "Lehmuskuja 2",
                new Letter.Told(null, null));
    }

    static Letter.OfVisit calledOff(CancelReason reason, String words) {
        var visit = visit();
        return new Letter.OfVisit(
                visit.visit(),
                visit.link(),
                visit.number(),
                visit.type(),
                visit.bring(),
                visit.local(),
                visit.minutes(),
                1,
                visit.office(),
                visit.officeAddress(),
                new Letter.Told(reason, words));
    }

    static Letter.OfAlert alert() {
        return new Letter.OfAlert(ID, same("Katto on märkä"), same("Lehmuskuja"), "4 B 27", HOSTILE, "+358400000044");
    }

    private static Localized same(String text) {
        return new Localized(text, text, text);
    }
}
