package fi.kotiovi.e2e.bench;

import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Post;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long a letter that the mail server has taken is on its way into the line: one by one at odd moments, which shows
 * how often the office asks, and three hundred at once, which shows how fast it files them.
 */
final class MailIn implements Bench.Measurement {
    private static final int SINGLE = 60;
    private static final int BURST = 300;
    private static final Duration APART = Duration.ofMillis(1_700);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public Report measure() {
        try (var house = new House()) {
            var sent = new HashMap<String, Long>();
            var waits = new HashMap<String, Long>();
            for (int n = 0; n < SINGLE; n++) {
                send(house, "Yksi " + n, sent);
                var next = System.nanoTime() + APART.toNanos();
                while (System.nanoTime() < next) {
                    look(house, "Yksi %", sent, waits);
                }
            }
            await(house, "Yksi %", sent, waits, SINGLE);
            var single = waits.values().stream().mapToLong(wait -> wait).toArray();

            var missing = SINGLE - waits.size();
            waits.clear();
            for (int n = 0; n < BURST; n++) {
                send(house, "Ryöppy " + n, sent);
            }
            var begun = System.nanoTime();
            await(house, "Ryöppy %", sent, waits, BURST);
            var seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
            var twice = house.sql()
                    .count("select count(*) - count(distinct subject) from contact where subject like 'Yksi %'"
                            + " or subject like 'Ryöppy %'");
            return new Report("mail-in")
                    .put("p50Ms", millis(single, 0.5))
                    .put("p99Ms", millis(single, 0.99))
                    .put("askedEveryMs", 10_000L)
                    .put("burst", BURST)
                    .put("burstSeconds", seconds)
                    .put("filedPerSecond", BURST / seconds)
                    .put("lost", missing + BURST - waits.size())
                    .put("twice", twice);
        }
    }

    private static void send(House house, String subject, Map<String, Long> sent) {
        house.post().send("kirjoittaja@mail.example", Post.OFFICE, subject, subject + ": saako lasittaa parvekkeen?");
        sent.put(subject, System.nanoTime());
    }

    private static void await(House house, String like, Map<String, Long> sent, Map<String, Long> waits, int all) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (waits.size() < all && System.nanoTime() < end) {
            look(house, like, sent, waits);
        }
    }

    /** Notes what is in the line for the first time. */
    private static void look(House house, String like, Map<String, Long> sent, Map<String, Long> waits) {
        var subjects = house.sql().column("select subject from contact where subject like ?", like);
        var now = System.nanoTime();
        for (var subject : subjects) {
            var at = sent.get(subject);
            if (at != null) {
                waits.putIfAbsent(subject, now - at);
            }
        }
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double millis(long[] nanos, double quantile) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1)] / 1e6;
    }
}
