package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.housing.HomeWords;
import fi.kotiovi.domain.housing.PhoneNumbers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds whoever is on the phone or at the door by a piece of the name, the address or the phone number. */
@Component
class PeopleFinder {
    private static final int MOST = 8;
    private static final int SHORTEST_PHONE = 6;

    private final DSLContext db;
    private final Clock clock;

    PeopleFinder(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Those of the office first; at most eight. Every word must fit, and nothing finds nobody. */
    List<Person> find(String text, UUID office) {
        var words = text.strip();
        if (words.length() < 2) {
            return List.of();
        }
        var today = Helsinki.today(clock);
        return db.select(
                        RESIDENT.ID,
                        RESIDENT.GIVEN_NAME,
                        RESIDENT.FAMILY_NAME,
                        RESIDENT.PHONE,
                        RESIDENT.LANGUAGE,
                        HOME.ID,
                        Addresses.ADDRESS,
                        field(RESIDENT.EMAIL.isNotNull()))
                .from(RESIDENT)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.RESIDENT_ID.eq(RESIDENT.ID))
                .join(TENANCY)
                .on(TENANCY.ID.eq(TENANCY_RESIDENT.TENANCY_ID))
                .join(HOME)
                .on(HOME.ID.eq(TENANCY.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(Ranges.notOver(TENANCY.DURING, today))
                .and(fits(words))
                .orderBy(
                        field(BUILDING.OFFICE_ID.ne(office)),
                        RESIDENT.FAMILY_NAME,
                        RESIDENT.GIVEN_NAME,
                        TENANCY.DURING,
                        RESIDENT.ID)
                .limit(MOST)
                .fetch(mapping(Person::new));
    }

    private static Condition fits(String text) {
        var digits = text.chars().filter(Character::isDigit).count();
        var phone = digits < SHORTEST_PHONE
                ? noCondition()
                : PhoneNumbers.parse(text).map(RESIDENT.PHONE::eq).orElse(noCondition());
        var words = HomeWords.fit(text);
        return digits < SHORTEST_PHONE ? words : words.or(phone);
    }
}
