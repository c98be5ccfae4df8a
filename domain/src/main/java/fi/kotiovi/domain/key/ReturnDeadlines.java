package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Holidays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** By when keys come back: the next working day after the lease, at the hour of the office (domain.md 4.4). */
@Component
class ReturnDeadlines {
    private final DSLContext db;
    private final Holidays holidays;

    ReturnDeadlines(DSLContext db, Holidays holidays) {
        this.db = db;
        this.holidays = holidays;
    }

    OffsetDateTime after(LocalDate lastDay, LocalTime hour) {
        return holidays.nextWorkingDay(lastDay)
                .atTime(hour)
                .atZone(Helsinki.ZONE)
                .toOffsetDateTime();
    }

    /** Of the newest lease this person has or had of that home; empty while it has no end. */
    Optional<Due> of(UUID home, UUID resident) {
        return db.select(TENANCY.ID, TENANCY.DURING, OFFICE.KEY_RETURN_TIME)
                .from(TENANCY)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .join(HOME)
                .on(HOME.ID.eq(TENANCY.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .join(OFFICE)
                .on(OFFICE.ID.eq(BUILDING.OFFICE_ID))
                .where(TENANCY.HOME_ID.eq(home))
                .and(TENANCY_RESIDENT.RESIDENT_ID.eq(resident))
                .orderBy(TENANCY.DURING.desc())
                .limit(1)
                .fetchOptional()
                .flatMap(lease -> Optional.ofNullable(lease.value2().upper())
                        .map(end -> new Due(lease.value1(), after(end.minusDays(1), lease.value3()))));
    }

    /** A lease that ends, and when its keys have to be back. */
    record Due(UUID tenancy, OffsetDateTime at) {}
}
