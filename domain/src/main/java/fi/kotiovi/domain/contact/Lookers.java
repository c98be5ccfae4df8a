package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT_LOOK;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has a contact on the screen now, and who writes about it, so that two do not do the same work. */
@Service
public class Lookers {
    /** So long after the last sign of a page somebody still looks. */
    static final Duration LOOKS = Duration.ofSeconds(15);

    /** So long after the last key somebody still writes. */
    static final Duration WRITES = Duration.ofSeconds(15);

    /** A sign is written down this often at most. */
    private static final Duration GRAIN = Duration.ofSeconds(5);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST = 5;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    Lookers(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** Says that the caller has it on the screen, and tells who else has, by name. Meant to be asked every second. */
    @Transactional
    public List<Looker> look(UUID contact) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var now = Helsinki.now(clock);
        db.insertInto(CONTACT_LOOK, CONTACT_LOOK.CONTACT_ID, CONTACT_LOOK.STAFF_ID, CONTACT_LOOK.SEEN_AT)
                .values(contact, me, now)
                .onConflict(CONTACT_LOOK.CONTACT_ID, CONTACT_LOOK.STAFF_ID)
                .doUpdate()
                .set(CONTACT_LOOK.SEEN_AT, excluded(CONTACT_LOOK.SEEN_AT))
                .where(CONTACT_LOOK.SEEN_AT.lt(now.minus(GRAIN)))
                .execute();
        return db.select(STAFF.GIVEN_NAME, coalesce(field(CONTACT_LOOK.WROTE_AT.gt(now.minus(WRITES))), inline(false)))
                .from(CONTACT_LOOK)
                .join(STAFF)
                .on(STAFF.ID.eq(CONTACT_LOOK.STAFF_ID))
                .where(CONTACT_LOOK.CONTACT_ID.eq(contact))
                .and(CONTACT_LOOK.STAFF_ID.ne(me))
                .and(CONTACT_LOOK.SEEN_AT.gt(now.minus(LOOKS)))
                .orderBy(STAFF.GIVEN_NAME, STAFF.ID)
                .limit(MOST)
                .fetch(mapping(Looker::new));
    }

    /** Says that the caller writes something about it. */
    @Transactional
    public void write(UUID contact) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var now = Helsinki.now(clock);
        db.insertInto(
                        CONTACT_LOOK,
                        CONTACT_LOOK.CONTACT_ID,
                        CONTACT_LOOK.STAFF_ID,
                        CONTACT_LOOK.SEEN_AT,
                        CONTACT_LOOK.WROTE_AT)
                .values(contact, me, now, now)
                .onConflict(CONTACT_LOOK.CONTACT_ID, CONTACT_LOOK.STAFF_ID)
                .doUpdate()
                .set(CONTACT_LOOK.SEEN_AT, excluded(CONTACT_LOOK.SEEN_AT))
                .set(CONTACT_LOOK.WROTE_AT, excluded(CONTACT_LOOK.WROTE_AT))
                .execute();
    }

    /** Forgets who looked long ago. For the ticker. */
    @Transactional
    public int forget() {
        return db.deleteFrom(CONTACT_LOOK)
                .where(CONTACT_LOOK.SEEN_AT.lt(Helsinki.now(clock).minus(KEPT)))
                .execute();
    }

    /** Somebody else; {@code writes} while keys are pressed. */
    public record Looker(String name, boolean writes) implements Serializable {}
}
