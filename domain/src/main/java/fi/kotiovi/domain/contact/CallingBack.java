package fi.kotiovi.domain.contact;

/** How a call ended. */
public enum CallingBack {
    REACHED,
    /** Nobody answered; it comes back by itself. */
    LATER,
    /** Nobody answered for the third time; the resident has a letter instead. */
    WRITTEN,
    /** The resident wrote something meanwhile: read first. */
    NEWER_MESSAGE,
    /** It is not the clerk's any more. */
    NOT_IN_HAND,
    /** No call is wanted, or not any more. */
    NOT_ASKED
}
