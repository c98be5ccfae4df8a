package fi.kotiovi.domain.town;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.TenancyRole;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;

/** Buildings, homes, and the people who live there. */
public final class Homes {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Town town;
    private final DSLContext db;

    Homes(Town town) {
        this.town = town;
        this.db = town.db();
    }

    public UUID building(UUID office, UUID crew) {
        return db.insertInto(BUILDING)
                .set(BUILDING.OFFICE_ID, office)
                .set(BUILDING.CREW_ID, crew)
                .set(BUILDING.STREET_FI, "Lehmuskuja")
                .set(BUILDING.STREET_SV, "Lindgränden")
                .set(BUILDING.HOUSE_NUMBER, String.valueOf(NEXT.incrementAndGet()))
                .set(BUILDING.POSTCODE, "00100")
                .set(BUILDING.TOWN, "Helsinki")
                .returningResult(BUILDING.ID)
                .fetchSingle(mapping(key -> key));
    }

    /** With its keys in the key room of its office. */
    public UUID home(UUID building) {
        var home = homeWithoutKeys(building);
        var _ = key(home, KeyState.IN_STORE);
        return home;
    }

    /** Another key of a home. */
    public UUID key(UUID home, KeyState state) {
        var n = NEXT.incrementAndGet();
        return db.insertInto(KEY)
                .columns(
                        KEY.OFFICE_ID,
                        KEY.BUILDING_ID,
                        KEY.HOME_ID,
                        KEY.TAG,
                        KEY.HOOK,
                        KEY.KIND,
                        KEY.LOCK_SYSTEM,
                        KEY.SERIAL,
                        KEY.STATE)
                .select(select(
                                BUILDING.OFFICE_ID,
                                BUILDING.ID,
                                HOME.ID,
                                val("K-" + (500_000 + n)),
                                val("A-" + n),
                                val(KeyKind.FLAT),
                                val(LockSystem.MECHANICAL),
                                val("S" + n),
                                val(state))
                        .from(HOME)
                        .join(BUILDING)
                        .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                        .where(HOME.ID.eq(home)))
                .returningResult(KEY.ID)
                .fetchSingle(mapping(id -> id));
    }

    public UUID homeWithoutKeys(UUID building) {
        return db.insertInto(HOME)
                .set(HOME.BUILDING_ID, building)
                .set(HOME.STAIRCASE, "B")
                .set(HOME.FLAT_NUMBER, NEXT.incrementAndGet())
                .set(HOME.FLOOR, 3)
                .set(HOME.LAYOUT, "2h+k")
                .returningResult(HOME.ID)
                .fetchSingle(mapping(key -> key));
    }

    /** Puts every building and its keys under another office. */
    public void assignAllTo(UUID office) {
        db.update(BUILDING).set(BUILDING.OFFICE_ID, office).execute();
        db.update(KEY).set(KEY.OFFICE_ID, office).execute();
    }

    /** Lives in a new home of a new building of that office; the shortest way to somebody. */
    public Caller.Resident residentOf(UUID office, String givenName) {
        return resident(givenName).livingAt(home(building(office, town.work().crew("Huolto"))));
    }

    /** One more lease of somebody who has one already. */
    public void lease(Caller.Resident resident, UUID home, LocalDate from) {
        lease(resident, home, from, null);
    }

    private void lease(Caller.Resident resident, UUID home, LocalDate from, @Nullable LocalDate until) {
        var tenancy = db.insertInto(TENANCY)
                .set(TENANCY.HOME_ID, home)
                .set(TENANCY.DURING, LocalDateRange.localDateRange(from, true, until, false))
                .returningResult(TENANCY.ID)
                .fetchSingle(mapping(key -> key));
        db.insertInto(TENANCY_RESIDENT)
                .set(TENANCY_RESIDENT.TENANCY_ID, tenancy)
                .set(TENANCY_RESIDENT.RESIDENT_ID, resident.id())
                .set(TENANCY_RESIDENT.ROLE, TenancyRole.MAIN)
                .execute();
    }

    public Newcomer resident(String givenName) {
        return new Newcomer(givenName);
    }

    /** Somebody about to move in. */
    public final class Newcomer {
        private final String givenName;
        private Language language = Language.FI;
        private boolean withEmail = true;

        private Newcomer(String givenName) {
            this.givenName = givenName;
        }

        public Newcomer speaking(Language spoken) {
            language = spoken;
            return this;
        }

        public Newcomer withoutEmail() {
            withEmail = false;
            return this;
        }

        public Caller.Resident livingAt(UUID home) {
            return livingAt(home, LONG_AGO, null);
        }

        /** Until before a date, or for ever. */
        public Caller.Resident livingAt(UUID home, LocalDate from, @Nullable LocalDate until) {
            var resident = livingNowhere();
            lease(resident, home, from, until);
            return resident;
        }

        public Caller.Resident livingNowhere() {
            var email = givenName.toLowerCase(Locale.ROOT) + NEXT.incrementAndGet() + "@example.org";
            var id = db.insertInto(RESIDENT)
                    .set(RESIDENT.GIVEN_NAME, givenName)
                    .set(RESIDENT.FAMILY_NAME, "Korhonen")
                    .set(RESIDENT.EMAIL, withEmail ? email : null)
                    .set(RESIDENT.PHONE, "+358409876543")
                    .set(RESIDENT.LANGUAGE, language)
                    .returningResult(RESIDENT.ID)
                    .fetchSingle(mapping(key -> key));
            return new Caller.Resident(id, givenName, language);
        }
    }
}
