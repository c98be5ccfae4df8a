package fi.kotiovi.domain.contact;

/** How making a contact of its own out of a part ended. */
public sealed interface Splitting {
    /** {@code number} of the new contact, which waits at its own place. */
    record Done(String number) implements Splitting {}

    record NotInHand() implements Splitting {}

    /** No message was chosen. */
    record NothingChosen() implements Splitting {}

    /** Nothing would be left of the first. */
    record EverythingChosen() implements Splitting {}

    /** No subject, or one longer than {@link WriteContact#LONGEST_SUBJECT}. */
    record SubjectWrong() implements Splitting {}
}
