package fi.kotiovi.domain.source;

import static fi.kotiovi.db.Tables.CONTACT_SOURCE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.vocabulary.ContactChannel;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets in who has a key, as often as a minute allows; every node counts in the same row. */
@Component
class SourceGate {
    private final DSLContext db;
    private final Clock clock;

    SourceGate(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Counted whatever becomes of it afterwards, hence a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Entered> enter(String key) {
        var now = Helsinki.now(clock);
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        return db.update(CONTACT_SOURCE)
                .set(
                        CONTACT_SOURCE.IN_MINUTE,
                        when(CONTACT_SOURCE.MINUTE.eq(minute), CONTACT_SOURCE.IN_MINUTE.plus(1))
                                .otherwise(inline(1)))
                .set(CONTACT_SOURCE.MINUTE, minute)
                .set(CONTACT_SOURCE.LAST_AT, now)
                .where(CONTACT_SOURCE.KEY_SHA256.eq(SourceKeys.hash(key)))
                .and(CONTACT_SOURCE.ENDED_AT.isNull())
                .returningResult(
                        CONTACT_SOURCE.ID, CONTACT_SOURCE.CHANNEL, CONTACT_SOURCE.OFFICE_ID, CONTACT_SOURCE.IN_MINUTE)
                .fetchOptional(r -> new Entered(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    /** A source, and how often it has come in this minute. */
    record Entered(UUID id, ContactChannel channel, UUID office, int inMinute) {}
}
