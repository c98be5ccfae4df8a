package fi.kotiovi.domain.privacy;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.UNMASKING;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.AccessReason;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what stands behind a mask to whoever says why; that is written down, for the resident to read as well. */
@Service
public class Unmasking {
    /** Characters. */
    public static final int LONGEST_REASON = 300;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final AccessLog accessLog;

    Unmasking(DSLContext db, Callers callers, Clock clock, AccessLog accessLog) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.accessLog = accessLog;
    }

    /** The message as it was written; empty without a reason. */
    @Transactional
    public Optional<String> show(UUID message, String given) {
        var me = callers.staff(AGENT, DESK, MANAGER);
        var reason = Storable.text(given).strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            return Optional.empty();
        }
        return db.select(CONTACT_MESSAGE.BODY, CONTACT.ID, CONTACT.RESIDENT_ID)
                .from(CONTACT_MESSAGE)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_MESSAGE.CONTACT_ID))
                .where(CONTACT_MESSAGE.ID.eq(message))
                .fetchOptional(row -> {
                    db.insertInto(
                                    UNMASKING,
                                    UNMASKING.CONTACT_MESSAGE_ID,
                                    UNMASKING.STAFF_ID,
                                    UNMASKING.REASON,
                                    UNMASKING.AT)
                            .values(message, me.id(), reason, Helsinki.now(clock))
                            .execute();
                    Optional.ofNullable(row.value3())
                            .ifPresent(
                                    resident -> accessLog.note(me, resident, AccessReason.SEEING_MASKED, row.value2()));
                    return row.value1();
                });
    }
}
