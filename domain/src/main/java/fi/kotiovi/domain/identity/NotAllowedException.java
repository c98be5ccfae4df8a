package fi.kotiovi.domain.identity;

/** A call that no screen offers to this person: a bug or an attack, never an expected refusal. */
public final class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotAllowedException(String message) {
        super(message);
    }
}
