package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.lower;

import fi.kotiovi.vocabulary.Language;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who writes from an address, if exactly one of our residents has it. */
@Component
public class Writers {
    private final DSLContext db;

    Writers(DSLContext db) {
        this.db = db;
    }

    public Optional<Known> byAddress(String address) {
        return onlyOne(lower(RESIDENT.EMAIL).eq(address).and(RESIDENT.EMAIL.isNotNull()));
    }

    /** Who has a telephone number, if exactly one of our residents has it. */
    public Optional<Known> byPhone(String e164) {
        return onlyOne(RESIDENT.PHONE.eq(e164));
    }

    private Optional<Known> onlyOne(Condition whose) {
        var same = db.select(RESIDENT.ID, RESIDENT.LANGUAGE)
                .from(RESIDENT)
                .where(whose)
                .limit(2)
                .fetch();
        if (same.size() != 1) {
            return Optional.empty();
        }
        var resident = same.getFirst();
        var home = db.select(HOME.ID, BUILDING.OFFICE_ID)
                .from(TENANCY_RESIDENT)
                .join(TENANCY)
                .on(TENANCY.ID.eq(TENANCY_RESIDENT.TENANCY_ID))
                .join(HOME)
                .on(HOME.ID.eq(TENANCY.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(TENANCY_RESIDENT.RESIDENT_ID.eq(resident.value1()))
                .orderBy(TENANCY.DURING.desc())
                .limit(1)
                .fetchOptional();
        return Optional.of(new Known(
                resident.value1(),
                resident.value2(),
                home.map(found -> found.value1()).orElse(null),
                home.map(found -> found.value2()).orElse(null)));
    }

    /** Where a stranger's letter goes: the office that is named, else the first. */
    UUID officeForStrangers(String code) {
        return db.select(OFFICE.ID)
                .from(OFFICE)
                .orderBy(OFFICE.CODE.eq(code).desc(), OFFICE.CODE)
                .limit(1)
                .fetchSingle(mapping(id -> id));
    }

    /** Home and office are missing for somebody who never lived with us. */
    public record Known(
            UUID resident,
            Language language,
            @Nullable UUID home,
            @Nullable UUID office) {}
}
