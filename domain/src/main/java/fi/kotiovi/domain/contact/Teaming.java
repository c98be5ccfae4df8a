package fi.kotiovi.domain.contact;

/** How a change of a team ended. */
public enum Teaming {
    DONE,
    NAME_MISSING,
    NAME_TOO_LONG,
    NAME_TAKEN,
    /** Somebody has dissolved it. */
    GONE
}
