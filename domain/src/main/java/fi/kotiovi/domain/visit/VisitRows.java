package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.housing.Localized;
import fi.kotiovi.vocabulary.VisitEventKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Component;

/** Reads visits as their residents know them, and writes down what happened to them. */
@Component
class VisitRows {
    static final SelectField<VisitType> TYPE = row(
                    VISIT_TYPE.CODE,
                    VISIT_TYPE.MINUTES,
                    VISIT_TYPE.HANDS_OVER_KEYS,
                    VISIT_TYPE.TAKES_KEYS_BACK,
                    row(VISIT_TYPE.NAME_FI, VISIT_TYPE.NAME_SV, VISIT_TYPE.NAME_EN)
                            .mapping(Localized::new),
                    row(VISIT_TYPE.BRING_FI, VISIT_TYPE.BRING_SV, VISIT_TYPE.BRING_EN)
                            .mapping(Localized::new))
            .mapping(VisitType::new);

    private final DSLContext db;

    VisitRows(DSLContext db) {
        this.db = db;
    }

    List<VisitType> types() {
        return db.select(TYPE).from(VISIT_TYPE).orderBy(VISIT_TYPE.POSITION).fetch(Record1::value1);
    }

    Optional<VisitType> type(String code) {
        return db.select(TYPE).from(VISIT_TYPE).where(VISIT_TYPE.CODE.eq(code)).fetchOptional(Record1::value1);
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

    void event(UUID visit, VisitEventKind kind, OffsetDateTime start, OffsetDateTime now) {
        db.insertInto(VISIT_EVENT, VISIT_EVENT.VISIT_ID, VISIT_EVENT.KIND, VISIT_EVENT.AT, VISIT_EVENT.STARTS_AT)
                .values(visit, kind, now, start)
                .execute();
    }

    private SelectOnConditionStep<Record1<Visit>> visits() {
        return db.select(row(
                                VISIT.ID,
                                VISIT.NUMBER,
                                TYPE,
                                VISIT.STATE,
                                VISIT.DURING.convertFrom(Ranges::start),
                                VISIT.LOCAL_START,
                                VISIT.HELD_UNTIL,
                                VISIT.ICS_SEQUENCE,
                                OFFICE.ID,
                                row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN)
                                        .mapping(Localized::new),
                                OFFICE.STREET_ADDRESS)
                        .mapping(Visit::new))
                .from(VISIT)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .join(OFFICE)
                .on(OFFICE.ID.eq(VISIT.OFFICE_ID));
    }
}
