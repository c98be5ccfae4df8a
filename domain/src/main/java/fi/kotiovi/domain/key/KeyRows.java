package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.CREW;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_BUNDLE;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.RESIDENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.vocabulary.KeyState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads keys with where they fit and who has them, and locks them before they move. */
@Component
class KeyRows {
    static final SelectField<Key.House> HOUSE = row(
                    row(BUILDING.STREET_FI, BUILDING.STREET_SV, BUILDING.STREET_FI)
                            .mapping(Localized::new),
                    BUILDING.HOUSE_NUMBER)
            .mapping(Key.House::new);

    private final DSLContext db;

    KeyRows(DSLContext db) {
        this.db = db;
    }

    List<UUID> ids(Select<Record1<UUID>> wanted) {
        return db.fetchValues(wanted);
    }

    /** In hook order. */
    List<Key> list(Condition condition, int limit) {
        return list(condition, 0, limit, KEY.HOOK, KEY.TAG);
    }

    List<Key> list(Condition condition, int offset, int limit, OrderField<?>... order) {
        return keys().where(condition)
                .orderBy(order)
                .offset(offset)
                .limit(limit)
                .fetch(Record1::value1);
    }

    Optional<Key> one(Condition condition) {
        return keys().where(condition).fetchOptional(Record1::value1);
    }

    /** Locked in one order before anything is written: nothing by halves, and no deadlock between two clerks. */
    List<Locked> lock(Collection<UUID> keys) {
        return db.select(KEY.ID, KEY.STATE, KEY.OFFICE_ID, KEY.HOME_ID)
                .from(KEY)
                .where(KEY.ID.in(keys))
                .orderBy(KEY.ID)
                .forUpdate()
                .fetch(r -> new Locked(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    private SelectOnConditionStep<Record1<Key>> keys() {
        return db.select(row(
                                KEY.ID,
                                KEY.TAG,
                                KEY.HOOK,
                                KEY.KIND,
                                KEY.LOCK_SYSTEM,
                                KEY.SERIAL,
                                KEY.STATE,
                                KEY.SPARE,
                                KEY.NOTE,
                                KEY_BUNDLE.CODE,
                                BUILDING.ID,
                                HOUSE,
                                HOME.ID,
                                Addresses.ADDRESS_IF_ANY,
                                RESIDENT.ID,
                                coalesce(
                                        when(
                                                RESIDENT.ID.isNotNull(),
                                                concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME)),
                                        KEY_LOAN.CONTRACTOR,
                                        CREW.NAME))
                        .mapping(Key::new))
                .from(KEY)
                .join(BUILDING)
                .on(BUILDING.ID.eq(KEY.BUILDING_ID))
                .leftJoin(HOME)
                .on(HOME.ID.eq(KEY.HOME_ID))
                .leftJoin(KEY_BUNDLE)
                .on(KEY_BUNDLE.ID.eq(KEY.BUNDLE_ID))
                .leftJoin(KEY_CUSTODY)
                .on(KEY_CUSTODY
                        .KEY_ID
                        .eq(KEY.ID)
                        .and(Ranges.upper(KEY_CUSTODY.DURING).isNull()))
                .leftJoin(RESIDENT)
                .on(RESIDENT.ID.eq(KEY_CUSTODY.RESIDENT_ID))
                .leftJoin(CREW)
                .on(CREW.ID.eq(KEY_CUSTODY.CREW_ID))
                .leftJoin(KEY_LOAN)
                .on(KEY_LOAN.KEY_ID.eq(KEY.ID).and(KEY_LOAN.RETURNED_AT.isNull()));
    }

    /** A key that nobody else moves until this transaction ends. */
    record Locked(
            UUID id, KeyState state, UUID office, @Nullable UUID home) {}
}
