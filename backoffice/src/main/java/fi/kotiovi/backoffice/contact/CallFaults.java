package fi.kotiovi.backoffice.contact;

import fi.kotiovi.domain.contact.PhoneFaults;
import fi.kotiovi.domain.fault.FaultCatalogue;
import fi.kotiovi.domain.visit.Person;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Opens the report of a fault with all that the call has told already. */
@Component
public class CallFaults {
    final PhoneFaults faults;
    final FaultCatalogue catalogue;

    CallFaults(PhoneFaults faults, FaultCatalogue catalogue) {
        this.faults = faults;
        this.catalogue = catalogue;
    }

    /** {@code done} gets a sentence when the fault is filed and the call is closed. */
    void open(Person person, UUID submission, String topic, String words, Consumer<String> done) {
        var call = new PhoneFaults.Call(submission, person.id(), person.homeId(), topic);
        new CallFaultDialog(this, person, call, words, done).open();
    }
}
