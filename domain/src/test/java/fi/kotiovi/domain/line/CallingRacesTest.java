package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.TICKET_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.LineLane;
import fi.kotiovi.vocabulary.TicketEventKind;
import fi.kotiovi.vocabulary.TicketSource;
import fi.kotiovi.vocabulary.TicketState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many clerks press at once. */
class CallingRacesTest {
    private static final int VISITORS = 10_000;
    private static final int CLERKS = 16;

    @RegisterExtension
    static final Town town = Town.found();

    @Test
    void Q01_sixteen_clerks_call_ten_thousand_visitors_each_once_and_in_order() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var hall = new Hall(town, CLERKS);
        arrive(hall, VISITORS);
        var deadlocks = town.deadlocks();
        var called = Race.of(CLERKS, i -> {
            var clerk = hall.clerk("Virkailija" + i, i + 1);
            return () -> callAll(clerk);
        });
        var all = called.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(VISITORS).doesNotHaveDuplicates();
        assertThat(called)
                .as("each clerk gets them in order, for whoever passes over somebody leaves them to a colleague")
                .allSatisfy(mine -> assertThat(mine).isSorted());
        assertThat(town.db()
                        .fetchCount(
                                TICKET_EVENT,
                                TICKET_EVENT
                                        .KIND
                                        .eq(TicketEventKind.CALLED)
                                        .and(TICKET_EVENT.TICKET_ID.in(select(TICKET.ID)
                                                .from(TICKET)
                                                .where(TICKET.OFFICE_ID.eq(hall.office))))))
                .isEqualTo(VISITORS);
        assertThat(town.deadlocks()).isEqualTo(deadlocks);
    }

    @Test
    void Q08_two_nodes_are_one_line() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var hall = new Hall(town, 2);
        arrive(hall, 200);
        var other = town.anotherBackOffice();
        var here = hall.clerk("Täällä", 1);
        var there = hall.clerk("Siellä", 2);
        var seen = new ConcurrentLinkedQueue<String>();
        Race.of(2, i -> () -> {
            var clerk = i == 0 ? here : there;
            var calls = i == 0 ? town.backOffice(Calls.class) : other.getBean(Calls.class);
            var hands = i == 0 ? town.backOffice(Hands.class) : other.getBean(Hands.class);
            var callers = i == 0 ? town.backOffice(Callers.class) : other.getBean(Callers.class);
            while (callers.as(clerk.person, () -> calls.next(clerk.seat)) instanceof Call.Done done) {
                seen.add(done.ticket().label());
                callers.as(clerk.person, () -> hands.step(done.ticket().id(), HandStep.NO_SHOW, clerk.seat));
            }
            return i;
        });
        assertThat(seen).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void two_browsers_that_take_a_free_counter_at_once_find_one_winner() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var hall = new Hall(town, 8);
        var clerks = IntStream.rangeClosed(1, 8)
                .mapToObj(n -> hall.clerk("K" + n, n))
                .toList();
        clerks.forEach(clerk ->
                town.as(clerk.person, () -> town.backOffice(CounterShifts.class).close()));
        var sat = Race.of(8, i -> () -> clerks.get(i).sits(1, false));
        assertThat(sat).filteredOn(Opening.Open.class::isInstance).hasSize(1);
        assertThat(sat).filteredOn(Opening.Occupied.class::isInstance).hasSize(7);
    }

    private static List<Integer> callAll(Hall.Clerk clerk) {
        var mine = new ArrayList<Integer>();
        while (clerk.presses() instanceof Call.Done done) {
            mine.add(Integer.valueOf(done.ticket().label().substring(1)));
            Expect.a(Call.Done.class, clerk.step(done.ticket(), HandStep.NO_SHOW));
        }
        return mine;
    }

    /** All at the same moment, which leaves the order to the numbers alone. */
    private static void arrive(Hall hall, int visitors) {
        var now = town.clock.now();
        var numbers = new ArrayList<>(IntStream.rangeClosed(1, visitors).boxed().toList());
        Collections.reverse(numbers);
        var rows = numbers.stream()
                .map(number -> {
                    var row = town.db().newRecord(TICKET);
                    row.setId(new UUID(
                            0x0190_0000_0000_7000L + number,
                            0x8000_0000_0000_0000L ^ hall.office.getLeastSignificantBits()));
                    row.setOfficeId(hall.office);
                    row.setDay(LocalDate.of(2026, 3, 3));
                    row.setLane(LineLane.WALK_IN);
                    row.setNumber(number);
                    row.setVisitTypeCode("OTHER");
                    row.setLanguage(Language.FI);
                    row.setSource(TicketSource.KIOSK);
                    row.setArrivedAt(now);
                    row.setDueAt(now);
                    row.setRipeAt(now);
                    row.setState(TicketState.WAITING);
                    row.setSince(now);
                    row.setStep(TicketEventKind.ARRIVED);
                    return row;
                })
                .toList();
        town.db().batchInsert(rows).execute();
    }
}
