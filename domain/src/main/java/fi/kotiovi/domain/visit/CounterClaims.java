package fi.kotiovi.domain.visit;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Wins a counter for a span of time against everybody who wants one at the same moment. The race is run inside the
 * database, in one call, so that nobody holds a minute while a message travels; the exclusion constraint on
 * {@code visit} stays the judge (ADR 0003).
 */
@Component
class CounterClaims {
    private static final int UNIT_MINUTES = 5;
    private static final int DAY_MINUTES = 24 * 60;

    private final DSLContext db;

    CounterClaims(DSLContext db) {
        this.db = db;
    }

    /** A counter that is free for the whole span and stays so until the transaction ends; empty when all are taken. */
    Optional<UUID> claim(UUID office, OffsetDateTime start, int minutes, OffsetDateTime now) {
        return Optional.ofNullable(Routines.claimCounter(
                db.configuration(),
                office,
                Ranges.range(start, start.plusMinutes(minutes)),
                units(start, minutes),
                now));
    }

    private static Integer[] units(OffsetDateTime start, int minutes) {
        var local = start.atZoneSameInstant(Helsinki.ZONE).toLocalTime();
        var first = local.toSecondOfDay() / 60 / UNIT_MINUTES * UNIT_MINUTES;
        return IntStream.iterate(first, minute -> minute + UNIT_MINUTES)
                .takeWhile(minute -> minute < local.toSecondOfDay() / 60 + minutes)
                .map(minute -> minute % DAY_MINUTES)
                .boxed()
                .toArray(Integer[]::new);
    }
}
