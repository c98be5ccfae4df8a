package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.fault.Fault;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.ReportFault;
import fi.kotiovi.domain.fault.StaffFaults;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A call that is a fault: filed for the crew, and the call is done with it, all in one. */
@Service
public class PhoneFaults {
    /** What such a call is about, unless the clerk says something else. */
    private static final String TOPIC = "BUILDING";

    private final StaffFaults faults;
    private final PhoneNotes notes;

    PhoneFaults(StaffFaults faults, PhoneNotes notes) {
        this.faults = faults;
        this.notes = notes;
    }

    /**
     * Files the fault and writes the call down as solved, both once per submission.
     *
     * @param report its words are those of the call
     * @param link a sentence that names the fault, in the language of the resident
     */
    @Transactional
    public PhoneFiling file(Call call, ReportFault report, Function<Fault, String> link) {
        return switch (faults.file(call.resident(), call.home(), report)) {
            case Filing.Incomplete incomplete -> new PhoneFiling.Incomplete(incomplete.gaps());
            case Filing.Filed filed -> {
                var noted = notes.write(note(call, report, link.apply(filed.fault())));
                if (noted instanceof PhoneNoting.Written written) {
                    yield new PhoneFiling.Filed(filed.fault(), written.number());
                }
                throw new IllegalStateException("What is enough for a fault is enough for a call: " + noted);
            }
        };
    }

    private static PhoneNote note(Call call, ReportFault report, String link) {
        return new PhoneNote(
                call.submission(),
                call.resident(),
                call.home(),
                "",
                call.topic().isEmpty() ? TOPIC : call.topic(),
                fitting(report.description().strip(), link),
                true);
    }

    /** The whole report stands with the fault; of a very long one the call keeps what leaves room for the number. */
    private static String fitting(String words, String link) {
        var end = "\n\n" + link;
        var room = WriteContact.LONGEST_BODY - end.codePointCount(0, end.length());
        var kept = words.codePointCount(0, words.length()) <= room
                ? words
                : words.substring(0, words.offsetByCodePoints(0, room));
        return kept + end;
    }

    /** Who called, and what about; {@code topic} is empty when the clerk has not said. */
    public record Call(UUID submission, UUID resident, UUID home, String topic) {}
}
