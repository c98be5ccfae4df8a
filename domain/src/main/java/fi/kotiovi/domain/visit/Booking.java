package fi.kotiovi.domain.visit;

import java.util.List;

/** How an attempt to hold, confirm, move or cancel a visit ended. */
public sealed interface Booking {
    /** It is done; this is how the visit stands now. */
    record Done(Visit visit) implements Booking {}

    /** Somebody was faster; these are the nearest times that are still free, at most three. */
    record SlotTaken(List<Slot> nearest) implements Booking {}

    /** There is one of this kind already, and one is the limit. */
    record AlreadyBooked(Visit visit) implements Booking {}

    /** A rule of the office stands in the way. */
    record NotOffered(Refusal why, List<Slot> nearest) implements Booking {}

    /** Nobody may have more visits ahead than this many, of whatever kind. */
    record TooMany(int limit) implements Booking {}

    /** The ten minutes for confirming are over. */
    record HoldExpired() implements Booking {}

    /** It cannot be changed any more as it was seen: it has begun, is over, was cancelled, or somebody moved it. */
    record TooLate(Visit visit) implements Booking {}
}
