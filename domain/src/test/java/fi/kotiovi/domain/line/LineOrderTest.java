package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.LineLane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published order, against people who come as they please. */
class LineOrderTest {
    @RegisterExtension
    static final Town town = Town.found();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void however_people_come_they_are_called_by_lane_and_due_time(long seed) {
        var chance = new Random(seed);
        town.clock.setHelsinki(Town.START);
        var hall = new Hall(town, 4);
        var codes = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            var who = town.homes().residentOf(hall.office, "Kävijä");
            codes.add(hall.code(
                    who, hall.booked(who, "RENT_TALK", at("2026-03-03T10:00").plusMinutes(30L * (i % 4)))));
        }
        Collections.shuffle(codes, chance);
        town.clock.setHelsinki("2026-03-03T09:30");
        var clerk = hall.clerk("Liisa", 1);
        var called = new ArrayList<LineTicket>();
        for (int i = 0; i < 60; i++) {
            town.clock.advance(Duration.ofSeconds(chance.nextInt(150)));
            switch (chance.nextInt(3)) {
                case 0 -> hall.takes("OTHER");
                case 1 -> hall.arrives(codes.get(i % codes.size()));
                default -> callOne(clerk, chance, called);
            }
            isInOrder(hall, clerk);
        }
        while (!clerk.sees().isEmpty() && clerk.presses() instanceof Call.Done done) {
            called.add(done.ticket());
            clerk.serves(done.ticket());
        }
        assertThat(called).extracting(LineTicket::id).doesNotHaveDuplicates();
        assertThat(called).hasSize(town.db().fetchCount(TICKET, TICKET.OFFICE_ID.eq(hall.office)));
    }

    /** Whoever is called is the first of those who wait; some are put back and lose nothing by it. */
    private static void callOne(Hall.Clerk clerk, Random chance, List<LineTicket> called) {
        var before = clerk.sees();
        if (before.isEmpty()) {
            return;
        }
        var next = clerk.calls();
        assertThat(next.id()).isEqualTo(before.getFirst().id());
        if (chance.nextInt(4) == 0) {
            Expect.a(Call.Done.class, clerk.step(next, HandStep.RETURN));
            assertThat(clerk.sees().getFirst().id()).isEqualTo(next.id());
        } else {
            called.add(next);
            clerk.serves(next);
        }
    }

    private static void isInOrder(Hall hall, Hall.Clerk clerk) {
        var line = clerk.sees();
        assertThat(hall.waiting())
                .isEqualTo(line.stream().map(LineTicket::label).toList());
        IntStream.range(1, line.size()).forEach(i -> {
            var before = line.get(i - 1);
            var after = line.get(i);
            assertThat(before.lane()).isLessThanOrEqualTo(after.lane());
            if (before.lane() == after.lane()) {
                assertThat(before.dueAt()).isBeforeOrEqualTo(after.dueAt());
            } else {
                assertThat(before.lane()).isEqualTo(LineLane.BOOKED);
            }
        });
    }
}
