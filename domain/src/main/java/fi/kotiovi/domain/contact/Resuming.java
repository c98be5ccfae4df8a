package fi.kotiovi.domain.contact;

/** How going on with something that is out of the line ended. */
public enum Resuming {
    IN_HAND,
    /** The caller has another in hand. */
    HANDS_FULL,
    /** It waits in the line, where everything is taken in order, or somebody has it. */
    NOT_NOW
}
