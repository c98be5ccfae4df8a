package fi.kotiovi.domain.mail;

/** Why a letter asks for no answer; it is kept all the same. */
public enum LeftOut {
    /** We wrote it ourselves, or it has been passed on too often to be anything but a loop. */
    OWN_LOOP,
    /** It claims to come from our own address. */
    OWN_ADDRESS,
    /** A mail server says that a letter of ours did not arrive. */
    BOUNCE,
    /** A machine wrote it: an absence notice, a list, a report. Answering those makes loops. */
    AUTOMATIC,
    /** The same letter has come by another way. */
    DUPLICATE
}
