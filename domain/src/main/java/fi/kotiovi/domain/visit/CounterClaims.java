package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.COUNTER;
import static fi.kotiovi.db.Tables.COUNTER_UNIT;
import static fi.kotiovi.db.Tables.TAKEN_TIMES;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wins a counter for a span of time against everybody who wants one at the same moment. The minutes of a counter are
 * locked, those in use are passed over, so that racers spread over the counters; the exclusion constraint on
 * {@code visit} stays the judge (ADR 0003).
 */
@Component
class CounterClaims {
    private static final int UNIT_MINUTES = 5;
    private static final int ROUNDS = 2;

    private final DSLContext db;
    private final TransactionTemplate attempts;

    CounterClaims(DSLContext db, PlatformTransactionManager transactions) {
        this.db = db;
        this.attempts = new TransactionTemplate(transactions);
        attempts.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** A counter that is free for the whole span and stays so until the transaction ends; empty when all are taken. */
    Optional<UUID> claim(UUID office, OffsetDateTime start, int minutes, OffsetDateTime now) {
        var span = Ranges.range(start, start.plusMinutes(minutes));
        var units = units(start, minutes);
        for (int round = 0; round < ROUNDS; round++) {
            var free = freeCounters(office, span, now);
            if (free.isEmpty()) {
                return Optional.empty();
            }
            for (var counter : free) {
                if (won(() -> locked(counter, units, true) && isFree(office, counter, span, now))) {
                    return Optional.of(counter);
                }
            }
        }
        // Everything that looks free is in somebody's hands; whoever gives up would leave a slot unsold, so wait.
        for (var counter : freeCounters(office, span, now)) {
            if (won(() -> locked(counter, units, false) && isFree(office, counter, span, now))) {
                return Optional.of(counter);
            }
        }
        return Optional.empty();
    }

    /**
     * An attempt that fails lets go of the minutes it has locked, for whoever waits for a minute while holding others
     * that somebody else waits for ends in a deadlock (field-notes.md, B28).
     */
    private boolean won(BooleanSupplier attempt) {
        return Boolean.TRUE.equals(attempts.execute(status -> {
            var won = attempt.getAsBoolean();
            if (!won) {
                status.setRollbackOnly();
            }
            return won;
        }));
    }

    private List<UUID> freeCounters(UUID office, OffsetDateTimeRange span, OffsetDateTime now) {
        return db.select(COUNTER.ID)
                .from(COUNTER)
                .where(COUNTER.OFFICE_ID.eq(office))
                .and(COUNTER.ID.notIn(taken(office, span, now)))
                .orderBy(COUNTER.NUMBER)
                .fetch(COUNTER.ID);
    }

    private boolean isFree(UUID office, UUID counter, OffsetDateTimeRange span, OffsetDateTime now) {
        return !db.fetchExists(COUNTER, COUNTER.ID.eq(counter).and(COUNTER.ID.in(taken(office, span, now))));
    }

    private static Select<Record1<UUID>> taken(UUID office, OffsetDateTimeRange span, OffsetDateTime now) {
        var times = TAKEN_TIMES(office, span, now);
        return select(times.COUNTER_ID).from(times);
    }

    private boolean locked(UUID counter, List<Integer> units, boolean passOver) {
        var wanted = db.select(COUNTER_UNIT.MINUTE_OF_DAY)
                .from(COUNTER_UNIT)
                .where(COUNTER_UNIT.COUNTER_ID.eq(counter))
                .and(COUNTER_UNIT.MINUTE_OF_DAY.in(units))
                .orderBy(COUNTER_UNIT.MINUTE_OF_DAY)
                .forUpdate();
        var got = passOver ? wanted.skipLocked().fetch() : wanted.fetch();
        return got.size() == units.size();
    }

    private static List<Integer> units(OffsetDateTime start, int minutes) {
        var local = start.atZoneSameInstant(Helsinki.ZONE).toLocalTime();
        var first = local.toSecondOfDay() / 60 / UNIT_MINUTES * UNIT_MINUTES;
        return IntStream.iterate(first, minute -> minute + UNIT_MINUTES)
                .takeWhile(minute -> minute < local.toSecondOfDay() / 60 + minutes)
                .map(minute -> minute % (24 * 60))
                .boxed()
                .toList();
    }
}
