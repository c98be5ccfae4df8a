package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.visit.CounterClaims.Wanted;
import fi.kotiovi.vocabulary.VisitState;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The two ways in which a booked visit leaves its time. Every path goes through here, so that each offers it on (B11). */
@Component
class VisitMoves {
    private final DSLContext db;

    VisitMoves(DSLContext db) {
        this.db = db;
    }

    /** To a counter that was claimed; returns the new number of the calendar entry. */
    int move(Visit before, UUID counter, Wanted wanted, OffsetDateTime keptUntil) {
        Routines.keepFreed(db.configuration(), before.id(), wanted.now(), keptUntil);
        var sequence = before.icsSequence() + 1;
        db.update(VISIT)
                .set(VISIT.COUNTER_ID, counter)
                .set(VISIT.DURING, wanted.during())
                .setNull(VISIT.NEW_TIME_ASKED_AT)
                .set(
                        VISIT.LOCAL_START,
                        wanted.start().atZoneSameInstant(Helsinki.ZONE).toLocalDateTime())
                .set(VISIT.ICS_SEQUENCE, sequence)
                .where(VISIT.ID.eq(before.id()))
                .execute();
        return sequence;
    }

    /** For good; returns the new number of the calendar entry. */
    int cancel(Visit before, VisitState to, OffsetDateTime now, OffsetDateTime keptUntil) {
        Routines.keepFreed(db.configuration(), before.id(), now, keptUntil);
        var sequence = before.icsSequence() + 1;
        db.update(VISIT)
                .set(VISIT.STATE, to)
                .set(VISIT.ICS_SEQUENCE, sequence)
                .where(VISIT.ID.eq(before.id()))
                .execute();
        return sequence;
    }
}
