package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CALLED;
import static fi.kotiovi.vocabulary.VisitState.CANCELLED_OFFICE;
import static fi.kotiovi.vocabulary.VisitState.CANCELLED_RESIDENT;
import static fi.kotiovi.vocabulary.VisitState.CHECKED_IN;
import static fi.kotiovi.vocabulary.VisitState.EXPIRED;
import static fi.kotiovi.vocabulary.VisitState.HELD;
import static fi.kotiovi.vocabulary.VisitState.NO_SHOW;
import static fi.kotiovi.vocabulary.VisitState.SERVING;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.AccessReason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk of an office: who comes today, and receiving them. */
@Service
public class VisitDesk {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final AccessLog accessLog;
    private final VisitTickets tickets;

    VisitDesk(DSLContext db, Callers callers, Clock clock, AccessLog accessLog, VisitTickets tickets) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.accessLog = accessLog;
        this.tickets = tickets;
    }

    /** The visits of a date at the caller's office, in the order of time. */
    @Transactional(readOnly = true)
    public List<DeskVisit> on(LocalDate day) {
        var from = day.atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
        var until = day.plusDays(1).atStartOfDay(Helsinki.ZONE).toOffsetDateTime();
        return list(Ranges.lower(VISIT.DURING)
                .ge(from)
                .and(Ranges.lower(VISIT.DURING).lt(until))
                .and(VISIT.STATE.notIn(HELD, EXPIRED, CANCELLED_RESIDENT, CANCELLED_OFFICE)));
    }

    /** The first date after that one on which somebody is booked at the caller's office. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> upcoming(LocalDate after) {
        return db.select(VISIT.LOCAL_START)
                .from(VISIT)
                .where(VISIT.OFFICE_ID.eq(office()))
                .and(VISIT.STATE.eq(BOOKED))
                .and(Ranges.lower(VISIT.DURING)
                        .ge(after.plusDays(1).atStartOfDay(Helsinki.ZONE).toOffsetDateTime()))
                .orderBy(Ranges.lower(VISIT.DURING))
                .limit(1)
                .fetchOptional(VISIT.LOCAL_START)
                .map(LocalDateTime::toLocalDate);
    }

    /** Those of several dates, both included, and what residents hold at this moment. */
    List<DeskVisit> between(LocalDate first, LocalDate last, OffsetDateTime now) {
        return list(Ranges.lower(VISIT.DURING)
                .ge(first.atStartOfDay(Helsinki.ZONE).toOffsetDateTime())
                .and(Ranges.lower(VISIT.DURING)
                        .lt(last.plusDays(1).atStartOfDay(Helsinki.ZONE).toOffsetDateTime()))
                .and(VISIT.STATE.notIn(EXPIRED, CANCELLED_RESIDENT, CANCELLED_OFFICE))
                .and(VISIT.HELD_UNTIL.isNull().or(VISIT.HELD_UNTIL.gt(now))));
    }

    @Transactional(readOnly = true)
    public Optional<DeskVisit> one(UUID visit) {
        return list(VISIT.ID.eq(visit)).stream().findFirst();
    }

    /** The name of the caller's office, and its counters. */
    @Transactional(readOnly = true)
    public Desk desk() {
        var office = office();
        return db.select(row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new))
                .from(OFFICE)
                .where(OFFICE.ID.eq(office))
                .fetchSingle(r -> new Desk(
                        r.value1(),
                        db.select(COUNTER.NUMBER)
                                .from(COUNTER)
                                .where(COUNTER.OFFICE_ID.eq(office))
                                .orderBy(COUNTER.NUMBER)
                                .fetch(COUNTER.NUMBER)));
    }

    /**
     * Takes a step; the same step again is answered as done. Empty when it is not possible from where the visit is, or
     * while the caller has somebody else at the counter.
     */
    @Transactional
    public Optional<DeskVisit> step(UUID visit, DeskStep step) {
        var me = callers.staff(DESK, MANAGER);
        db.select(VISIT.ID)
                .from(VISIT)
                .where(VISIT.ID.eq(visit))
                .forNoKeyUpdate()
                .execute();
        var before = one(visit).orElseThrow(() -> new NotAllowedException("Not a visit of this office: " + visit));
        if (before.state() == step.to()) {
            return Optional.of(before);
        }
        if (!step.isPossibleFrom(before.state()) || (before.state() == NO_SHOW && isReplaced(visit))) {
            return Optional.empty();
        }
        var now = Helsinki.now(clock);
        if (!tickets.follow(visit, step, me, now)) {
            return Optional.empty();
        }
        if (step == DeskStep.SERVE) {
            accessLog.note(me, before.residentId(), AccessReason.SERVING_VISIT, visit);
        }
        return one(visit);
    }

    /** Whoever was marked as absent has lost the time to somebody else, or has booked another one instead. */
    private boolean isReplaced(UUID visit) {
        var lost = VISIT.as("lost");
        return db.fetchExists(selectOne()
                .from(VISIT)
                .join(lost)
                .on(lost.ID.eq(visit))
                .where(VISIT.ID.ne(visit))
                .and(VISIT.STATE.in(HELD, BOOKED, CHECKED_IN, CALLED, SERVING))
                .and(VISIT.COUNTER_ID
                        .eq(lost.COUNTER_ID)
                        .and(Ranges.lower(VISIT.DURING).lt(Ranges.upper(lost.DURING)))
                        .and(Ranges.lower(lost.DURING).lt(Ranges.upper(VISIT.DURING)))
                        .or(VISIT.RESIDENT_ID
                                .eq(lost.RESIDENT_ID)
                                .and(VISIT.VISIT_TYPE_CODE.eq(lost.VISIT_TYPE_CODE)))));
    }

    UUID office() {
        var office = callers.staff(DESK, MANAGER).officeId();
        if (office == null) {
            throw new NotAllowedException("Somebody without an office has no desk.");
        }
        return office;
    }

    private List<DeskVisit> list(Condition condition) {
        return db.select(
                        VISIT.ID,
                        VISIT.NUMBER,
                        VisitRows.TYPE,
                        VISIT.STATE,
                        VISIT.DURING.convertFrom(Ranges::start),
                        VISIT.LOCAL_START,
                        COUNTER.NUMBER,
                        RESIDENT.ID,
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                        RESIDENT.LANGUAGE,
                        VISIT.HOME_ID,
                        Addresses.ADDRESS,
                        STAFF.GIVEN_NAME,
                        row(VISIT.PROXY_NAME, VISIT.SPOKEN, VISIT.NEEDS).mapping(Attending::of),
                        field(RESIDENT.EMAIL.isNotNull()),
                        RESIDENT.PHONE)
                .from(VISIT)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .join(COUNTER)
                .on(COUNTER.ID.eq(VISIT.COUNTER_ID))
                .join(RESIDENT)
                .on(RESIDENT.ID.eq(VISIT.RESIDENT_ID))
                .join(HOME)
                .on(HOME.ID.eq(VISIT.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(VISIT.SERVED_BY))
                .where(VISIT.OFFICE_ID.eq(office()))
                .and(condition)
                .orderBy(Ranges.lower(VISIT.DURING), COUNTER.NUMBER)
                .fetch(mapping(DeskVisit::new));
    }

    /** An office seen from behind its counters. */
    public record Desk(Localized office, List<Integer> counters) {}
}
