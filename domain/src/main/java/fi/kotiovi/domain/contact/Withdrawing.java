package fi.kotiovi.domain.contact;

/** How holding an answer back ended. */
public enum Withdrawing {
    /** The contact is in the writer's hand again, the words are a draft. */
    IN_HAND,
    /** The writer has another in hand, or somebody was quicker: the words are a draft, the contact is in the line. */
    IN_LINE,
    /** It has left. */
    TOO_LATE
}
