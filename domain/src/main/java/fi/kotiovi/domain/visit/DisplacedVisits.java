package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.CALENDAR_CHANGE;
import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static fi.kotiovi.vocabulary.StaffRole.ADMIN;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.BookedVisits;
import fi.kotiovi.domain.calendar.CounterCapacities;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Booked visits that the calendar of their office no longer has room for, and the one step that asks for new times. */
@Service
public class DisplacedVisits implements BookedVisits {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final OpenTimes openTimes;
    private final CounterCapacities capacities;
    private final VisitRows rows;
    private final Outbox outbox;

    DisplacedVisits(
            DSLContext db,
            Callers callers,
            Clock clock,
            OpenTimes openTimes,
            CounterCapacities capacities,
            VisitRows rows,
            Outbox outbox) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.openTimes = openTimes;
        this.capacities = capacities;
        this.rows = rows;
        this.outbox = outbox;
    }

    @Override
    public int displaced(UUID office) {
        return among(office).size();
    }

    /** In order of time. */
    @Transactional(readOnly = true)
    public List<Displaced> of(UUID office) {
        callers.staff(DESK, MANAGER, ADMIN);
        return among(office);
    }

    /**
     * Asks each resident once for another time; the old one stays theirs until they have chosen. Returns how many were
     * asked now.
     */
    @Transactional
    public int askForNewTimes(UUID office) {
        callers.staff(MANAGER, ADMIN);
        var now = Helsinki.now(clock);
        var toAsk =
                among(office).stream().filter(visit -> visit.askedAt == null).toList();
        var asked = 0;
        for (var visit : toAsk) {
            var first = db.update(VISIT)
                    .set(VISIT.NEW_TIME_ASKED_AT, now)
                    .where(VISIT.ID.eq(visit.id))
                    .and(VISIT.STATE.eq(VisitState.BOOKED))
                    .and(VISIT.NEW_TIME_ASKED_AT.isNull())
                    .execute();
            if (first == 1) {
                rows.event(visit.id, VisitEventKind.NEW_TIME_ASKED, visit.start, now);
                outbox.toResident(visit.residentId, NotificationKind.VISIT_NEW_TIME, visit.id, visit.icsSequence);
                asked++;
            }
        }
        return asked;
    }

    private List<Displaced> among(UUID office) {
        var now = Helsinki.now(clock);
        var booked = db.select(
                        VISIT.ID,
                        VISIT.NUMBER,
                        VISIT.RESIDENT_ID,
                        RESIDENT.GIVEN_NAME.concat(" ").concat(RESIDENT.FAMILY_NAME),
                        row(VISIT_TYPE.NAME_FI, VISIT_TYPE.NAME_SV, VISIT_TYPE.NAME_EN)
                                .mapping(Localized::new),
                        VISIT_TYPE.MINUTES,
                        VISIT.DURING.convertFrom(Ranges::start),
                        VISIT.LOCAL_START,
                        COUNTER.NUMBER,
                        VISIT.ICS_SEQUENCE,
                        VISIT.NEW_TIME_ASKED_AT)
                .from(VISIT)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .join(RESIDENT)
                .on(RESIDENT.ID.eq(VISIT.RESIDENT_ID))
                .join(COUNTER)
                .on(COUNTER.ID.eq(VISIT.COUNTER_ID))
                .where(VISIT.OFFICE_ID.eq(office))
                .and(VISIT.STATE.eq(VisitState.BOOKED))
                .and(Ranges.lower(VISIT.DURING).gt(now))
                .and(notExists(agreed(office)))
                .orderBy(Ranges.lower(VISIT.DURING), VISIT.ID)
                .fetch(mapping(Displaced::new));
        if (booked.isEmpty()) {
            return List.of();
        }
        var open = openTimes
                .of(office, OfficeService.APPOINTMENT)
                .between(
                        booked.getFirst().local.toLocalDate(),
                        booked.getLast().local.toLocalDate());
        var counters = capacities.of(office, Helsinki.dateOf(now));
        return booked.stream()
                .filter(visit -> open.stream().noneMatch(span -> span.includes(visit.span()))
                        || visit.counter > counters.open(visit.span(), true))
                .toList();
    }

    /** A manager has put the visit where it is in spite of the rules, and they have not changed since. */
    private static Select<?> agreed(UUID office) {
        return selectOne()
                .from(VISIT_EVENT)
                .where(VISIT_EVENT.VISIT_ID.eq(VISIT.ID))
                .and(VISIT_EVENT.REASON.isNotNull())
                .and(VISIT_EVENT.STARTS_AT.eq(Ranges.lower(VISIT.DURING)))
                .and(notExists(selectOne()
                        .from(CALENDAR_CHANGE)
                        .where(CALENDAR_CHANGE.OFFICE_ID.isNull().or(CALENDAR_CHANGE.OFFICE_ID.eq(office)))
                        .and(CALENDAR_CHANGE.SERVICE.isNull().or(CALENDAR_CHANGE.SERVICE.eq(OfficeService.APPOINTMENT)))
                        .and(CALENDAR_CHANGE.AT.gt(VISIT_EVENT.AT))));
    }

    /** A visit without a place; {@code askedAt} once its resident was asked for another time. */
    public record Displaced(
            UUID id,
            String number,
            UUID residentId,
            String residentName,
            Localized type,
            int minutes,
            OffsetDateTime start,
            LocalDateTime local,
            int counter,
            int icsSequence,
            @Nullable OffsetDateTime askedAt) {
        private Span span() {
            return new Span(start, start.plusMinutes(minutes));
        }
    }
}
