package fi.kotiovi.domain.key;

/** How ordering an extra key, or taking it in, ended. */
public sealed interface Ordering {
    record Done(ExtraKey order) implements Ordering {}

    /** Somebody else has taken this step, or the order was cancelled. */
    record MovedOn() implements Ordering {}

    /** No such hook on the wall of this office. */
    record NoSuchHook() implements Ordering {}

    /** The serial is stamped on the key; without it a lost key cannot be told from others. */
    record SerialMissing() implements Ordering {}
}
