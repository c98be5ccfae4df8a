package fi.kotiovi.domain.contact;

import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How a contact leaves the hand of a clerk.
 *
 * @param back when it comes back by itself, for a promise
 * @param promisedBy the new promise; null leaves the old one
 */
record Ending(
        ContactState state,
        ContactEventKind event,
        @Nullable OffsetDateTime back,
        @Nullable OffsetDateTime promisedBy) {
    static final Ending ANSWERED = new Ending(ContactState.ANSWERED, ContactEventKind.ANSWERED, null, null);
    static final Ending CLOSED = new Ending(ContactState.CLOSED, ContactEventKind.ANSWERED, null, null);

    static Ending promise(OffsetDateTime back, OffsetDateTime promisedBy) {
        return new Ending(ContactState.WAITING_INTERNAL, ContactEventKind.PROMISED, back, promisedBy);
    }
}
