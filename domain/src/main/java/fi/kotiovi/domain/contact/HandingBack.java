package fi.kotiovi.domain.contact;

/** How giving a contact back to the line ended. */
public enum HandingBack {
    BACK,
    /** Somebody else has it, or nobody. */
    NOT_IN_HAND,
    /** The next one, and whoever leads, want to know why. */
    NO_REASON
}
