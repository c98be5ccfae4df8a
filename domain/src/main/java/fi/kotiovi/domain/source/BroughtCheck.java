package fi.kotiovi.domain.source;

import fi.kotiovi.domain.contact.WriteContact;
import fi.kotiovi.domain.housing.PhoneNumbers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with something that a source brings, said for whoever programs the source. */
final class BroughtCheck {
    static final int LONGEST_EXTERNAL_ID = 200;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_ADDRESS = 320;

    /** A source may have been without a network for a while, but nobody comes from last month before everybody else. */
    static final Duration OLDEST = Duration.ofDays(14);

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:]+");

    private BroughtCheck() {}

    static Optional<Bringing.Refused> wrongWith(Brought brought, OffsetDateTime now) {
        if (brought.externalId().isEmpty()) {
            return wrong("externalId", "is missing");
        }
        if (length(brought.externalId()) > LONGEST_EXTERNAL_ID) {
            return wrong("externalId", "is longer than " + LONGEST_EXTERNAL_ID + " characters");
        }
        if (brought.text().isEmpty()) {
            return wrong("text", "is missing");
        }
        if (length(brought.text()) > WriteContact.LONGEST_BODY) {
            return wrong("text", "is longer than " + WriteContact.LONGEST_BODY + " characters");
        }
        if (length(brought.subject()) > WriteContact.LONGEST_SUBJECT) {
            return wrong("subject", "is longer than " + WriteContact.LONGEST_SUBJECT + " characters");
        }
        return wrongWithSender(brought).or(() -> wrongWithTime(brought.arrivedAt(), now));
    }

    private static Optional<Bringing.Refused> wrongWithSender(Brought brought) {
        if (brought.mail().isEmpty()
                && brought.phone().isEmpty()
                && brought.elsewhere().isEmpty()) {
            return wrong("mail", "or phone or elsewhere is needed, or nobody can answer");
        }
        if (length(brought.name()) > LONGEST_NAME) {
            return wrong("name", "is longer than " + LONGEST_NAME + " characters");
        }
        if (!brought.mail().isEmpty()
                && (length(brought.mail()) > LONGEST_ADDRESS
                        || !MAIL.matcher(brought.mail()).matches())) {
            return wrong("mail", "is no mail address");
        }
        if (!brought.phone().isEmpty() && PhoneNumbers.parse(brought.phone()).isEmpty()) {
            return wrong("phone", "is no phone number");
        }
        if (length(brought.elsewhere()) > LONGEST_ADDRESS) {
            return wrong("elsewhere", "is longer than " + LONGEST_ADDRESS + " characters");
        }
        return Optional.empty();
    }

    private static Optional<Bringing.Refused> wrongWithTime(@Nullable OffsetDateTime arrivedAt, OffsetDateTime now) {
        if (arrivedAt == null) {
            return Optional.empty();
        }
        if (arrivedAt.isAfter(now)) {
            return wrong("arrivedAt", "lies in the future");
        }
        return arrivedAt.isBefore(now.minus(OLDEST))
                ? wrong("arrivedAt", "is more than " + OLDEST.toDays() + " days ago")
                : Optional.empty();
    }

    private static Optional<Bringing.Refused> wrong(String field, String why) {
        return Optional.of(new Bringing.Refused(field, why));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
