package fi.kotiovi.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.town.Race;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final int PEOPLE = 64;

    private final Turnstile turnstile = new Turnstile();

    @Test
    void never_lets_more_in_than_there_are_places_and_everybody_in_the_end() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var done = Race.of(
                PEOPLE,
                n -> () -> turnstile.through(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    inside.decrementAndGet();
                    return n;
                }));
        assertThat(done).hasSize(PEOPLE).doesNotHaveDuplicates();
        assertThat(most.get()).isLessThanOrEqualTo(Turnstile.AT_ONCE);
    }

    @Test
    void whoever_fails_inside_leaves_the_place_to_the_next() {
        for (int n = 0; n <= Turnstile.AT_ONCE; n++) {
            assertThatThrownBy(() -> turnstile.through(() -> {
                        throw new IllegalStateException("Inside");
                    }))
                    .hasMessage("Inside");
        }
        assertThat(turnstile.through(() -> "in")).isEqualTo("in");
    }
}
