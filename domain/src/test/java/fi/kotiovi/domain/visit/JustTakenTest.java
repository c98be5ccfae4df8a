package fi.kotiovi.domain.visit;

import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.visit.Booking.SlotTaken;
import fi.kotiovi.domain.visit.JustTaken.Wish;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JustTakenTest {
    private static final Wish TEN = new Wish(new UUID(0, 1), at("2026-03-03T10:00"), 15, 2);
    private static final SlotTaken GONE = new SlotTaken(List.of());

    private final JustTaken justTaken = new JustTaken();

    @Test
    void a_look_answers_those_who_asked_before_it_and_nobody_who_asks_later() {
        justTaken.remember(TEN, 100, GONE);
        assertThat(justTaken.since(99, TEN)).contains(GONE);
        assertThat(justTaken.since(100, TEN)).isEmpty();
        assertThat(justTaken.since(101, TEN)).isEmpty();
    }

    @Test
    void another_time_length_or_number_of_counters_is_another_question() {
        justTaken.remember(TEN, 100, GONE);
        assertThat(justTaken.since(1, new Wish(TEN.office(), at("2026-03-03T10:15"), 15, 2)))
                .isEmpty();
        assertThat(justTaken.since(1, new Wish(TEN.office(), TEN.start(), 30, 2)))
                .isEmpty();
        assertThat(justTaken.since(1, new Wish(TEN.office(), TEN.start(), 15, 3)))
                .isEmpty();
    }

    @Test
    void remembers_no_more_than_a_handful() {
        for (int office = 0; office < 1000; office++) {
            justTaken.remember(new Wish(new UUID(1, office), TEN.start(), 15, 2), 100, GONE);
        }
        assertThat(justTaken.since(1, new Wish(new UUID(1, 999), TEN.start(), 15, 2)))
                .contains(GONE);
        assertThat(justTaken.since(1, new Wish(new UUID(1, 0), TEN.start(), 15, 2)))
                .isEmpty();
    }
}
