package fi.kotiovi.domain.key;

import java.util.List;

/** How answering a resident who asked for keys ended. */
public sealed interface Answering {
    /** The keys are ordered; the numbers of the orders. */
    record Ordered(List<String> numbers) implements Answering {}

    /** The resident is told why not. */
    record Declined() implements Answering {}

    /** Somebody else has answered, or the resident has changed their mind. */
    record MovedOn() implements Answering {}

    /** The resident does not live there any more; the wish is closed. */
    record MovedOut() implements Answering {}

    /** A no without a reason helps nobody. */
    record NoReason() implements Answering {}
}
