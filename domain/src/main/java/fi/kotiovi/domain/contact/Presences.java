package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.QUEUE_PRESENCE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/**
 * Who works in the line now: whoever took, gave back or wrote something within the last hour. An open page is no sign of
 * a person.
 */
@Component
class Presences {
    static final Duration PRESENT = Duration.ofHours(1);

    /** A sign of life is written down this often at most. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final DSLContext db;

    Presences(DSLContext db) {
        this.db = db;
    }

    void active(UUID staff, OffsetDateTime now) {
        db.insertInto(QUEUE_PRESENCE, QUEUE_PRESENCE.STAFF_ID, QUEUE_PRESENCE.SEEN_AT)
                .values(staff, now)
                .onConflict(QUEUE_PRESENCE.STAFF_ID)
                .doUpdate()
                .set(QUEUE_PRESENCE.SEEN_AT, excluded(QUEUE_PRESENCE.SEEN_AT))
                .where(QUEUE_PRESENCE.SEEN_AT.lt(now.minus(GRAIN)))
                .execute();
    }

    static Select<Record1<UUID>> present(OffsetDateTime now) {
        return select(QUEUE_PRESENCE.STAFF_ID)
                .from(QUEUE_PRESENCE)
                .where(QUEUE_PRESENCE.SEEN_AT.gt(now.minus(PRESENT)));
    }
}
