package fi.kotiovi.domain.notification;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.receipt.Receipt;
import fi.kotiovi.vocabulary.CancelReason;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.NotificationChannel;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is about to go out, with what it says as it stands now. {@code messageId} is the same at every try, so
 * that a mail program can tell that two copies are one.
 */
public record Letter(
        UUID id,
        NotificationKind kind,
        NotificationChannel channel,
        String recipient,
        Language language,
        String name,
        String messageId,
        Content content) {
    /** What a letter speaks of. */
    public sealed interface Content {}

    /** A fault that was received or has moved on; {@code note} is empty when nobody wrote anything. */
    public record OfFault(
            UUID fault,
            String number,
            Localized problem,
            FaultState state,
            boolean urgent,
            OffsetDateTime promisedBy,
            String actorName,
            String note)
            implements Content {}

    /**
     * A visit, with what a calendar needs of it; {@code minutes} is its length. Whoever holds the {@code link} may move and
     * cancel it, so it goes to the resident and nowhere else.
     */
    public record OfVisit(
            UUID visit,
            UUID link,
            String number,
            Localized type,
            Localized bring,
            LocalDateTime local,
            int minutes,
            int icsSequence,
            Localized office,
            String officeAddress,
            Told told)
            implements Content {}

    /** Why the office called a visit off: a reason and own words, either or both or, when it did not, neither. */
    public record Told(
            @Nullable CancelReason reason, @Nullable String words) {}

    /** An earlier time for a visit, kept until a moment. */
    public record OfOffer(OfVisit visit, LocalDateTime offered, LocalDateTime until) implements Content {}

    /** An answer to a contact. */
    public record OfContact(
            UUID contact, String number, String subject, String answer, Correspondence mails, List<Enclosed> files)
            implements Content {
        public OfContact {
            files = List.copyOf(files);
        }
    }

    /** A file that goes with a letter, in Base64. */
    public record Enclosed(String name, String mediaType, String base64) {
        public static Enclosed of(String name, String mediaType, byte[] content) {
            return new Enclosed(name, mediaType, Base64.getEncoder().encodeToString(content));
        }

        /** Bytes. */
        public byte[] content() {
            return Base64.getDecoder().decode(base64);
        }
    }

    /** A contact that came by mail is here; {@code place} is its place in the line, 0 when somebody has it in hand. */
    public record OfReceived(
            UUID contact, String number, String subject, OffsetDateTime promisedBy, int place, Correspondence mails)
            implements Content {}

    /**
     * What went to and fro about a contact before.
     *
     * @param byMail whether it came by mail, so that an answer is a reply
     * @param known whether the writer is a resident, who can read it on the site as well
     * @param references Message-IDs, the oldest first
     * @param inReplyTo the newest that came in
     */
    public record Correspondence(boolean byMail, boolean known, List<String> references, Optional<String> inReplyTo) {}

    /** Few wait before somebody in the line of an office; whoever it is, nobody knows the name. */
    public record OfLine(String label, Localized office, int ahead) implements Content {}

    /** Somebody needs help now; phone in E.164. */
    public record OfAlert(
            UUID alert, Localized problem, Localized address, String staircaseAndFlat, String description, String phone)
            implements Content {}

    /** A signed receipt for keys. */
    public record OfReceipt(Receipt receipt) implements Content {}

    /** An extra key that hangs ready. */
    public record OfReadyKey(String number, KeyKind key, Localized office) implements Content {}

    /** Keys somebody asked for and does not get. */
    public record OfDeclinedKeys(KeyKind key, int pieces, String answer, String officePhone) implements Content {}

    /** Keys that should have come back after a lease; phone in E.164. */
    public record OfLateKeys(List<KeyKind> keys, String officePhone) implements Content {}

    /** A key that was lent for a piece of work. */
    public record OfLoan(String tag, KeyKind key, String borrower, OffsetDateTime due, String workOrder)
            implements Content {}

    /**
     * A key that somebody outside has borrowed, told to them: nothing of the home or house it opens. Phone in E.164.
     */
    public record OfContractorLoan(
            String tag,
            KeyKind key,
            OffsetDateTime due,
            String workOrder,
            Localized office,
            String officeAddress,
            String officePhone)
            implements Content {}

    /** What is overdue in a key room, in numbers. */
    public record OfKeySummary(int loans, int returns) implements Content {}
}
