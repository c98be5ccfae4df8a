package fi.kotiovi.domain.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WaitingTimeTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-03T09:30:00+02:00");
    private static final List<Long> TEN_MINUTES = Collections.nCopies(10, 600_000L);

    @Test
    void without_counters_or_without_experience_we_cannot_tell() {
        assertThat(tempo(TEN_MINUTES, 0, 0).estimate(3, false)).isInstanceOf(WaitingTime.CannotTell.class);
        assertThat(tempo(TEN_MINUTES.subList(0, 4), 2, 0).estimate(3, false))
                .isInstanceOf(WaitingTime.CannotTell.class);
    }

    @Test
    void a_free_counter_means_soon() {
        assertThat(tempo(List.of(), 2, 1).estimate(0, false)).isInstanceOf(WaitingTime.Soon.class);
    }

    @Test
    void a_longer_line_and_fewer_counters_take_longer() {
        assertThat(tempo(TEN_MINUTES, 2, 0).estimate(1, false)).isEqualTo(new WaitingTime.Range(10, 11));
        assertThat(tempo(TEN_MINUTES, 1, 0).estimate(5, false)).isEqualTo(new WaitingTime.Range(60, 61));
    }

    @Test
    void those_who_have_booked_and_are_on_their_way_count_for_whoever_has_not() {
        var soon = List.of(NOW.plusMinutes(5), NOW.plusMinutes(6), NOW.plusHours(2));
        var tempo = new Tempo(TEN_MINUTES, 1, 0, soon, NOW);
        assertThat(tempo.estimate(1, false)).isEqualTo(new WaitingTime.Range(20, 40));
        assertThat(tempo.estimate(1, true)).isEqualTo(new WaitingTime.Range(20, 21));
    }

    @Property(tries = 300)
    void it_is_a_range_and_never_shorter_for_those_behind(
            @ForAll @Size(min = 5, max = 30) List<@LongRange(min = 1_000, max = 3_600_000) Long> samples,
            @ForAll @IntRange(min = 1, max = 6) int counters,
            @ForAll @IntRange(min = 0, max = 40) int ahead) {
        var tempo = tempo(samples, counters, 0);
        var mine = bounds(tempo.estimate(ahead, false));
        var behind = bounds(tempo.estimate(ahead + 1, false));
        assertThat(mine[0]).isLessThanOrEqualTo(mine[1]);
        assertThat(behind[0]).isGreaterThanOrEqualTo(mine[0]);
        assertThat(behind[1]).isGreaterThanOrEqualTo(mine[1]);
    }

    /** Served in simulation, most people are called within what they were told. */
    @Test
    void most_people_are_called_within_what_they_were_told() {
        var chance = new Random(7);
        var told = 0;
        var right = 0;
        for (int day = 0; day < 400; day++) {
            var counters = 1 + chance.nextInt(4);
            var ahead = counters + chance.nextInt(12);
            var experience = IntStream.range(0, 30).mapToObj(i -> visit(chance)).toList();
            var waited = simulate(chance, counters, ahead) / 60_000.0;
            var bounds = bounds(tempo(experience, counters, 0).estimate(ahead, false));
            told++;
            right += waited >= bounds[0] - 1 && waited <= bounds[1] + 1 ? 1 : 0;
        }
        assertThat(right).isGreaterThan(told * 7 / 10);
    }

    /** Minutes until a counter is free for somebody with so many ahead, when all counters have somebody just now. */
    private static double simulate(Random chance, int counters, int ahead) {
        var free = new PriorityQueue<Double>();
        for (int i = 0; i < counters; i++) {
            free.add(visit(chance) * chance.nextDouble());
        }
        for (int i = 0; i < ahead; i++) {
            free.add(free.remove() + visit(chance));
        }
        return free.remove();
    }

    /** Around eight minutes, some much longer. */
    private static long visit(Random chance) {
        return (long) (480_000 * Math.exp(chance.nextGaussian() * 0.5));
    }

    private static Tempo tempo(List<Long> samples, int counters, int free) {
        return new Tempo(new ArrayList<>(samples), counters, free, List.of(), NOW);
    }

    private static int[] bounds(WaitingTime time) {
        return switch (time) {
            case WaitingTime.Range range -> new int[] {range.fromMinutes(), range.toMinutes()};
            case WaitingTime.Soon _ -> new int[] {0, 1};
            case WaitingTime.CannotTell _ -> throw new AssertionError("Could have told");
        };
    }
}
