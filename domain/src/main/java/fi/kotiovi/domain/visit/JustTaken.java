package fi.kotiovi.domain.visit;

import fi.kotiovi.domain.visit.Booking.SlotTaken;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Where many ask for one time at one moment, each look at it answers all who asked before it was taken: that the time is
 * gone was true after they asked, which is all that a look of their own could tell them. Whoever asks later looks again, so
 * nothing here is ever older than the question.
 */
@Component
class JustTaken {
    private static final int MOST = 256;

    private final Map<Wish, Look> looks = new ConcurrentHashMap<>();

    /** What somebody was told who looked after {@code asked}, in {@link System#nanoTime}. */
    Optional<SlotTaken> since(long asked, Wish wish) {
        return Optional.ofNullable(looks.get(wish))
                .filter(look -> look.begun - asked > 0)
                .map(Look::answer);
    }

    /** {@code begun} is when the look began, before anything was asked of the database. */
    SlotTaken remember(Wish wish, long begun, SlotTaken answer) {
        if (looks.size() >= MOST) {
            looks.clear();
        }
        looks.put(wish, new Look(begun, answer));
        return answer;
    }

    /** For whom one look is as good as another: the same time for the same length at as many counters. */
    record Wish(UUID office, OffsetDateTime start, int minutes, int served) {}

    private record Look(long begun, SlotTaken answer) {}
}
