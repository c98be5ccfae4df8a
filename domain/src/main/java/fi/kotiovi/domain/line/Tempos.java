package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.BOOKED_SOON;
import static fi.kotiovi.db.Tables.NUMBERS_AT_COUNTERS;
import static fi.kotiovi.db.Tables.RECENT_SERVICE_MS;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.Helsinki;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Measures how fast a line moves. */
@Component
class Tempos {
    private final DSLContext db;
    private final Clock clock;

    Tempos(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Tempo of(UUID office) {
        var now = Helsinki.now(clock);
        var today = Helsinki.dateOf(now);
        var recent = RECENT_SERVICE_MS(office, now);
        var booked = BOOKED_SOON(office, now);
        var counters = Objects.requireNonNull(Routines.openCounters(db.configuration(), office, today));
        var busy = db.fetchCount(NUMBERS_AT_COUNTERS(office, today));
        return new Tempo(
                db.select(recent.MS).from(recent).fetch(recent.MS),
                counters,
                Math.max(0, counters - busy),
                db.select(booked.STARTS_AT).from(booked).fetch(booked.STARTS_AT),
                now);
    }
}
