package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY_EARLY_PICKUP;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;

import fi.kotiovi.domain.calendar.Helsinki;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
    Optional<Handover> refusal(UUID home, UUID resident, UUID visit) {
        var today = Helsinki.today(clock);
        var leases = db.select(TENANCY.DURING)
                .from(TENANCY)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .where(TENANCY.HOME_ID.eq(home))
                .and(TENANCY_RESIDENT.RESIDENT_ID.eq(resident))
                .fetch(TENANCY.DURING);
        var first = leases.stream()
                .filter(lease -> !isOver(lease, today))
                .map(lease -> Objects.requireNonNullElse(lease.lower(), LocalDate.MIN))
                .min(LocalDate::compareTo);
        if (first.isEmpty()) {
            return Optional.of(new Handover.NoLease());
        }
        return first.get().isAfter(today) && !db.fetchExists(KEY_EARLY_PICKUP, KEY_EARLY_PICKUP.VISIT_ID.eq(visit))
                ? Optional.of(new Handover.TooEarly(first.get()))
                : Optional.empty();
    }

    private static boolean isOver(LocalDateRange lease, LocalDate today) {
        var end = lease.upper();
        return end != null && !end.isAfter(today);
    }
}
