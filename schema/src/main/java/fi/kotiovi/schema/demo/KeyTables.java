package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoPeople.Resident;
import fi.kotiovi.schema.demo.DemoVisits.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the stories of keys are written down: keys, custody, loans, orders, receipts and the log. */
final class KeyTables {
    private static final int FIRST_BUNDLE = 1_001;

    private final Seed seed;
    private final Rows.Table bundleTable;
    private final Rows.Table keyTable;
    private final Rows.Table custodyTable;
    private final Rows.Table handoverTable;
    private final Rows.Table itemTable;
    private final Rows.Table loanTable;
    private final Rows.Table wishTable;
    private final Rows.Table orderTable;
    private final Rows.Table eventTable;
    private final Numbers receiptNumbers = new Numbers("R");
    private final Numbers orderNumbers = new Numbers("E");
    private final Map<UUID, UUID> receipts = new HashMap<>();
    private int bundle = FIRST_BUNDLE;

    KeyTables(World world, Seed seed) {
        this.seed = seed;
        var rows = world.rows();
        bundleTable = rows.table("key_bundle", "id, office_id, building_id, home_id, code");
        keyTable = rows.table(
                "key",
                "id, office_id, building_id, home_id, tag, hook, kind, lock_system, serial, state, spare, bundle_id");
        custodyTable = rows.table("key_custody", "key_id, during, holder, resident_id, crew_id, visit_id");
        handoverTable = rows.table(
                "key_handover",
                "id, number, direction, office_id, home_id, visit_id, resident_id, id_kind, staff_id, at, signing,"
                        + " signed_name");
        itemTable = rows.table("key_handover_key", "handover_id, key_id, outcome");
        loanTable = rows.table(
                "key_loan",
                "id, key_id, work_order_id, crew_id, contractor, contractor_phone, contractor_email, borrower_id, lent_by,"
                        + " lent_at, due_at, step, next_at");
        wishTable = rows.table(
                "key_wish",
                "id, resident_id, home_id, kind, pieces, reason, state, asked_at, answered_at, answered_by, answer");
        orderTable = rows.table(
                "key_order",
                "id, number, key_id, office_id, home_id, resident_id, state, ordered_by, ordered_at, ready_at, closed_at, wish_id");
        eventTable =
                rows.table("key_event", "id, key_id, kind, at, staff_id, visit_id, resident_id, id_kind, handover_id");
    }

    void key(@Nullable Object... values) {
        keyTable.add(values);
    }

    void custody(@Nullable Object... values) {
        custodyTable.add(values);
    }

    void wish(@Nullable Object... values) {
        wishTable.add(values);
    }

    void event(@Nullable Object... values) {
        eventTable.add(values);
    }

    void loan(UUID key, DemoWorkOrders.Underway work, UUID crew, UUID clerk, Instant at, Instant due) {
        loanTable.add(
                seed.id(at),
                key,
                work.order(),
                crew,
                null,
                null,
                null,
                work.worker().id(),
                clerk,
                at,
                due,
                0,
                due);
    }

    /** To a contractor, and so late that whoever can be reminded has been. */
    void lentOutside(UUID key, DemoWorkOrders.Underway work, UUID clerk, Instant at, Instant due) {
        loanTable.add(
                seed.id(at),
                key,
                work.order(),
                null,
                "Lukkoapu Esimerkki Oy",
                "+358400000061",
                "lukkoapu@contractor.example",
                null,
                clerk,
                at,
                due,
                3,
                null);
    }

    /** A ring; its code counts on from the first. */
    UUID bundle(DemoBuildings.Home home) {
        var id = new UUID(home.id().getMostSignificantBits(), ~home.id().getLeastSignificantBits() | (1L << 63));
        bundleTable.add(id, home.building().office().id(), home.building().id(), home.id(), "N-" + bundle++);
        return id;
    }

    void order(UUID key, Visit visit, UUID clerk, Instant ready) {
        order(key, visit.stay(), "READY", clerk, ready.minus(Duration.ofDays(6)), ready, null, null);
    }

    void order(
            UUID key,
            DemoHousing.Stay stay,
            String state,
            UUID clerk,
            Instant ordered,
            @Nullable Instant ready,
            @Nullable Instant closed,
            @Nullable UUID wish) {
        var home = stay.home();
        orderTable.add(
                seed.id(ordered),
                orderNumbers.next(ordered),
                key,
                home.building().office().id(),
                home.id(),
                stay.main().id(),
                state,
                clerk,
                ordered,
                ready,
                closed,
                wish);
    }

    /** One receipt for all the keys of a visit; in those days people signed on paper. */
    UUID receipt(UUID key, Visit visit, Resident to, UUID clerk, String document) {
        var id = receipts.computeIfAbsent(visit.id(), v -> {
            var at = visit.slot().start();
            var home = visit.stay().home();
            var receipt = seed.id(at);
            handoverTable.add(
                    receipt,
                    receiptNumbers.next(at),
                    "OUT",
                    home.building().office().id(),
                    home.id(),
                    visit.id(),
                    to.id(),
                    document,
                    clerk,
                    at,
                    "PAPER",
                    to.given() + " " + to.family());
            return receipt;
        });
        itemTable.add(id, key, "HANDED");
        return id;
    }

    void remember(Rows rows) {
        receiptNumbers.remember(rows, "key_handover_number");
        orderNumbers.remember(rows, "key_order_number");
    }
}
