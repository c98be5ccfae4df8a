package fi.kotiovi.domain.contact;

/** How an answer ended. */
public sealed interface Answering {
    record Answered() implements Answering {}

    /** The resident wrote again after the clerk opened the contact: read first, then send. */
    record NewerMessage(Message message) implements Answering {}

    /** It is not the clerk's any more; the text is kept as a draft. */
    record NotInHand() implements Answering {}

    record Empty() implements Answering {}

    /** More than ten thousand characters. */
    record TooLong() implements Answering {}

    /** More than {@link WriteAnswer#MOST_FILES}. */
    record TooManyFiles() implements Answering {}
}
