package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;

import fi.kotiovi.domain.housing.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the buildings and homes of the caller's office by address. */
@Service
public class Places {
    private static final int MOST = 8;

    private final DSLContext db;
    private final Clerks clerks;

    Places(DSLContext db, Clerks clerks) {
        this.db = db;
        this.clerks = clerks;
    }

    /** Buildings first, then homes; at most eight of each. */
    @Transactional(readOnly = true)
    public List<Place> find(String text) {
        var office = clerks.here().office();
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.length() < 2) {
            return List.of();
        }
        var found = new ArrayList<>(db.select(BUILDING.ID, KeyRows.HOUSE)
                .from(BUILDING)
                .where(BUILDING.OFFICE_ID.eq(office))
                .and(house(BUILDING.STREET_FI)
                        .contains(wanted)
                        .or(house(BUILDING.STREET_SV).contains(wanted)))
                .orderBy(BUILDING.STREET_FI, BUILDING.HOUSE_NUMBER)
                .limit(MOST)
                .fetch(r -> new Place(r.value1(), r.value2(), null, null)));
        found.addAll(db.select(BUILDING.ID, KeyRows.HOUSE, HOME.ID, Addresses.ADDRESS)
                .from(HOME)
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(BUILDING.OFFICE_ID.eq(office))
                .and(door(BUILDING.STREET_FI)
                        .contains(wanted)
                        .or(door(BUILDING.STREET_SV).contains(wanted)))
                .orderBy(BUILDING.STREET_FI, BUILDING.HOUSE_NUMBER, HOME.STAIRCASE, HOME.FLAT_NUMBER)
                .limit(MOST)
                .fetch(r -> new Place(r.value1(), r.value2(), r.value3(), r.value4())));
        return found;
    }

    private static Field<String> house(Field<String> street) {
        return lower(concat(street, inline(" "), BUILDING.HOUSE_NUMBER));
    }

    private static Field<String> door(Field<String> street) {
        return concat(
                house(street),
                inline(" "),
                lower(HOME.STAIRCASE),
                inline(" "),
                HOME.FLAT_NUMBER.cast(SQLDataType.VARCHAR));
    }
}
