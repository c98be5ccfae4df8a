package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.LINE_RULE;
import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.TICKET_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTimesTest {
    @RegisterExtension
    static final Town town = Town.found();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void Q07_times_recomputed_from_what_happened_are_the_times_that_were_kept(long seed) {
        var chance = new Random(seed);
        town.clock.setHelsinki("2026-03-03T09:00");
        var hall = new Hall(town, 2);
        hall.rule(LINE_RULE.RECALL_SECONDS, 0);
        var clerks = new Hall.Clerk[] {hall.clerk("Liisa", 1), hall.clerk("Ville", 2)};
        for (int i = 0; i < 250; i++) {
            // odd nanoseconds, for those are what sums go wrong by
            town.clock.advance(Duration.ofNanos(chance.nextLong(90_000_000_000L)));
            anything(chance, clerks[chance.nextInt(2)]);
        }
        var tickets = town.db().fetch(TICKET, TICKET.OFFICE_ID.eq(hall.office));
        assertThat(tickets).hasSizeGreaterThan(10);
        for (var ticket : tickets) {
            var spent = new EnumMap<TicketState, Long>(TicketState.class);
            OffsetDateTime since = ticket.getArrivedAt();
            var state = TicketState.WAITING;
            for (var event : town.db()
                    .selectFrom(TICKET_EVENT)
                    .where(TICKET_EVENT.TICKET_ID.eq(ticket.getId()))
                    .orderBy(TICKET_EVENT.VERSION)) {
                spent.merge(state, Duration.between(since, event.getAt()).toMillis(), Long::sum);
                since = event.getAt();
                state = event.getState();
            }
            assertThat(state).isEqualTo(ticket.getState());
            assertThat(Map.of(
                            TicketState.WAITING, ticket.getWaitedMs(),
                            TicketState.PARKED, ticket.getParkedMs(),
                            TicketState.CALLED, ticket.getWalkedMs(),
                            TicketState.SERVING, ticket.getServedMs()))
                    .allSatisfy((in, kept) -> assertThat(kept)
                            .as("%s of %s", in, ticket.getNumber())
                            .isEqualTo(spent.getOrDefault(in, 0L)));
        }
    }

    /** Whatever people do, in whatever order; what is not possible is refused and changes nothing. */
    private static void anything(Random chance, Hall.Clerk clerk) {
        var all = clerk.sees();
        if (all.isEmpty() || chance.nextInt(4) == 0) {
            town.as(clerk.person, () -> town.backOffice(LineDesk.class).take("OTHER", Language.FI));
            return;
        }
        var one = all.get(chance.nextInt(all.size()));
        switch (chance.nextInt(6)) {
            case 0 -> clerk.presses();
            case 1 -> clerk.again();
            case 2 -> clerk.calls(one);
            case 3 ->
                town.as(clerk.person, () -> town.backOffice(LineDesk.class).back(one.id()));
            default -> {
                var steps = HandStep.values();
                clerk.step(one, steps[chance.nextInt(steps.length)]);
            }
        }
    }
}
