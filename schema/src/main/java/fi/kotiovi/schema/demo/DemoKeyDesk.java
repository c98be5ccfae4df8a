package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoBuildings.Building;
import fi.kotiovi.schema.demo.DemoHousing.Letting;
import fi.kotiovi.schema.demo.DemoHousing.Stay;
import fi.kotiovi.schema.demo.DemoHousing.Turn;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What lies on the desk of a key room today: extra keys in each of their states, and a key that a contractor has too long. */
final class DemoKeyDesk {
    private final Seed seed = new Seed("key desk");
    private final World world;
    private final DemoStaff staff;
    private final KeyTables tables;
    private final Supplier<String> tags;
    private int hook = 31;

    DemoKeyDesk(World world, DemoStaff staff, KeyTables tables, Supplier<String> tags) {
        this.world = world;
        this.staff = staff;
        this.tables = tables;
        this.tags = tags;
    }

    /** A few homes of each office, and Aino, who has ordered a key to the garage. */
    void orders(List<Letting> lettings) {
        var settled = lettings.stream()
                .filter(letting -> letting.turn() == Turn.STAYS)
                .toList();
        settled.stream()
                .map(letting -> letting.home().building().office())
                .distinct()
                .forEach(office -> {
                    hook = 31;
                    var homes = settled.stream()
                            .filter(letting -> !letting.known()
                                    && letting.home().building().office().equals(office))
                            .map(letting -> letting.stays().getLast())
                            .limit(7)
                            .toList();
                    if (!homes.isEmpty()) {
                        each(homes);
                    }
                });
        settled.stream()
                .filter(letting -> letting.home().address().equals("Lehmuskuja 4 B 31"))
                .forEach(aino -> ordered(aino.stays().getLast(), "GARAGE"));
    }

    private void each(List<Stay> homes) {
        wish(homes.getFirst(), "FLAT", 2, "Lapset alkavat kulkea yksin koulusta", "ASKED", day(-1, 18, 5), null);
        wish(at(homes, 1), "LAUNDRY", 1, "Pesutuvan avain hävisi muutossa", "ASKED", day(-1, 7, 40), null);
        var no = "Kotiin on kirjattu jo kuusi avainta. Soita meille, jos niitä on kadonnut.";
        wish(at(homes, 2), "FLAT", 3, "Vieraille", "DECLINED", day(-6, 20, 15), no);
        ordered(at(homes, 3), "FLAT");
        arrived(at(homes, 4));
        ready(at(homes, 5));
        cancelled(at(homes, 6));
    }

    private static Stay at(List<Stay> homes, int n) {
        return homes.get(n % homes.size());
    }

    private void wish(
            Stay stay, String kind, int pieces, String reason, String state, Instant asked, @Nullable String answer) {
        wish(stay, kind, pieces, reason, state, asked, answer, answer == null ? null : clerk(stay));
    }

    private UUID wish(
            Stay stay,
            String kind,
            int pieces,
            String reason,
            String state,
            Instant asked,
            @Nullable String answer,
            @Nullable UUID clerk) {
        var id = seed.id(asked);
        var answered = clerk == null ? null : asked.plusSeconds(50_000);
        tables.wish(
                id,
                stay.main().id(),
                stay.home().id(),
                kind,
                pieces,
                reason,
                state,
                asked,
                answered,
                clerk,
                answer == null ? "" : answer);
        return id;
    }

    private void ordered(Stay stay, String kind) {
        var clerk = clerk(stay);
        var wish = wish(stay, kind, 1, "Toinen avain katosi", "ORDERED", day(-4, 19, 30), null, clerk);
        var at = day(-3, 9, 20);
        var key = seed.id(at);
        tables.event(seed.id(at), key, "ORDERED", at, clerk, null, null, null, null);
        key(key, stay, kind, "", "", "ORDERED");
        tables.order(key, stay, "ORDERED", clerk, at, null, null, wish);
    }

    private void arrived(Stay stay) {
        come(stay, -8, -1, "IN_STORE", "ARRIVED", null);
    }

    private void ready(Stay stay) {
        var ready = day(-1, 13, 10);
        var key = come(stay, -9, -2, "READY_FOR_PICKUP", "READY", ready);
        tables.event(seed.id(ready), key, "READY", ready, clerk(stay), null, null, null, null);
    }

    private UUID come(Stay stay, int orderedDay, int cameDay, String state, String order, @Nullable Instant ready) {
        var clerk = clerk(stay);
        var at = day(orderedDay, 10, 15);
        var came = day(cameDay, 12, 45);
        var key = seed.id(at);
        tables.event(seed.id(at), key, "ORDERED", at, clerk, null, null, null, null);
        tables.event(seed.id(came), key, "ARRIVED", came, clerk, null, null, null, null);
        tables.custody(key, "[%s,)".formatted(came), "OFFICE", null, null, null);
        key(key, stay, "FLAT", "V %02d".formatted(hook++), serial(), state);
        tables.order(key, stay, order, clerk, at, ready, null, null);
        return key;
    }

    private void cancelled(Stay stay) {
        var clerk = clerk(stay);
        var at = day(-12, 11, 0);
        var over = day(-10, 8, 30);
        var key = seed.id(at);
        tables.event(seed.id(at), key, "ORDERED", at, clerk, null, null, null, null);
        tables.event(seed.id(over), key, "RETIRED", over, clerk, null, null, null, null);
        key(key, stay, "STORAGE", "", "", "RETIRED");
        tables.order(key, stay, "CANCELLED", clerk, at, null, over, null);
    }

    private void key(UUID id, Stay stay, String kind, String onHook, String serial, String state) {
        var building = stay.home().building();
        tables.key(
                id,
                building.office().id(),
                building.id(),
                stay.home().id(),
                tags.get(),
                onHook,
                kind,
                "MECHANICAL",
                serial,
                state,
                false,
                null);
    }

    /** The key to the laundries of a house; with a contractor since before yesterday, and everybody has been reminded. */
    void common(Building building, String onHook, DemoWorkOrders.@Nullable Underway work) {
        var id = seed.id(DemoOffices.FOUNDED);
        var clerk = seed.pick(staff.with("DESK", building.office())).id();
        tables.event(seed.id(DemoOffices.FOUNDED), id, "STORED", DemoOffices.FOUNDED, clerk, null, null, null, null);
        if (work == null) {
            tables.custody(id, "[%s,)".formatted(DemoOffices.FOUNDED), "OFFICE", null, null, null);
        } else {
            var at = day(-3, 8, 40);
            tables.event(seed.id(at), id, "LOANED", at, clerk, null, null, null, null);
            tables.custody(id, "[%s,%s)".formatted(DemoOffices.FOUNDED, at), "OFFICE", null, null, null);
            tables.custody(id, "[%s,)".formatted(at), "CONTRACTOR", null, null, null);
            tables.lentOutside(id, work, clerk, at, day(-2, 15, 30));
        }
        tables.key(
                id,
                building.office().id(),
                building.id(),
                null,
                tags.get(),
                onHook,
                "LAUNDRY",
                "MECHANICAL",
                serial(),
                work == null ? "IN_STORE" : "LOANED",
                false,
                null);
    }

    private String serial() {
        return "%06d".formatted(seed.between(100_000, 999_999));
    }

    private UUID clerk(Stay stay) {
        return seed.pick(staff.with("DESK", stay.home().building().office())).id();
    }

    private Instant day(int workDays, int hour, int minute) {
        return WorkDays.at(world.workDays().workDay(world.today(), workDays), LocalTime.of(hour, minute));
    }
}
