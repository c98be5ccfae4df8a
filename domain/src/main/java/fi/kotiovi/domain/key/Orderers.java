package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.Addresses;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds people of the office's homes, for keys that are written down or ordered for them. */
@Service
public class Orderers {
    private static final int MOST_FOUND = 8;

    private final DSLContext db;
    private final Clerks clerks;
    private final Clock clock;

    Orderers(DSLContext db, Clerks clerks, Clock clock) {
        this.db = db;
        this.clerks = clerks;
        this.clock = clock;
    }

    /** Who lives in the office's homes under a name or an address, at most eight. */
    @Transactional(readOnly = true)
    public List<Orderer> find(String text) {
        var office = clerks.here().office();
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var name = lower(concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME));
        var address = lower(concat(
                BUILDING.STREET_FI,
                inline(" "),
                BUILDING.HOUSE_NUMBER,
                inline(" "),
                HOME.STAIRCASE,
                inline(" "),
                HOME.FLAT_NUMBER.cast(SQLDataType.VARCHAR)));
        return wanted.length() < 2
                ? List.of()
                : orderers(office, name.contains(wanted).or(address.contains(wanted)));
    }

    /** Somebody who lives, or is about to live, in that home of this office. */
    Optional<Orderer> one(UUID resident, UUID home) {
        return orderers(clerks.here().office(), RESIDENT.ID.eq(resident).and(HOME.ID.eq(home))).stream()
                .findFirst();
    }

    private List<Orderer> orderers(UUID office, Condition condition) {
        var today = Helsinki.today(clock);
        return db.select(
                        RESIDENT.ID,
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                        HOME.ID,
                        BUILDING.ID,
                        Addresses.ADDRESS)
                .from(RESIDENT)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.RESIDENT_ID.eq(RESIDENT.ID))
                .join(TENANCY)
                .on(TENANCY.ID.eq(TENANCY_RESIDENT.TENANCY_ID))
                .join(HOME)
                .on(HOME.ID.eq(TENANCY.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(BUILDING.OFFICE_ID.eq(office))
                .and(LeaseDates.notOverBy(today))
                .and(condition)
                .orderBy(RESIDENT.FAMILY_NAME, RESIDENT.GIVEN_NAME, HOME.ID)
                .limit(MOST_FOUND)
                .fetch(r -> new Orderer(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }
}
