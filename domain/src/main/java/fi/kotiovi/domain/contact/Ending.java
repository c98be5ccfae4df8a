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
public record Ending(
        ContactState state,
        ContactEventKind event,
        @Nullable OffsetDateTime back,
        @Nullable OffsetDateTime promisedBy) {
    /** It is answered; what the resident may say to it comes back at its own arrival. */
    public static final Ending ANSWERED = new Ending(ContactState.ANSWERED, ContactEventKind.ANSWERED, null, null);

    /** It is answered and done with. */
    public static final Ending CLOSED = new Ending(ContactState.CLOSED, ContactEventKind.ANSWERED, null, null);

    /** The resident has to tell more first: our time stands still, and the place in the line is kept. */
    public static final Ending ASKED = new Ending(ContactState.WAITING_RESIDENT, ContactEventKind.ASKED, null, null);

    static Ending promise(OffsetDateTime back, OffsetDateTime promisedBy) {
        return new Ending(ContactState.WAITING_INTERNAL, ContactEventKind.PROMISED, back, promisedBy);
    }
}
