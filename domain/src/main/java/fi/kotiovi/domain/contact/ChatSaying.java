package fi.kotiovi.domain.contact;

/** How saying something in a chat ended. */
public enum ChatSaying {
    SAID,
    EMPTY,
    TOO_LONG,
    /** It is not the clerk's any more. */
    NOT_IN_HAND,
    /** The resident has left; what is written now is an answer to a message. */
    RESIDENT_GONE
}
