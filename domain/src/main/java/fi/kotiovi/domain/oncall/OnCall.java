package fi.kotiovi.domain.oncall;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.ON_CALL_SHIFT;
import static fi.kotiovi.db.Tables.STAFF;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.StaffRole;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on call right now. */
@Service
public class OnCall {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    OnCall(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** The people on call at this moment for the caller's office or crew, the first to be alerted first. */
    @Transactional(readOnly = true)
    public List<Person> now() {
        var me = callers.staff(StaffRole.values());
        var now = Helsinki.now(clock);
        return db.select(ON_CALL_SHIFT.LEVEL, STAFF.ID, STAFF.GIVEN_NAME, STAFF.FAMILY_NAME, STAFF.PHONE)
                .from(ON_CALL_SHIFT)
                .join(STAFF)
                .on(STAFF.ID.eq(ON_CALL_SHIFT.STAFF_ID))
                .where(ON_CALL_SHIFT.OFFICE_ID.eq(me.officeId()).or(ON_CALL_SHIFT.OFFICE_ID.in(officesOf(me.crewId()))))
                .and(Ranges.lower(ON_CALL_SHIFT.DURING).le(now))
                .and(Ranges.upper(ON_CALL_SHIFT.DURING).gt(now))
                .orderBy(ON_CALL_SHIFT.LEVEL)
                .fetch(mapping(Person::new));
    }

    private static Select<Record1<UUID>> officesOf(@Nullable UUID crew) {
        return select(BUILDING.OFFICE_ID).from(BUILDING).where(BUILDING.CREW_ID.eq(crew));
    }

    /** The people on call at this moment, of each office, the first to be alerted first. */
    Map<UUID, List<Person>> byOffice() {
        var now = Helsinki.now(clock);
        return db.select(
                        ON_CALL_SHIFT.OFFICE_ID,
                        ON_CALL_SHIFT.LEVEL,
                        STAFF.ID,
                        STAFF.GIVEN_NAME,
                        STAFF.FAMILY_NAME,
                        STAFF.PHONE)
                .from(ON_CALL_SHIFT)
                .join(STAFF)
                .on(STAFF.ID.eq(ON_CALL_SHIFT.STAFF_ID))
                .where(Ranges.lower(ON_CALL_SHIFT.DURING).le(now))
                .and(Ranges.upper(ON_CALL_SHIFT.DURING).gt(now))
                .orderBy(ON_CALL_SHIFT.LEVEL)
                .fetchGroups(
                        ON_CALL_SHIFT.OFFICE_ID,
                        r -> new Person(r.value2(), r.value3(), r.value4(), r.value5(), r.value6()));
    }

    /** Somebody on call; phone in E.164. */
    public record Person(int level, UUID id, String givenName, String familyName, String phone)
            implements Serializable {}
}
