package fi.kotiovi.domain.contact;

/** How making two contacts one, or two again, ended. */
public enum Merging {
    DONE,
    NOT_IN_HAND,
    /** A colleague is answering the other one. */
    WITH_COLLEAGUE,
    /** Of somebody else, or of nobody we know: never mixed. */
    NOT_THE_SAME_PERSON,
    /** It is part of another one, or has one in it: that is undone first. */
    MERGED_ALREADY
}
