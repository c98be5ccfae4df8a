package fi.kotiovi.domain.line;

/** How it went when somebody asked to be told. */
public enum Telling {
    /** A message goes out when few are ahead. */
    NOTED,
    /** That is neither a telephone number nor a mail address. */
    NOT_UNDERSTOOD,
    /** The turn has come, or a message has gone out already. */
    TOO_LATE
}
