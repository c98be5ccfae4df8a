package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoBuildings.Building;
import fi.kotiovi.schema.demo.DemoBuildings.Home;
import fi.kotiovi.schema.demo.DemoHousing.Letting;
import fi.kotiovi.schema.demo.DemoHousing.Stay;
import fi.kotiovi.schema.demo.DemoPeople.Resident;
import fi.kotiovi.schema.demo.DemoVisits.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to one key from its first day to now: its state, its holders and its events always tell the same story. */
final class KeyStory {
    private static final int FIRST_TAG = 4471;
    private static final Duration A_WHILE = Duration.ofDays(60);
    private static final List<String> DOCUMENTS =
            List.of("DRIVING_LICENCE", "DRIVING_LICENCE", "IDENTITY_CARD", "PASSPORT");

    private final Seed seed = new Seed("keys");
    private final World world;
    private final DemoStaff staff;
    private final Map<UUID, Visit> moves = new HashMap<>();
    private final KeyTables tables;
    private final Map<UUID, DemoWorkOrders.Underway> underway;
    private int tag = FIRST_TAG;

    KeyStory(World world, DemoStaff staff, DemoVisits visits, Map<UUID, DemoWorkOrders.Underway> underway) {
        this.world = world;
        this.staff = staff;
        this.underway = underway;
        tables = new KeyTables(world, seed);
        visits.all().stream()
                .filter(visit -> visit.served() && visit.type().startsWith("KEY_"))
                .forEach(visit -> moves.put(move(visit.stay(), visit.type()), visit));
    }

    /** A key of a home goes to each tenant in turn and comes back in between. */
    void ofHome(Letting letting, String kind, String hook, @Nullable UUID ring) {
        var key = new Key(letting.home().building(), letting.home(), kind, hook, DemoOffices.FOUNDED);
        key.ring = ring;
        for (var stay : letting.stays()) {
            var fetched = moves.get(move(stay, "KEY_PICKUP"));
            if (fetched != null || longPast(stay.from())) {
                key.handOut(stay.main(), fetched != null ? fetched.slot().start() : after(stay.from(), 3), fetched);
            }
            var back = moves.get(move(stay, "KEY_RETURN"));
            if (stay.last() != null && (back != null || longPast(stay.last()))) {
                // whoever made no appointment dropped the keys into the box
                key.takeBack(
                        stay.main(),
                        back != null ? back.slot().start() : after(stay.last().plusDays(1), 0),
                        back,
                        "IN_STORE");
            }
        }
        key.write();
    }

    private boolean longPast(LocalDate day) {
        return day.plusDays(9).isBefore(world.today());
    }

    private Instant after(LocalDate day, int workDays) {
        return WorkDays.at(world.workDays().workDay(day, workDays), LocalTime.of(11, 50));
    }

    void spare(Home home, String hook) {
        var key = new Key(home.building(), home, "FLAT", hook, DemoOffices.FOUNDED);
        key.spare = true;
        key.write();
    }

    void master(Building building, String hook) {
        new Key(building, null, "MASTER", hook, DemoOffices.FOUNDED).write();
    }

    /** With whoever is at work in the house, else on its hook. */
    void mainDoor(Building building, String hook) {
        var key = new Key(building, null, "MAIN_DOOR", hook, DemoOffices.FOUNDED);
        var work = underway.get(building.id());
        if (work != null) {
            key.lend(work);
        }
        key.write();
    }

    /** An extra key that was ordered, came, and waits for the visit. */
    void ready(Visit visit, String hook) {
        var at = visit.booked().minus(Duration.ofHours(1));
        var key = new Key(visit, hook, at.minus(Duration.ofDays(6)));
        key.state = "READY_FOR_PICKUP";
        var clerk = seed.pick(staff.with("DESK", key.building.office())).id();
        tables.order(key.id, visit, clerk, at);
        key.write();
    }

    private String nextTag() {
        return "K-" + tag++;
    }

    Optional<DemoWorkOrders.Underway> workIn(Building building) {
        return Optional.ofNullable(underway.get(building.id()));
    }

    /** A ring for the keys of a home. */
    UUID ring(Home home) {
        return tables.bundle(home);
    }

    /** The desk of today, with tags that go on from here. */
    DemoKeyDesk desk() {
        return new DemoKeyDesk(world, staff, tables, this::nextTag);
    }

    void finish() {
        tables.remember(world.rows());
    }

    void extra(Visit visit, String hook) {
        var at = visit.slot().start();
        var key = new Key(visit, hook, at.minus(Duration.ofDays(4)));
        key.handOut(visit.stay().main(), at, visit);
        key.write();
    }

