package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.vocabulary.CallBackEnd;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to be called.
 *
 * @param phone in E.164
 * @param from when the time to call begins
 * @param until when it ends
 * @param tries how often we have called
 * @param end how it ended; null while we are to call
 */
public record CallBack(
        UUID contact,
        String phone,
        OffsetDateTime from,
        OffsetDateTime until,
        int tries,
        @Nullable CallBackEnd end) implements Serializable {
    /** So often we call; then we write. */
    public static final int MOST_TRIES = 3;

    static CallBack of(UUID contact, String phone, Span during, int tries, @Nullable CallBackEnd end) {
        return new CallBack(contact, phone, during.from(), during.until(), tries, end);
    }

    public boolean isOpen() {
        return end == null;
    }
}
