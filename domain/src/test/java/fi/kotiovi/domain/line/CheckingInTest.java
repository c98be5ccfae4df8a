package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.LINE_RULE;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.DeskStep;
import fi.kotiovi.domain.visit.Visit;
import fi.kotiovi.domain.visit.VisitDesk;
import fi.kotiovi.domain.visit.VisitUpkeep;
import fi.kotiovi.vocabulary.LineLane;
import fi.kotiovi.vocabulary.TicketState;
import fi.kotiovi.vocabulary.VisitState;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckingInTest {
    @RegisterExtension
    static final Town town = Town.found();

    private Hall hall = new Hall(town, 2);
    private Caller.Resident aino = town.homes().residentOf(hall.office, "Aino");

    @BeforeEach
    void aTuesday() {
        town.clock.setHelsinki(Town.START);
        hall = new Hall(town, 2);
        aino = town.homes().residentOf(hall.office, "Aino");
    }

    private Visit atTen() {
        return hall.booked(aino, "RENT_TALK", at("2026-03-03T10:00"));
    }

    @Test
    void Q06_in_time_begins_and_ends_with_the_second_the_rule_says() {
        var visit = atTen();
        var code = hall.code(aino, visit);
        town.clock.setHelsinki("2026-03-03T09:44:59");
        assertThat(Expect.a(Arriving.TooEarly.class, hall.arrives(code)).comeAt())
                .isEqualTo(at("2026-03-03T09:45"));
        assertThat(state(visit)).isEqualTo(VisitState.BOOKED);
        town.clock.setHelsinki("2026-03-03T09:45:00");
        assertThat(hall.arrives(code)).isEqualTo(new Arriving.InTime("A1", code));
        assertThat(state(visit)).isEqualTo(VisitState.CHECKED_IN);
    }

    @Test
    void Q06_a_second_too_late_is_late_and_waits_with_the_walk_ins() {
        var visit = atTen();
        town.clock.setHelsinki("2026-03-03T10:10:00");
        assertThat(hall.arrives(hall.code(aino, visit))).isInstanceOf(Arriving.InTime.class);

        var eino = town.homes().residentOf(hall.office, "Eino");
        town.clock.setHelsinki(Town.START);
        var other = hall.booked(eino, "RENT_TALK", at("2026-03-03T10:00"));
        town.clock.setHelsinki("2026-03-03T10:10:01");
        var walkIn = hall.takes("OTHER");
        var late = Expect.a(Arriving.Late.class, hall.arrives(hall.code(eino, other)));
        assertThat(hall.place(late.secret()).lane()).isEqualTo(LineLane.WALK_IN);
        assertThat(hall.waiting()).containsExactly("A1", walkIn.label(), late.label());
    }

    @Test
    void Q06_arrival_is_the_line_without_any_step_between() {
        var code = hall.code(aino, atTen());
        town.clock.setHelsinki("2026-03-03T09:58");
        hall.arrives(code);
        assertThat(hall.waiting()).containsExactly("A1");
        var called = hall.clerk("Liisa", 1).calls();
        assertThat(called.residentName()).isEqualTo("Aino Korhonen");
    }

    @Test
    void the_rule_is_the_offices_own() {
        hall.rule(LINE_RULE.EARLY_MINUTES, 60);
        hall.rule(LINE_RULE.LATE_MINUTES, 0);
        var code = hall.code(aino, atTen());
        town.clock.setHelsinki("2026-03-03T09:00");
        assertThat(hall.arrives(code)).isInstanceOf(Arriving.InTime.class);
    }

    @Test
    void saying_it_twice_changes_nothing_and_shows_the_same_number() {
        var code = hall.code(aino, atTen());
        town.clock.setHelsinki("2026-03-03T09:58");
        hall.arrives(code);
        assertThat(hall.arrives(code)).isEqualTo(new Arriving.AlreadyIn("A1", code));
        assertThat(hall.waiting()).hasSize(1);
    }

    @Test
    void a_code_is_read_as_people_write_it() {
        var code = hall.code(aino, atTen());
        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{12}");
        town.clock.setHelsinki("2026-03-03T09:58");
        var written = code.substring(0, 4) + " " + code.substring(4, 8).replace('0', 'o') + "-"
                + code.substring(8).replace('1', 'l');
        assertThat(hall.arrives(written.toLowerCase(Locale.ROOT))).isInstanceOf(Arriving.InTime.class);
    }

    @Test
    void whoever_is_at_the_wrong_office_or_has_cancelled_or_guesses_is_told_so() {
        var visit = atTen();
        var code = hall.code(aino, visit);
        town.clock.setHelsinki("2026-03-03T09:58");
        assertThat(new Hall(town, 1).arrives(code)).isInstanceOf(Arriving.Elsewhere.class);
        assertThat(hall.arrives("0000 0000 0000")).isInstanceOf(Arriving.Unknown.class);
        assertThat(hall.arrives(visit.number())).isInstanceOf(Arriving.Unknown.class);
        town.db()
                .update(VISIT)
                .set(VISIT.STATE, VisitState.CANCELLED_RESIDENT)
                .where(VISIT.ID.eq(visit.id()))
                .execute();
        assertThat(hall.arrives(code)).isInstanceOf(Arriving.Over.class);
    }

    @Test
    void whoever_guesses_codes_is_stopped_even_with_a_right_one() {
        var code = hall.code(aino, atTen());
        town.clock.setHelsinki("2026-03-03T09:58");
        var kiosk = town.portal(Kiosk.class);
        for (int i = 0; i < 20; i++) {
            assertThat(kiosk.arrive("WR0NG" + i, null, "10.6.6.6")).isInstanceOf(Arriving.Unknown.class);
        }
        assertThat(kiosk.arrive(code, null, "10.6.6.6")).isInstanceOf(Arriving.TooMany.class);
        assertThat(kiosk.arrive(code, null, "10.6.6.7")).isInstanceOf(Arriving.InTime.class);
    }

    @Test
    void a_clerk_may_take_anybody_in_but_early_ones_do_not_pass_those_who_wait() {
        var visit = hall.booked(aino, "RENT_TALK", at("2026-03-03T11:00"));
        var liisa = hall.clerk("Liisa", 1);
        town.clock.setHelsinki("2026-03-03T09:00");
        town.as(liisa.person, () -> town.backOffice(VisitDesk.class).step(visit.id(), DeskStep.CHECK_IN));
        var walkIn = hall.takes("OTHER");
        var first = liisa.calls();
        assertThat(first.label()).isEqualTo(walkIn.label());
        liisa.serves(first);
        assertThat(liisa.calls().label()).as("rather than a counter stay empty").isEqualTo("A1");
    }

    @Test
    void Q09_who_did_not_come_is_known_from_the_time_and_may_still_come_late() {
        var visit = atTen();
        var code = hall.code(aino, visit);
        town.clock.setHelsinki("2026-03-03T12:45");
        town.backOffice(VisitUpkeep.class).endForgotten();
        assertThat(state(visit)).isEqualTo(VisitState.NO_SHOW);
        assertThat(hall.arrives(code)).isInstanceOf(Arriving.Late.class);
        assertThat(state(visit)).isEqualTo(VisitState.CHECKED_IN);
    }

    @Test
    void a_missed_number_ends_when_its_visitor_checks_in_again_with_another() {
        var visit = atTen();
        var code = hall.code(aino, visit);
        var liisa = hall.clerk("Liisa", 1);
        town.clock.setHelsinki("2026-03-03T10:00");
        hall.arrives(code);
        var missed = liisa.calls();
        liisa.step(missed, HandStep.NO_SHOW);
        assertThat(hall.arrives(code)).isInstanceOf(Arriving.InTime.class);
        var desk = town.backOffice(LineDesk.class);
        assertThat(town.as(liisa.person, desk::today))
                .extracting(LineTicket::id)
                .hasSize(1)
                .doesNotContain(missed.id());
        assertThat(town.as(liisa.person, () -> desk.back(missed.id()))).isFalse();
        assertThat(town.as(liisa.person, () -> town.backOffice(Calls.class).one(missed.id(), liisa.seat)))
                .isInstanceOf(Call.MovedOn.class);
    }

    @Test
    void but_not_when_another_time_was_booked_instead() {
        var visit = atTen();
        var code = hall.code(aino, visit);
        town.clock.setHelsinki("2026-03-03T12:45");
        town.backOffice(VisitUpkeep.class).endForgotten();
        hall.booked(aino, "RENT_TALK", at("2026-03-03T14:00"));
        assertThat(hall.arrives(code)).isInstanceOf(Arriving.Replaced.class);
    }

    @Test
    void the_visit_follows_its_ticket_to_the_end_and_tells_it_once() {
        var visit = atTen();
        town.clock.setHelsinki("2026-03-03T09:58");
        hall.arrives(hall.code(aino, visit));
        var liisa = hall.clerk("Liisa", 1);
        var ticket = liisa.calls();
        assertThat(state(visit)).isEqualTo(VisitState.CALLED);
        liisa.step(ticket, HandStep.SERVE);
        assertThat(state(visit)).isEqualTo(VisitState.SERVING);
        liisa.step(ticket, HandStep.FINISH);
        assertThat(state(visit)).isEqualTo(VisitState.SERVED);
        assertThat(town.db()
                        .select(VISIT_EVENT.KIND)
                        .from(VISIT_EVENT)
                        .where(VISIT_EVENT.VISIT_ID.eq(visit.id()))
                        .orderBy(VISIT_EVENT.ID)
                        .fetch(VISIT_EVENT.KIND))
                .extracting(Enum::name)
                .containsExactly("HELD", "BOOKED", "CHECKED_IN", "SERVING", "SERVED");
    }

    @Test
    void the_days_plan_and_the_line_are_one() {
        var visit = atTen();
        var liisa = hall.clerk("Liisa", 1);
        var desk = town.backOffice(VisitDesk.class);
        town.clock.setHelsinki("2026-03-03T09:58");
        town.as(liisa.person, () -> desk.step(visit.id(), DeskStep.CHECK_IN));
        town.as(liisa.person, () -> desk.step(visit.id(), DeskStep.SERVE));
        var ticket = liisa.sees().getFirst();
        assertThat(ticket.state()).isEqualTo(TicketState.SERVING);
        assertThat(ticket.counter()).isEqualTo(1);
        assertThat(Expect.a(Call.StillHere.class, liisa.presses()).ticket().id())
                .isEqualTo(ticket.id());
        var eino = town.homes().residentOf(hall.office, "Eino");
        town.clock.setHelsinki(Town.START);
        var second = hall.booked(eino, "RENT_TALK", at("2026-03-03T10:00"));
        assertThat(town.as(liisa.person, () -> desk.step(second.id(), DeskStep.SERVE)))
                .as("one visitor at a time")
                .isEmpty();
        town.as(liisa.person, () -> desk.step(visit.id(), DeskStep.FINISH));
        assertThat(liisa.sees()).isEmpty();
    }

    @Test
    void a_visit_of_somebody_else_shows_no_code() {
        var visit = atTen();
        var eino = town.homes().residentOf(hall.office, "Eino");
        assertThat(town.as(eino, () -> town.portal(MyPlace.class).codeOf(visit.id())))
                .isEmpty();
    }

    private static VisitState state(Visit visit) {
        return town.db().fetchSingle(VISIT, VISIT.ID.eq(visit.id())).getState();
    }
}
