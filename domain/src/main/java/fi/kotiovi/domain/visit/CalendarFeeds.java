package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.CALENDAR_FEED;
import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static fi.kotiovi.vocabulary.VisitState.CANCELLED_OFFICE;
import static fi.kotiovi.vocabulary.VisitState.CANCELLED_RESIDENT;
import static fi.kotiovi.vocabulary.VisitState.EXPIRED;
import static fi.kotiovi.vocabulary.VisitState.HELD;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.visit.CalendarText.Entry;
import fi.kotiovi.vocabulary.Language;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Private addresses from which a calendar program reads visits: a resident's own, or those of a counter, where nobody's
 * name stands. Whoever knows the address reads it, so it can be made anew.
 */
@Service
public class CalendarFeeds {
    private static final Period LOOK_BACK = Period.ofDays(30);

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    CalendarFeeds(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** The address of the resident's own calendar; made anew, the old one leads nowhere. */
    @Transactional
    public UUID mine(boolean anew) {
        callers.resident();
        return Objects.requireNonNull(Routines.myCalendarFeed(db.configuration(), anew, Helsinki.now(clock)));
    }

    /** Whose calendar an address is; empty when it leads nowhere. */
    @Transactional(readOnly = true)
    public Optional<UUID> owner(UUID feed) {
        return Optional.ofNullable(Routines.residentOfFeed(db.configuration(), feed));
    }

    /** The caller's own visits, also the cancelled ones of late. */
    @Transactional(readOnly = true)
    public String ofCaller(Language language) {
        var me = callers.resident().id();
        return CalendarText.of("Kotiovi", entries(VISIT.RESIDENT_ID.eq(me), language), clock.instant());
    }

    /** The address of the calendar of a counter of the caller's office; made anew, the old one leads nowhere. */
    @Transactional
    public UUID ofCounter(int number, boolean anew) {
        var office = callers.staff(DESK, MANAGER).officeId();
        if (office == null) {
            throw new NotAllowedException("Somebody without an office has no counter.");
        }
        var counter = db.select(COUNTER.ID)
                .from(COUNTER)
                .where(COUNTER.OFFICE_ID.eq(office))
                .and(COUNTER.NUMBER.eq(number))
                .fetchOptional(COUNTER.ID)
                .orElseThrow(() -> new NotAllowedException("No such counter: " + number));
        if (anew) {
            db.deleteFrom(CALENDAR_FEED)
                    .where(CALENDAR_FEED.COUNTER_ID.eq(counter))
                    .execute();
        }
        db.insertInto(CALENDAR_FEED, CALENDAR_FEED.COUNTER_ID, CALENDAR_FEED.MADE_AT)
                .values(counter, Helsinki.now(clock))
                .onConflictDoNothing()
                .execute();
        return db.select(CALENDAR_FEED.TOKEN)
                .from(CALENDAR_FEED)
                .where(CALENDAR_FEED.COUNTER_ID.eq(counter))
                .fetchSingle(mapping(token -> token));
    }

    /** What is booked at the counter of an address: what and when, never who; empty when it leads nowhere. */
    @Transactional(readOnly = true)
    public Optional<String> atCounter(UUID feed) {
        return db.select(COUNTER.ID, COUNTER.NUMBER)
                .from(CALENDAR_FEED)
                .join(COUNTER)
                .on(COUNTER.ID.eq(CALENDAR_FEED.COUNTER_ID))
                .where(CALENDAR_FEED.TOKEN.eq(feed))
                .fetchOptional()
                .map(r -> CalendarText.of(
                        "Kotiovi " + r.value2(),
                        entries(VISIT.COUNTER_ID.eq(r.value1()), Language.FI),
                        clock.instant()));
    }

    private List<Entry> entries(Condition whose, Language language) {
        return db.select(
                        VISIT.ID,
                        VISIT.ICS_SEQUENCE,
                        VISIT.STATE,
                        VISIT.LOCAL_START,
                        VISIT_TYPE.MINUTES,
                        row(VISIT_TYPE.NAME_FI, VISIT_TYPE.NAME_SV, VISIT_TYPE.NAME_EN)
                                .mapping(Localized::new),
                        row(VISIT_TYPE.BRING_FI, VISIT_TYPE.BRING_SV, VISIT_TYPE.BRING_EN)
                                .mapping(Localized::new),
                        row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new),
                        OFFICE.STREET_ADDRESS)
                .from(VISIT)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .join(OFFICE)
                .on(OFFICE.ID.eq(VISIT.OFFICE_ID))
                .where(whose)
                .and(VISIT.STATE.notIn(HELD, EXPIRED))
                .and(Ranges.lower(VISIT.DURING).gt(Helsinki.now(clock).minus(LOOK_BACK)))
                .orderBy(Ranges.lower(VISIT.DURING), VISIT.ID)
                .fetch(r -> new Entry(
                        r.value1(),
                        r.value2(),
                        r.value3() == CANCELLED_RESIDENT || r.value3() == CANCELLED_OFFICE,
                        r.value4(),
                        r.value5(),
                        r.value6().in(language),
                        r.value8().in(language) + ", " + r.value9(),
                        r.value7().in(language)));
    }
}
