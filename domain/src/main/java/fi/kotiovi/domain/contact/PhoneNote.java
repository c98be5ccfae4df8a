package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.contact.PhoneNoting.Gap;
import fi.kotiovi.domain.housing.PhoneNumbers;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said on the phone. {@code submission} is the same for every try to write it down.
 *
 * @param resident who called; null for nobody we know
 * @param home the home it is about; null when there is none
 * @param phone where to call back, as typed; empty when it does not matter
 * @param solved whether the call was all it took
 */
public record PhoneNote(
        UUID submission,
        @Nullable UUID resident,
        @Nullable UUID home,
        String phone,
        String topic,
        String body,
        boolean solved) {
    private static final int LONGEST_SUBJECT = 80;

    public PhoneNote {
        phone = Storable.text(phone).strip();
        topic = Storable.text(topic);
        body = Storable.text(body).strip();
    }

    Set<Gap> gaps() {
        var gaps = EnumSet.noneOf(Gap.class);
        if (topic.isEmpty()) {
            gaps.add(Gap.TOPIC);
        }
        if (body.isEmpty()) {
            gaps.add(Gap.BODY_MISSING);
        }
        if (body.codePointCount(0, body.length()) > WriteContact.LONGEST_BODY) {
            gaps.add(Gap.BODY_TOO_LONG);
        }
        if (!phone.isEmpty() && PhoneNumbers.parse(phone).isEmpty()) {
            gaps.add(Gap.PHONE);
        }
        return gaps;
    }

    /** A clerk on the phone writes no headline. */
    String subject() {
        return firstLine(body);
    }

    /** The first line of some words, cut between two words: what stands for them in a list. */
    static String firstLine(String words) {
        var line = words.strip().lines().findFirst().orElse(words).strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) {
            return line;
        }
        var cut = line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT));
        var space = cut.lastIndexOf(' ');
        return (space > LONGEST_SUBJECT / 2 ? cut.substring(0, space) : cut) + "…";
    }
}
