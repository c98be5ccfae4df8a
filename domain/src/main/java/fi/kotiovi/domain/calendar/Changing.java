package fi.kotiovi.domain.calendar;

/** How an attempt to change an office's calendar ended. */
public sealed interface Changing {
    /** It holds; so many booked visits no longer fit and wait for somebody to offer them another time. */
    record Changed(int displaced) implements Changing {}

    /** What has been cannot be changed: it may hold from today at the earliest. */
    record InThePast() implements Changing {}

    /** It closes before it opens, or overlaps another. */
    record MakesNoSense() implements Changing {}
}
