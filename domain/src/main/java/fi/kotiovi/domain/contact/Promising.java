package fi.kotiovi.domain.contact;

/** How a promise to come back ended. */
public sealed interface Promising {
    /** The words were sent or refused as any answer is. */
    record Said(Answering answering) implements Promising {}

    /** Nothing was said. */
    record DayWrong(Why why) implements Promising {}

    /** What is wrong with the day. */
    enum Why {
        /** Today or earlier: then one answers today. */
        NOT_LATER,
        /** Nobody is at work then. */
        DAY_OFF,
        TOO_FAR
    }
}
