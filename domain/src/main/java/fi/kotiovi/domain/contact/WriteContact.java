package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.contact.Writing.Gap;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A message a resident wants answered; {@code submission} is the same for every try to send it. */
public record WriteContact(UUID submission, String topic, String subject, String body, List<UUID> files) {
    public WriteContact {
        topic = Storable.text(topic);
        subject = Storable.text(subject);
        body = Storable.text(body);
    }

    /** Characters. */
    public static final int LONGEST_SUBJECT = 200;

    /** Characters. */
    public static final int LONGEST_BODY = 10_000;

    public static final int MOST_FILES = 5;

    /** The same words for something else: sent twice, that too is sent once. */
    WriteContact again(String what) {
        var name = submission + "\n" + what + "\n" + body;
        return new WriteContact(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), topic, subject, body, files);
    }

    Set<Gap> gaps() {
        var gaps = EnumSet.copyOf(gapsOfBody(body, files));
        if (topic.isEmpty()) {
            gaps.add(Gap.TOPIC);
        }
        if (subject.isBlank()) {
            gaps.add(Gap.SUBJECT_MISSING);
        }
        if (subject.codePointCount(0, subject.length()) > LONGEST_SUBJECT) {
            gaps.add(Gap.SUBJECT_TOO_LONG);
        }
        return gaps;
    }

    static EnumSet<Gap> gapsOfBody(String body, List<UUID> files) {
        var gaps = EnumSet.noneOf(Gap.class);
        if (body.isBlank()) {
            gaps.add(Gap.BODY_MISSING);
        }
        if (body.codePointCount(0, body.length()) > LONGEST_BODY) {
            gaps.add(Gap.BODY_TOO_LONG);
        }
        if (files.size() > MOST_FILES) {
            gaps.add(Gap.TOO_MANY_FILES);
        }
        return gaps;
    }
}
