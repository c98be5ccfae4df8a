package fi.kotiovi.domain.oncall;

/** How an acknowledgement ended. */
public sealed interface Acknowledging {
    /** The caller has it, now or since an earlier tap. */
    record Acknowledged() implements Acknowledging {}

    /** A colleague was faster; nobody is alerted any more. */
    record TakenBy(String givenName) implements Acknowledging {}
}
