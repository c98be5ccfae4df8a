package fi.kotiovi.domain.audit;

import static fi.kotiovi.db.Tables.ACCESS_LOG;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.AccessReason;
import java.time.Clock;
import java.util.Collection;
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

    /** Writes down what a list showed; a list that is opened again the same day says nothing new. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteShown(Caller.Staff staff, AccessReason reason, Collection<Shown> shown) {
        var now = Helsinki.now(clock);
        var today = Helsinki.today(clock).atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
        var noted = db.select(ACCESS_LOG.SUBJECT_ID)
                .from(ACCESS_LOG)
                .where(ACCESS_LOG.RESIDENT_ID.in(
                        shown.stream().map(Shown::resident).toList()))
                .and(ACCESS_LOG.AT.ge(today))
                .and(ACCESS_LOG.STAFF_ID.eq(staff.id()))
                .and(ACCESS_LOG.REASON.eq(reason))
                .fetchSet(ACCESS_LOG.SUBJECT_ID);
        var news = shown.stream()
                .filter(one -> !noted.contains(one.subject()))
                .map(one -> row(one.resident(), staff.id(), reason, one.subject(), now))
                .toList();
        if (!news.isEmpty()) {
            db.insertInto(
                            ACCESS_LOG,
                            ACCESS_LOG.RESIDENT_ID,
                            ACCESS_LOG.STAFF_ID,
                            ACCESS_LOG.REASON,
                            ACCESS_LOG.SUBJECT_ID,
                            ACCESS_LOG.AT)
                    .valuesOfRows(news)
                    .execute();
        }
    }

    /** Something of a resident's in a list. */
    public record Shown(UUID resident, UUID subject) {}
}
