package fi.kotiovi.domain.town;

import static fi.kotiovi.db.Tables.CLOSURE;
import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.CREW;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.ON_CALL_SHIFT;
import static fi.kotiovi.db.Tables.OPENING_HOURS;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.STAFF_HAS_ROLE;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.jspecify.annotations.Nullable;

/** Offices with counters and opening hours, crews, and the people who work there. */
public final class Workplaces {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final DSLContext db;

    Workplaces(Town town) {
        this.db = town.db();
    }

    /** Open for appointments from Monday to Friday, 9.00 to 16.00. */
    public UUID office(int counters) {
        var office = closedOffice(counters);
        for (int weekday = 1; weekday <= 5; weekday++) {
            opens(office, weekday, "09:00", "16:00");
        }
        return office;
    }

    /** Without any opening hours. */
    public UUID closedOffice(int counters) {
        var n = NEXT.incrementAndGet();
        var office = db.insertInto(OFFICE)
                .set(OFFICE.CODE, "T" + n)
                .set(OFFICE.NAME_FI, "Toimisto " + n)
                .set(OFFICE.NAME_SV, "Kontor " + n)
                .set(OFFICE.NAME_EN, "Office " + n)
                .set(OFFICE.STREET_ADDRESS, "Torikatu " + n)
                .set(OFFICE.POSTCODE, "00100")
                .set(OFFICE.TOWN, "Helsinki")
                .set(OFFICE.PHONE, "+358912345")
                .set(OFFICE.ON_CALL_PHONE, "+358912346")
                .returningResult(OFFICE.ID)
                .fetchSingle(mapping(key -> key));
        for (int number = 1; number <= counters; number++) {
            db.insertInto(COUNTER)
                    .set(COUNTER.OFFICE_ID, office)
                    .set(COUNTER.NUMBER, number)
                    .execute();
        }
        return office;
    }

    public void opens(UUID office, int isoWeekday, String opens, String closes) {
        opens(office, isoWeekday, opens, closes, LocalDate.of(2020, 1, 1), null);
    }

    /** Valid from a date until before another, or for ever. */
    public void opens(
            UUID office, int isoWeekday, String opens, String closes, LocalDate from, @Nullable LocalDate until) {
        db.insertInto(OPENING_HOURS)
                .set(OPENING_HOURS.OFFICE_ID, office)
                .set(OPENING_HOURS.SERVICE, OfficeService.APPOINTMENT)
                .set(OPENING_HOURS.ISO_WEEKDAY, isoWeekday)
                .set(OPENING_HOURS.OPENS, LocalTime.parse(opens))
                .set(OPENING_HOURS.CLOSES, LocalTime.parse(closes))
                .set(OPENING_HOURS.VALID, LocalDateRange.localDateRange(from, true, until, false))
                .execute();
    }

    /** Closes an office, or every office when none is given. */
    public void closed(@Nullable UUID office, OffsetDateTime from, @Nullable OffsetDateTime until) {
        db.insertInto(CLOSURE)
                .set(CLOSURE.OFFICE_ID, office)
                .set(CLOSURE.DURING, OffsetDateTimeRange.offsetDateTimeRange(from, true, until, false))
                .set(CLOSURE.REASON_FI, "Remontti")
                .set(CLOSURE.REASON_SV, "Renovering")
                .set(CLOSURE.REASON_EN, "Renovation")
                .execute();
    }

    public UUID crew(String name) {
        return db.insertInto(CREW)
                .set(CREW.CODE, "C" + NEXT.incrementAndGet())
                .set(CREW.NAME, name)
                .set(CREW.PHONE, "+358912347")
                .returningResult(CREW.ID)
                .fetchSingle(mapping(key -> key));
    }

    /** Works at an office. */
    public Caller.Staff clerk(String givenName, UUID office, StaffRole... roles) {
        return staff(givenName, office, null, roles);
    }

    /** Works in a crew. */
    public Caller.Staff mechanic(String givenName, UUID crew, StaffRole... roles) {
        return staff(givenName, null, crew, roles);
    }

    private Caller.Staff staff(String givenName, @Nullable UUID office, @Nullable UUID crew, StaffRole... roles) {
        var id = db.insertInto(STAFF)
                .set(STAFF.OFFICE_ID, office)
                .set(STAFF.CREW_ID, crew)
                .set(STAFF.GIVEN_NAME, givenName)
                .set(STAFF.FAMILY_NAME, "Virtanen")
                .set(STAFF.EMAIL, "staff" + NEXT.incrementAndGet() + "@example.org")
                .set(STAFF.PHONE, "+358401234567")
                .set(STAFF.LANGUAGE, Language.FI)
                .returningResult(STAFF.ID)
                .fetchSingle(mapping(key -> key));
        for (var role : roles) {
            db.insertInto(STAFF_HAS_ROLE, STAFF_HAS_ROLE.STAFF_ID, STAFF_HAS_ROLE.ROLE)
                    .values(id, role)
                    .execute();
        }
        return new Caller.Staff(id, givenName, "Virtanen", Language.FI, Set.of(roles), office, crew);
    }

    /** On call at a level of an office's rota, until before a moment. */
    public void onCall(UUID office, int level, Caller.Staff person, OffsetDateTime from, OffsetDateTime until) {
        db.insertInto(ON_CALL_SHIFT)
                .set(ON_CALL_SHIFT.OFFICE_ID, office)
                .set(ON_CALL_SHIFT.LEVEL, level)
                .set(ON_CALL_SHIFT.STAFF_ID, person.id())
                .set(ON_CALL_SHIFT.DURING, OffsetDateTimeRange.offsetDateTimeRange(from, until))
                .execute();
    }
}
