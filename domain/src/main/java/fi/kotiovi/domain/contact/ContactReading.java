package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;

import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.AccessReason;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a contact that somebody found, whoever has it in hand. */
@Service
public class ContactReading {
    private final Callers callers;
    private final ContactRows rows;
    private final AccessLog accessLog;

    ContactReading(Callers callers, ContactRows rows, AccessLog accessLog) {
        this.callers = callers;
        this.rows = rows;
        this.accessLog = accessLog;
    }

    /** The look is written down for its resident to read, once a day. */
    @Transactional
    public Optional<Waiting> open(UUID contact) {
        var me = callers.staff(AGENT, DESK, MANAGER);
        var found = rows.list(CONTACT.ID.eq(contact), 0, 1, CONTACT.ID).stream().findFirst();
        found.ifPresent(one -> Optional.ofNullable(one.residentId())
                .ifPresent(resident -> accessLog.noteShown(
                        me, AccessReason.SEARCHING, List.of(new AccessLog.Shown(resident, contact)))));
        return found;
    }
}
