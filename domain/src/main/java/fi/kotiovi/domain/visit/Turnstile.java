package fi.kotiovi.domain.visit;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets a few through to the database at a time, in the order in which they came. On the first day of a month many want a
 * time at one moment; all of them in the database together would slow each other down and let some wait for seconds.
 */
@Component
class Turnstile {
    static final int AT_ONCE = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    /** A slow database must not keep people out for longer than it does itself. */
    private static final long LONGEST_SECONDS = 3;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** Waits for a place, but never for long, and does it. */
    <T> T through(Supplier<T> work) {
        var isLet = waits();
        try {
            return work.get();
        } finally {
            if (isLet) {
                places.release();
            }
        }
    }

    private boolean waits() {
        try {
            return places.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
