package fi.kotiovi.schema.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that repeats itself. Each noun has its own, so that a change to one does not stir all the others. */
final class Seed {
    private final SplittableRandom random;
    private int sequence;

    Seed(String noun) {
        random = new SplittableRandom(noun.hashCode());
    }

    /** A version 7 id of that instant, rising within it, as the database itself would have given. */
    UUID id(Instant at) {
        sequence = (sequence + 1) & 0xfff;
        return new UUID((at.toEpochMilli() << 16) | 0x7000 | sequence, (random.nextLong() >>> 2) | (1L << 63));
    }

    UUID any() {
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000, (random.nextLong() >>> 2) | (1L << 63));
    }

    /** What a booked visitor shows at the door, of letters and digits that nobody takes for each other. */
    String code() {
        var code = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            code.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(random.nextInt(32)));
        }
        return code.toString();
    }

    /** Both ends can come up. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    Instant instant(Instant from, Instant until) {
        return from.plusMillis(
                random.nextLong(Math.max(1, Duration.between(from, until).toMillis())));
    }

    /** One of the lines, each as often as its weight says. */
    <T extends Weighted> T weighted(List<T> from) {
        int left = random.nextInt(from.stream().mapToInt(Weighted::weight).sum());
        for (var one : from) {
            left -= one.weight();
            if (left < 0) {
                return one;
            }
        }
        throw new IllegalStateException("Weights must be positive.");
    }

    /** Something that comes up more often than its neighbours. */
    interface Weighted {
        int weight();
    }
}
