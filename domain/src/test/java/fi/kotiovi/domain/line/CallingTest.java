package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.LINE_RULE;
import static fi.kotiovi.db.Tables.TICKET_EVENT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private Hall hall = new Hall(town, 4);

    @BeforeEach
    void aWalkInTuesday() {
        town.clock.setHelsinki("2026-03-03T09:30");
        hall = new Hall(town, 4);
    }

    @Test
    void booked_visitors_go_first_by_the_time_they_booked_and_walk_ins_by_arrival() {
        town.clock.setHelsinki(Town.START);
        var aino = town.homes().residentOf(hall.office, "Aino");
        var eino = town.homes().residentOf(hall.office, "Eino");
        var later = hall.booked(aino, "RENT_TALK", at("2026-03-03T10:00"));
        var sooner = hall.booked(eino, "RENT_TALK", at("2026-03-03T09:30"));
        town.clock.setHelsinki("2026-03-03T09:20");
        var walkIn = hall.takes("OTHER");
        town.clock.setHelsinki("2026-03-03T09:21");
        var second = hall.takes("OTHER");
        hall.arrives(hall.code(eino, sooner));
        town.clock.setHelsinki("2026-03-03T09:46");
        hall.arrives(hall.code(aino, later));
        var liisa = hall.clerk("Liisa", 1);
        var order = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            var called = liisa.calls();
            order.add(called.label());
            liisa.serves(called);
        }
        assertThat(order).containsExactly("A1", "A2", walkIn.label(), second.label());
    }

    @Test
    void Q02_pressing_again_and_again_calls_nobody_else() {
        hall.takes("OTHER");
        hall.takes("OTHER");
        var liisa = hall.clerk("Liisa", 1);
        var first = liisa.calls();
        assertThat(Race.of(8, i -> liisa::presses))
                .allSatisfy(call -> assertThat(
                                Expect.a(Call.StillHere.class, call).ticket().id())
                        .isEqualTo(first.id()));
        assertThat(hall.waiting()).containsExactly("B2");
    }

    @Test
    void Q02_nobody_is_called_who_was_set_aside_or_did_not_come_until_somebody_says_so() {
        hall.takes("OTHER");
        hall.takes("OTHER");
        var liisa = hall.clerk("Liisa", 1);
        var parked = liisa.calls();
        liisa.step(parked, HandStep.SERVE);
        liisa.step(parked, HandStep.PARK);
        var missed = liisa.calls();
        liisa.step(missed, HandStep.NO_SHOW);
        Expect.a(Call.NobodyWaits.class, liisa.presses());
        assertThat(Expect.a(Call.Done.class, liisa.calls(parked)).ticket().state())
                .isEqualTo(TicketState.CALLED);
    }

    @Test
    void Q02_the_same_step_twice_is_one_step() {
        hall.takes("OTHER");
        var liisa = hall.clerk("Liisa", 1);
        var ticket = liisa.calls();
        liisa.step(ticket, HandStep.SERVE);
        liisa.step(ticket, HandStep.SERVE);
        liisa.step(ticket, HandStep.FINISH);
        Expect.a(Call.Done.class, liisa.step(ticket, HandStep.FINISH));
        assertThat(events(ticket.id())).containsExactly("ARRIVED", "CALLED", "SERVING", "SERVED");
    }

    @Test
    void Q03_whoever_missed_the_call_can_be_called_again_or_put_back_where_they_were() {
        hall.takes("OTHER");
        hall.takes("OTHER");
        var liisa = hall.clerk("Liisa", 1);
        var missed = liisa.calls();
        liisa.step(missed, HandStep.NO_SHOW);
        assertThat(town.portal(Lines.class).board(hall.office).called()).isEmpty();
        Expect.a(Call.Done.class, liisa.calls(missed));
        assertThat(town.portal(Lines.class).board(hall.office).called())
                .extracting(Board.AtCounter::label)
                .containsExactly("B1");
        liisa.step(missed, HandStep.NO_SHOW);
        assertThat(town.as(liisa.person, () -> town.backOffice(LineDesk.class).back(missed.id())))
                .isTrue();
        assertThat(hall.waiting()).containsExactly("B1", "B2");
    }

    @Test
    void a_second_call_waits_until_the_first_could_be_answered() {
        hall.rule(LINE_RULE.RECALL_SECONDS, 20);
        hall.takes("OTHER");
        var liisa = hall.clerk("Liisa", 1);
        liisa.calls();
        town.clock.advance(Duration.ofSeconds(12));
        assertThat(Expect.a(Call.JustCalled.class, liisa.again()).seconds()).isEqualTo(8);
        town.clock.advance(Duration.ofSeconds(8));
        assertThat(Expect.a(Call.Done.class, liisa.again()).ticket().calls()).isEqualTo(2);
        Expect.a(Call.JustCalled.class, liisa.again());
    }

    @Test
    void a_quick_counter_takes_only_what_is_done_in_a_moment() {
        hall.takes("RENT_TALK");
        var quick = hall.takes("IDENTIFY");
        assertThat(hall.clerk("Pika", 2, true).calls().label()).isEqualTo(quick.label());
        assertThat(hall.clerk("Liisa", 1).calls().label()).isEqualTo("B1");
    }

    @Test
    void a_visitor_is_handed_to_a_colleague_who_alone_calls_them_at_their_old_place() {
        hall.takes("RENT_TALK");
        hall.takes("OTHER");
        var liisa = hall.clerk("Liisa", 1);
        var ville = hall.clerk("Ville", 2);
        var ticket = liisa.calls();
        liisa.step(ticket, HandStep.SERVE);
        Expect.a(
                Call.Done.class,
                town.as(
                        liisa.person,
                        () -> town.backOffice(Hands.class).handOn(ticket.id(), ville.person.id(), liisa.seat)));
        assertThat(liisa.calls().label()).isEqualTo("B2");
        assertThat(ville.calls().label()).isEqualTo("B1");
    }

    @Test
    void what_was_promised_to_somebody_who_went_home_is_everybodys() {
        hall.takes("RENT_TALK");
        var liisa = hall.clerk("Liisa", 1);
        var ville = hall.clerk("Ville", 2);
        var ticket = liisa.calls();
        town.as(liisa.person, () -> town.backOffice(Hands.class).handOn(ticket.id(), ville.person.id(), liisa.seat));
        Expect.a(Call.NobodyWaits.class, liisa.presses());
        assertThat(town.as(
                        ville.person, () -> town.backOffice(CounterShifts.class).close()))
                .isTrue();
        assertThat(liisa.calls().id()).isEqualTo(ticket.id());
    }

    @Test
    void several_matters_of_one_visitor_are_one_visit() {
        hall.takes("OTHER");
        var liisa = hall.clerk("Liisa", 1);
        var ticket = liisa.calls();
        for (var matter : new String[] {"IDENTIFY", "LOST_KEY", "IDENTIFY", "OTHER"}) {
            town.as(liisa.person, () -> town.backOffice(Hands.class).addMatter(ticket.id(), matter, liisa.seat));
        }
        assertThat(liisa.sees().getFirst().matters()).containsExactly("IDENTIFY", "LOST_KEY");
    }

    @Test
    void Q10_a_second_browser_takes_over_the_same_visitor_and_the_first_one_is_told() {
        hall.takes("OTHER");
        var liisa = hall.clerk("Liisa", 1);
        var ticket = liisa.calls();
        var elsewhere = hall.new Clerk(liisa.person, UUID.randomUUID());
        Expect.a(Call.OtherWindow.class, elsewhere.presses());
        town.as(liisa.person, () -> town.backOffice(CounterShifts.class).takeOver(elsewhere.seat));
        assertThat(town.as(liisa.person, () -> town.backOffice(Hands.class).inHand())
                        .orElseThrow()
                        .id())
                .isEqualTo(ticket.id());
        Expect.a(Call.OtherWindow.class, liisa.step(ticket, HandStep.SERVE));
        Expect.a(Call.Done.class, elsewhere.step(ticket, HandStep.SERVE));
    }

    @Test
    void a_counter_has_one_person_and_a_person_one_counter() {
        var liisa = hall.clerk("Liisa", 1);
        var ville = hall.clerk("Ville", 2);
        assertThat(ville.sits(1, false)).isEqualTo(new Opening.Occupied(1));
        Expect.a(Opening.Open.class, liisa.sits(3, false));
        Expect.a(Opening.Open.class, ville.sits(1, false));
        hall.takes("OTHER");
        ville.calls();
        Expect.a(Opening.Busy.class, ville.sits(2, false));
        assertThat(town.as(
                        ville.person, () -> town.backOffice(CounterShifts.class).close()))
                .isFalse();
        town.clock.setHelsinki("2026-03-04T09:00");
        Expect.a(Call.NoCounter.class, liisa.presses());
        Expect.a(Opening.Open.class, liisa.sits(1, false));
    }

    @Test
    void nobody_without_a_counter_calls_anybody() {
        hall.takes("OTHER");
        var nobody = hall.new Clerk(town.work().clerk("Uusi", hall.office, StaffRole.DESK), UUID.randomUUID());
        Expect.a(Call.NoCounter.class, nobody.presses());
    }

    private static List<String> events(UUID ticket) {
        return town.db()
                .select(TICKET_EVENT.KIND)
                .from(TICKET_EVENT)
                .where(TICKET_EVENT.TICKET_ID.eq(ticket))
                .orderBy(TICKET_EVENT.VERSION)
                .fetch(r -> r.value1().name());
    }
}
