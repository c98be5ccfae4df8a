package fi.kotiovi.domain.contact;

/** How giving a contact to a colleague or a team ended. */
public enum HandingOver {
    DONE,
    NOT_IN_HAND,
    NO_REASON,
    /** The colleague is not at work, or the team has no people. */
    NOBODY_THERE
}
