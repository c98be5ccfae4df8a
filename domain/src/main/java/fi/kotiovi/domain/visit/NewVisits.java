package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.HELD;

import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.MyHome;
import fi.kotiovi.domain.visit.CounterClaims.Wanted;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down a visit at a counter that was claimed. */
@Component
class NewVisits {
    private final DSLContext db;
    private final VisitRows rows;

    NewVisits(DSLContext db, VisitRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** Holds it for its resident; empty when the office has booked the same for this person meanwhile. */
    Optional<Visit> hold(UUID resident, MyHome home, VisitType type, UUID counter, Wanted wanted, Attending attending) {
        var office = home.office();
        var until = wanted.now().plus(OfficeVisits.HOLD);
        var held = insert(resident, home.id(), type, counter, wanted, attending, HELD, until)
                .map(row -> new Visit(
                        row.id,
                        row.number,
                        type,
                        HELD,
                        wanted.start(),
                        wanted.start().atZoneSameInstant(Helsinki.ZONE).toLocalDateTime(),
                        until,
                        0,
                        office.id(),
                        office.name(),
                        office.streetAddress(),
                        attending,
                        null,
                        null,
                        null));
        held.ifPresent(visit -> rows.event(visit.id(), VisitEventKind.HELD, visit.start(), wanted.now()));
        return held;
    }

    /** Books it at once, by a member of staff; empty when there is such a visit of this person already. */
    Optional<UUID> book(
            UUID resident,
            @Nullable UUID home,
            VisitType type,
            UUID counter,
            Wanted wanted,
            Attending attending,
            UUID staff,
            @Nullable String reason) {
        var booked = insert(resident, home, type, counter, wanted, attending, BOOKED, null)
                .map(row -> row.id);
        booked.ifPresent(
                visit -> rows.event(visit, VisitEventKind.BOOKED, wanted.start(), wanted.now(), staff, reason));
        return booked;
    }

    /** Changes who comes to a held visit. */
    void attend(UUID visit, Attending attending) {
        db.update(VISIT)
                .set(VISIT.PROXY_NAME, attending.proxyName())
                .set(VISIT.SPOKEN, attending.spoken())
                .set(VISIT.NEEDS, attending.needsArray())
                .where(VISIT.ID.eq(visit))
                .and(VISIT.STATE.eq(HELD))
                .execute();
    }

    private Optional<Row> insert(
            UUID resident,
            @Nullable UUID home,
            VisitType type,
            UUID counter,
            Wanted wanted,
            Attending attending,
            VisitState state,
            @Nullable OffsetDateTime until) {
        return db.insertInto(VISIT)
                .set(VISIT.NUMBER, ShortNumbers.nextVisit(wanted.now()))
                .set(VISIT.OFFICE_ID, wanted.office())
                .set(VISIT.COUNTER_ID, counter)
                .set(VISIT.VISIT_TYPE_CODE, type.code())
                .set(VISIT.RESIDENT_ID, resident)
                .set(VISIT.HOME_ID, home)
                .set(VISIT.STATE, state)
                .set(VISIT.DURING, wanted.during())
                .set(
                        VISIT.LOCAL_START,
                        wanted.start().atZoneSameInstant(Helsinki.ZONE).toLocalDateTime())
                .set(VISIT.ZONE, Helsinki.ZONE.getId())
                .set(VISIT.HELD_UNTIL, until)
                .set(VISIT.CREATED_AT, wanted.now())
                .set(VISIT.PROXY_NAME, attending.proxyName())
                .set(VISIT.SPOKEN, attending.spoken())
                .set(VISIT.NEEDS, attending.needsArray())
                .onConflictDoNothing()
                .returningResult(VISIT.ID, VISIT.NUMBER)
                .fetchOptional(r -> new Row(r.value1(), r.value2()));
    }

    private record Row(UUID id, String number) {}
}
