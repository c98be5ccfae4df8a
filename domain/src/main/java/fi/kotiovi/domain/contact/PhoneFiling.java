package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.fault.Fault;
import fi.kotiovi.domain.fault.Filing;
import java.util.Set;

/** How making a fault of a call ended. */
public sealed interface PhoneFiling {
    /** The crew has it, and the call is closed. */
    record Filed(Fault fault, String contact) implements PhoneFiling {}

    /** Something is missing or wrong; nothing was filed, nothing is written and nothing is lost. */
    record Incomplete(Set<Filing.Gap> gaps) implements PhoneFiling {}
}
