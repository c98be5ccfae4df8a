package fi.kotiovi.domain.line;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How asking for a number ended. */
public sealed interface Taking {
    /** Here it is; {@code secret} opens the visitor's own page. */
    record Taken(String label, String secret) implements Taking {}

    /** No numbers are given now; next at {@code opensAt}, if that is known. */
    record Closed(@Nullable OffsetDateTime opensAt) implements Taking {}

    /** The day's numbers have all been given; next at {@code opensAt}, if that is known. */
    record AllGiven(@Nullable OffsetDateTime opensAt) implements Taking {}

    /** Too many numbers were taken from here within ten minutes. */
    record TooMany() implements Taking {}
}
