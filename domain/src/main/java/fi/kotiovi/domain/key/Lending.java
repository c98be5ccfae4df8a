package fi.kotiovi.domain.key;

/** How lending a key, or taking it back, ended. */
public sealed interface Lending {
    record Done(Key key) implements Lending {}

    /** The key does not hang here now. */
    record NotHere(Key key) implements Lending {}

    /** The work order is finished, or is not about this building. */
    record NoSuchWork() implements Lending {}

    /** The time by which it has to be back lies behind us, or too far ahead. */
    record DueWrong() implements Lending {}

    /** Neither a crew nor a contractor with a name. */
    record NobodyNamed() implements Lending {}

    /** No letter gets to such an address. */
    record AddressWrong() implements Lending {}
}
