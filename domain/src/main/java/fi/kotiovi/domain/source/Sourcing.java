package fi.kotiovi.domain.source;

/** How making a source ended. */
public sealed interface Sourcing {
    /** The key is told now and never again. */
    record Made(String key) implements Sourcing {}

    record NameMissing() implements Sourcing {}

    record NameTooLong() implements Sourcing {}

    /** Another source has that name, or had it. */
    record NameTaken() implements Sourcing {}
}
