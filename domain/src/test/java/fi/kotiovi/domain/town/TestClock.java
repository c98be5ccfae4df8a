package fi.kotiovi.domain.town;

import fi.kotiovi.domain.calendar.Helsinki;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Time that stands still until a test moves it. */
public final class TestClock extends Clock {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    /** Sets the clock on the wall of the office. */
    public void setHelsinki(LocalDateTime wall) {
        now.set(wall.atZone(Helsinki.ZONE).toInstant());
    }

    /** The same as {@code 2026-03-03T09:00}. */
    public void setHelsinki(String wall) {
        setHelsinki(LocalDateTime.parse(wall));
    }

    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    public OffsetDateTime now() {
        return instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
