package fi.kotiovi.domain.audit;

import static fi.kotiovi.db.Tables.ACCESS_LOG;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.AccessReason;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a member of staff looked at a resident's data, in the transaction that showed it. */
@Component
public class AccessLog {
    private final DSLContext db;
    private final Clock clock;

    AccessLog(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Caller.Staff staff, UUID resident, AccessReason reason, UUID subject) {
        db.insertInto(
                        ACCESS_LOG,
                        ACCESS_LOG.RESIDENT_ID,
                        ACCESS_LOG.STAFF_ID,
                        ACCESS_LOG.REASON,
                        ACCESS_LOG.SUBJECT_ID,
                        ACCESS_LOG.AT)
                .values(resident, staff.id(), reason, subject, Helsinki.now(clock))
                .execute();
    }
}