    void lost(Visit visit, String hook) {
        var at = visit.slot().start();
        var key = new Key(visit, hook, at.minus(A_WHILE));
        key.handOut(visit.stay().main(), at.minus(A_WHILE).plus(Duration.ofDays(3)), null);
        key.lose(visit.stay().main(), at, visit);
        key.write();
    }

    void broken(Visit visit, String hook) {
        var at = visit.slot().start();
        var key = new Key(visit, hook, at.minus(A_WHILE));
        key.handOut(visit.stay().main(), at.minus(A_WHILE).plus(Duration.ofDays(3)), null);
        key.takeBack(visit.stay().main(), at, visit, "BROKEN");
        key.write();
    }

    private static UUID move(Stay stay, String type) {
        return new UUID(stay.id().getMostSignificantBits(), stay.id().getLeastSignificantBits() ^ type.hashCode());
    }

    /** One key while its story is told. */
    private final class Key {
        private final UUID id;
        private final Building building;
        private final @Nullable Home home;
        private final String kind;
        private final String hook;
        private final boolean electronic = seed.chance(40);
        private String state = "IN_STORE";
        private @Nullable Instant since;
        private @Nullable Resident holder;
        private @Nullable Visit visit;
        private boolean spare;
        private @Nullable UUID ring;

        Key(Visit visit, String hook, Instant stored) {
            this(visit.stay().home().building(), visit.stay().home(), "FLAT", hook, stored);
        }

        Key(Building building, @Nullable Home home, String kind, String hook, Instant stored) {
            id = seed.id(stored);
            this.building = building;
            this.home = home;
            this.kind = kind;
            this.hook = hook;
            event("STORED", stored, null, null, null);
            since = stored;
        }

        void handOut(Resident to, Instant at, @Nullable Visit during) {
            event("HANDED_OUT", at, during, to, seed.pick(DOCUMENTS));
            pass(at, to, during, "HANDED_OUT");
        }

        void takeBack(Resident from, Instant at, @Nullable Visit during, String then) {
            event("RETURNED", at, during, from, null);
            pass(at, null, during, then);
        }

        void lose(Resident by, Instant at, Visit during) {
            event("LOST", at, during, by, null);
            pass(at, null, during, electronic ? "BLOCKED" : "REKEY_ORDERED");
            if (electronic) {
                event("BLOCKED", at.plusSeconds(300), during, null, null);
            }
            since = null;
        }

        void lend(DemoWorkOrders.Underway work) {
            var at = WorkDays.at(world.workDays().workDay(world.today(), -1), LocalTime.of(8, 15));
            event("LOANED", at, null, null, null);
            pass(at, null, null, "LOANED");
            tables.custody(
                    id, "[%s,)".formatted(since), "CREW", null, building.crew().id(), null);
            var due = WorkDays.at(world.workDays().workDay(world.today(), 1), LocalTime.of(15, 30));
            tables.loan(
                    id,
                    work,
                    building.crew().id(),
                    seed.pick(staff.with("DESK", building.office())).id(),
                    at,
                    due);
            since = null;
        }

        private void pass(Instant at, @Nullable Resident to, @Nullable Visit during, String then) {
            custody(String.valueOf(at));
            state = then;
            since = at;
            holder = to;
            visit = during;
        }

        void write() {
            if (since != null) {
                custody("");
            }
            tables.key(
                    id,
                    building.office().id(),
                    building.id(),
                    home == null ? null : home.id(),
                    nextTag(),
                    hook,
                    kind,
                    electronic ? "ELECTRONIC" : "MECHANICAL",
                    "%06d".formatted(seed.between(100_000, 999_999)),
                    state,
                    spare,
                    ring);
        }

        private void custody(String until) {
            tables.custody(
                    id,
                    "[%s,%s)".formatted(since, until),
                    holder == null ? "OFFICE" : "RESIDENT",
                    holder == null ? null : holder.id(),
                    null,
                    visit == null ? null : visit.id());
        }

        private void event(
                String what, Instant at, @Nullable Visit during, @Nullable Resident who, @Nullable String document) {
            var clerk = seed.pick(staff.with("DESK", building.office())).id();
            var receipt = during == null || who == null || document == null
                    ? null
                    : tables.receipt(id, during, who, clerk, document);
            tables.event(
                    seed.id(at),
                    id,
                    what,
                    at,
                    clerk,
                    during == null ? null : during.id(),
                    who == null ? null : who.id(),
                    document,
                    receipt);
        }
    }
}
