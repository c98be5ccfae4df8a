package fi.kotiovi.e2e.house;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something to be so, and says what was waited for when it never was. */
public final class Until {
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(50).toNanos();

    private Until() {}

    public static void isTrue(String what, Duration patience, BooleanSupplier condition) {
        present(what, patience, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** The first value there is. */
    public static <T> T present(String what, Duration patience, Supplier<Optional<T>> look) {
        var giveUp = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("Waited %s in vain: %s".formatted(patience, what));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
