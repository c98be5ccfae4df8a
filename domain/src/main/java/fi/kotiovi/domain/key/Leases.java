package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY_EARLY_PICKUP;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.domain.key.ServedVisits.Served;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.springframework.stereotype.Component;

/** Whether somebody may have the keys of a home today: not before the lease, unless a manager has agreed. */
@Component
class Leases {
    private final DSLContext db;
    private final Clock clock;

    Leases(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Why not; empty when they may. */
    Optional<Handover> refusal(Served who) {
        var first = first(who.home(), who.resident());
        if (first.isEmpty()) {
            return Optional.of(new Handover.NoLease());
        }
        return first.get().isAfter(Helsinki.today(clock)) && !isAgreed(who)
                ? Optional.of(new Handover.TooEarly(first.get()))
                : Optional.empty();
    }

    /** The lease of a walk-in that lies ahead. */
    Optional<EarlyLease> early(WalkIn who) {
        return first(who.home(), who.resident())
                .filter(first -> first.isAfter(Helsinki.today(clock)))
                .map(first -> new EarlyLease(first, db.fetchExists(KEY_EARLY_PICKUP, byNumber(who))));
    }

    /** Once for a visit. */
    void agree(UUID visit, Clerk manager, String reason) {
        db.insertInto(KEY_EARLY_PICKUP)
                .set(KEY_EARLY_PICKUP.VISIT_ID, visit)
                .set(KEY_EARLY_PICKUP.AGREED_BY, manager.id())
                .set(KEY_EARLY_PICKUP.REASON, Storable.text(reason).strip())
                .set(KEY_EARLY_PICKUP.AT, Helsinki.now(clock))
                .onConflictDoNothing()
                .execute();
    }

    /** Once for a person and a home while a ticket is served. */
    void agree(WalkIn who, Clerk manager, String reason) {
        db.insertInto(KEY_EARLY_PICKUP)
                .set(KEY_EARLY_PICKUP.TICKET_ID, who.ticket())
                .set(KEY_EARLY_PICKUP.RESIDENT_ID, who.resident())
                .set(KEY_EARLY_PICKUP.HOME_ID, who.home())
                .set(KEY_EARLY_PICKUP.AGREED_BY, manager.id())
                .set(KEY_EARLY_PICKUP.REASON, Storable.text(reason).strip())
                .set(KEY_EARLY_PICKUP.AT, Helsinki.now(clock))
                .onConflictDoNothing()
                .execute();
    }

    private boolean isAgreed(Served who) {
        var visit = who.visit();
        var ticket = who.ticket();
        return (visit != null && db.fetchExists(KEY_EARLY_PICKUP, KEY_EARLY_PICKUP.VISIT_ID.eq(visit)))
                || (ticket != null
                        && db.fetchExists(KEY_EARLY_PICKUP, byNumber(new WalkIn(ticket, who.resident(), who.home()))));
    }

    private static Condition byNumber(WalkIn who) {
        return KEY_EARLY_PICKUP
                .TICKET_ID
                .eq(who.ticket())
                .and(KEY_EARLY_PICKUP.RESIDENT_ID.eq(who.resident()))
                .and(KEY_EARLY_PICKUP.HOME_ID.eq(who.home()));
    }

    private Optional<LocalDate> first(UUID home, UUID resident) {
        var today = Helsinki.today(clock);
        return db
                .select(TENANCY.DURING)
                .from(TENANCY)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .where(TENANCY.HOME_ID.eq(home))
                .and(TENANCY_RESIDENT.RESIDENT_ID.eq(resident))
                .fetch(TENANCY.DURING)
                .stream()
                .filter(lease -> !isOver(lease, today))
                .map(lease -> Objects.requireNonNullElse(lease.lower(), LocalDate.MIN))
                .min(LocalDate::compareTo);
    }

    private static boolean isOver(LocalDateRange lease, LocalDate today) {
        var end = lease.upper();
        return end != null && !end.isAfter(today);
    }
}
