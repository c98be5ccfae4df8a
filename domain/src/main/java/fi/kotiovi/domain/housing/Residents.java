package fi.kotiovi.domain.housing;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.CREW;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectSeekStep1;
import org.jooq.SelectSelectStep;
import org.jooq.impl.SQLDataType;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a resident may know and change of the own person and home. */
@Service
public class Residents {
    private static final SelectField<MyHome> MY_HOME = row(
                    HOME.ID,
                    BUILDING.ID,
                    CREW.ID,
                    CREW.NAME,
                    Addresses.ADDRESS,
                    TENANCY.DURING.convertFrom(LocalDateRange::lower),
                    row(
                                    OFFICE.ID,
                                    row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN)
                                            .mapping(Localized::new),
                                    OFFICE.STREET_ADDRESS,
                                    OFFICE.PHONE,
                                    OFFICE.ON_CALL_PHONE)
                            .mapping(MyHome.Office::new))
            .mapping(MyHome::new);
    private static final Field<LocalDate> UNTIL = TENANCY.DURING.convertFrom(LocalDateRange::upper);

    /** Keeps these locks apart from the other uses of advisory locks. */
    private static final int RESIDENT_LOCK = 0x726573;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    Residents(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** The home of today, else the one whose lease starts next; empty for somebody who has moved out. */
    @Transactional(readOnly = true)
    public Optional<MyHome> myHome() {
        return current(lived(db.select(MY_HOME, UNTIL)).fetch(mapping(Lived::new)));
    }

    /** {@link #myHome()}, else the last one: whoever has moved out still returns keys and asks questions. */
    @Transactional(readOnly = true)
    public Optional<MyHome> myLatestHome() {
        return latest(lived(db.select(MY_HOME, UNTIL)).fetch(mapping(Lived::new)));
    }

    /** The homes of leases that run or lie ahead, the earliest first, for whoever moves has two; else the last one. */
    @Transactional(readOnly = true)
    public List<MyHome> myHomes() {
        return notOver(lived(db.select(MY_HOME, UNTIL)).fetch(mapping(Lived::new)));
    }

    /** {@link #myHomes()} and {@link #oneAtATime()} in one question, for where many ask at one moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MyHome> myHomesOneAtATime() {
        return notOver(lived(db.select(MY_HOME, UNTIL, alone())).fetch(r -> new Lived(r.value1(), r.value2())));
    }

    private List<MyHome> notOver(List<Lived> homes) {
        var today = Helsinki.today(clock);
        var open = homes.stream()
                .filter(home -> home.isOpenOn(today))
                .map(Lived::home)
                .toList();
        return open.isEmpty() ? latest(homes).stream().toList() : open;
    }

    private Optional<MyHome> latest(List<Lived> homes) {
        return current(homes).or(() -> homes.reversed().stream().findFirst().map(Lived::home));
    }

    private Optional<MyHome> current(List<Lived> homes) {
        var today = Helsinki.today(clock);
        return homes.stream().filter(home -> home.isOpenOn(today)).findFirst().map(Lived::home);
    }

    private <R extends Record> SelectSeekStep1<R, LocalDateRange> lived(SelectSelectStep<R> wanted) {
        return wanted.from(TENANCY_RESIDENT)
                .join(TENANCY)
                .on(TENANCY.ID.eq(TENANCY_RESIDENT.TENANCY_ID))
                .join(HOME)
                .on(HOME.ID.eq(TENANCY.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .join(CREW)
                .on(CREW.ID.eq(BUILDING.CREW_ID))
                .join(OFFICE)
                .on(OFFICE.ID.eq(BUILDING.OFFICE_ID))
                .where(TENANCY_RESIDENT.RESIDENT_ID.eq(callers.resident().id()))
                .orderBy(TENANCY.DURING);
    }

    /** Own contact data, to fill forms with; nothing is asked twice. */
    @Transactional(readOnly = true)
    public Contactable contactable() {
        var me = callers.resident().id();
        return db.select(RESIDENT.GIVEN_NAME, RESIDENT.FAMILY_NAME, RESIDENT.EMAIL, RESIDENT.PHONE, RESIDENT.LANGUAGE)
                .from(RESIDENT)
                .where(RESIDENT.ID.eq(me))
                .fetchSingle(mapping(Contactable::new));
    }

    /** Remembers the language a resident wants to be spoken to in. */
    @Transactional
    public void speak(Language language) {
        db.update(RESIDENT)
                .set(RESIDENT.LANGUAGE, language)
                .where(RESIDENT.ID.eq(callers.resident().id()))
                .execute();
    }

    /** Makes what the same person does in another window wait until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void oneAtATime() {
        db.select(alone()).execute();
    }

    /** Not a lock on the row: that is written to disk, and most who want one time at one moment write nothing else. */
    private Field<Object> alone() {
        var me = callers.resident().id();
        return function(name("pg_advisory_xact_lock"), SQLDataType.OTHER, inline(RESIDENT_LOCK), val(me.hashCode()));
    }

    private record Lived(MyHome home, @Nullable LocalDate until) {
        private boolean isOpenOn(LocalDate day) {
            return until == null || until.isAfter(day);
        }
    }

    /** How a resident is reached; {@code email} and {@code phone} (E.164) may be missing. */
    public record Contactable(
            String givenName,
            String familyName,
            @Nullable String email,
            @Nullable String phone,
            Language language) implements Serializable {}
}
