package fi.kotiovi.domain.line;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * How fast a line moves. An honest answer is a range: from what the quicker half of recent visitors took to what the
 * slower half did, with those who have booked and are not here yet counted against whoever has not.
 *
 * @param serviceMs how long recent visitors took from the call to the end
 * @param counters how many are open
 * @param free how many of them have nobody
 * @param bookedAt when booked visitors come who are not here yet
 */
record Tempo(List<Long> serviceMs, int counters, int free, List<OffsetDateTime> bookedAt, OffsetDateTime now) {
    /** Fewer than these say nothing. */
    static final int LEAST_SAMPLES = 5;

    private static final double QUICK = 0.25;
    private static final double SLOW = 0.75;
    private static final double MINUTE = 60_000;

    /** For somebody with {@code ahead} people before them; {@code booked} goes before those without a booking. */
    WaitingTime estimate(int ahead, boolean booked) {
        if (counters == 0) {
            return new WaitingTime.CannotTell();
        }
        if (ahead < free) {
            return new WaitingTime.Soon();
        }
        if (serviceMs.size() < LEAST_SAMPLES) {
            return new WaitingTime.CannotTell();
        }
        // with all counters taken, one of them comes free every (time of a visit / counters)
        var turns = ahead - free + 1;
        var from = turns * quantile(QUICK) / counters;
        var slow = quantile(SLOW) / counters;
        var to = turns * slow;
        if (!booked) {
            var soonest = now.plusSeconds((long) (to / 1_000));
            to += slow * bookedAt.stream().filter(at -> at.isBefore(soonest)).count();
        }
        return said(from / MINUTE, to / MINUTE);
    }

    private double quantile(double share) {
        var sorted = serviceMs.stream().sorted().toList();
        return sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }

    /** Down to and up to whole minutes, from ten on to fives: nobody believes "between 23 and 41 minutes". */
    private static WaitingTime said(double from, double to) {
        var least = from < 10 ? (int) Math.floor(from) : (int) Math.floor(from / 5) * 5;
        var most = to <= 10 ? (int) Math.ceil(to) : (int) Math.ceil(to / 5) * 5;
        return most <= 1
                ? new WaitingTime.Soon()
                : new WaitingTime.Range(Math.max(1, least), Math.max(2, Math.max(most, least + 1)));
    }
}
