package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads visits as their residents know them, and writes down what happened to them. */
@Component
class VisitRows {
    static final SelectField<VisitType> TYPE = row(
                    VISIT_TYPE.CODE,
                    VISIT_TYPE.MINUTES,
                    VISIT_TYPE.HANDS_OVER_KEYS,
                    VISIT_TYPE.TAKES_KEYS_BACK,
                    VISIT_TYPE.BY_PROXY,
                    row(VISIT_TYPE.NAME_FI, VISIT_TYPE.NAME_SV, VISIT_TYPE.NAME_EN)
                            .mapping(Localized::new),
                    row(VISIT_TYPE.BRING_FI, VISIT_TYPE.BRING_SV, VISIT_TYPE.BRING_EN)
                            .mapping(Localized::new))
            .mapping(VisitType::new);

    private static final SelectField<Visit> VISIT_OF_RESIDENT = row(
                    VISIT.ID,
                    VISIT.NUMBER,
                    TYPE,
                    VISIT.STATE,
                    VISIT.DURING.convertFrom(Ranges::start),
                    VISIT.LOCAL_START,
                    VISIT.HELD_UNTIL,
                    VISIT.ICS_SEQUENCE,
                    OFFICE.ID,
                    row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new),
                    OFFICE.STREET_ADDRESS,
                    row(VISIT.PROXY_NAME, VISIT.SPOKEN, VISIT.NEEDS).mapping(Attending::of),
                    VISIT.NEW_TIME_ASKED_AT,
                    VISIT.CANCEL_REASON,
                    VISIT.CANCEL_WORDS)
            .mapping(Visit::new);

    private final DSLContext db;
    private final AtomicReference<@Nullable List<VisitType>> types = new AtomicReference<>();

    VisitRows(DSLContext db) {
        this.db = db;
    }

    /** Read once: no role of an application may change them, only a migration does. */
    List<VisitType> types() {
        var known = types.get();
        if (known == null) {
            known = db.select(TYPE)
                    .from(VISIT_TYPE)
                    .orderBy(VISIT_TYPE.POSITION)
                    .fetch(Record1::value1);
            types.set(known);
        }
        return known;
    }

    Optional<VisitType> type(String code) {
        return types().stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** Makes the held visit that meets the condition a booked one. */
    Optional<Visit> confirm(Condition condition) {
        return db.update(VISIT)
                .set(VISIT.STATE, VisitState.BOOKED)
                .setNull(VISIT.HELD_UNTIL)
                .from(VISIT_TYPE, OFFICE)
                .where(condition)
                .and(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .and(OFFICE.ID.eq(VISIT.OFFICE_ID))
                .returningResult(VISIT_OF_RESIDENT)
                .fetchOptional(Record1::value1);
    }

    Optional<Visit> one(Condition condition) {
        return visits().where(condition).fetchOptional(Record1::value1);
    }

    List<Visit> newestFirst(Condition condition, int limit) {
        return visits().where(condition)
                .orderBy(Ranges.lower(VISIT.DURING).desc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** How many visits somebody has ahead, held or booked or going on. */
    int countAhead(UUID resident) {
        return db.fetchCount(
                VISIT,
                VISIT.RESIDENT_ID
                        .eq(resident)
                        .and(VISIT.STATE.in(
                                VisitState.HELD,
                                VisitState.BOOKED,
                                VisitState.CHECKED_IN,
                                VisitState.CALLED,
                                VisitState.SERVING)));
    }

    void event(UUID visit, VisitEventKind kind, OffsetDateTime start, OffsetDateTime now) {
        db.insertInto(VISIT_EVENT, VISIT_EVENT.VISIT_ID, VISIT_EVENT.KIND, VISIT_EVENT.AT, VISIT_EVENT.STARTS_AT)
                .values(visit, kind, now, start)
                .execute();
    }

    /** The same, done by a member of staff; {@code reason} when a rule was stepped over. */
    void event(
            UUID visit,
            VisitEventKind kind,
            OffsetDateTime start,
            OffsetDateTime now,
            UUID staff,
            @Nullable String reason) {
        db.insertInto(VISIT_EVENT)
                .set(VISIT_EVENT.VISIT_ID, visit)
                .set(VISIT_EVENT.KIND, kind)
                .set(VISIT_EVENT.AT, now)
                .set(VISIT_EVENT.STARTS_AT, start)
                .set(VISIT_EVENT.STAFF_ID, staff)
                .set(VISIT_EVENT.REASON, reason)
                .execute();
    }

    /** Staff gave it another time or counter. */
    void moved(
            UUID visit,
            VisitEventKind kind,
            CounterClaims.Wanted to,
            UUID counter,
            UUID staff,
            @Nullable String reason) {
        db.insertInto(VISIT_EVENT)
                .set(VISIT_EVENT.VISIT_ID, visit)
                .set(VISIT_EVENT.KIND, kind)
                .set(VISIT_EVENT.AT, to.now())
                .set(VISIT_EVENT.STARTS_AT, to.start())
                .set(VISIT_EVENT.COUNTER_ID, counter)
                .set(VISIT_EVENT.STAFF_ID, staff)
                .set(VISIT_EVENT.REASON, reason)
                .execute();
    }

    private SelectOnConditionStep<Record1<Visit>> visits() {
        return db.select(VISIT_OF_RESIDENT)
                .from(VISIT)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .join(OFFICE)
                .on(OFFICE.ID.eq(VISIT.OFFICE_ID));
    }
}
