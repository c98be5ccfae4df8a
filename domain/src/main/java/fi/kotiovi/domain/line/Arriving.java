package fi.kotiovi.domain.line;

import java.time.OffsetDateTime;

/** How it went when a booked visitor said "I am here". */
public sealed interface Arriving {
    /** In time: goes before those without a booking. {@code secret} opens the visitor's own page. */
    record InTime(String label, String secret) implements Arriving {}

    /** Later than the office allows: waits among those without a booking. */
    record Late(String label, String secret) implements Arriving {}

    /** Has said so already. */
    record AlreadyIn(String label, String secret) implements Arriving {}

    /** The visit is so far away that it is better to come back at {@code comeAt}. */
    record TooEarly(OffsetDateTime comeAt) implements Arriving {}

    /** The time went to somebody else after this visitor was marked as absent. */
    record Replaced() implements Arriving {}

    /** The visit is over or was cancelled. */
    record Over() implements Arriving {}

    /** The visit is at another office. */
    record Elsewhere() implements Arriving {}

    /** Nobody has that code. */
    record Unknown() implements Arriving {}

    /** Too many wrong codes came from here within ten minutes. */
    record TooMany() implements Arriving {}
}
