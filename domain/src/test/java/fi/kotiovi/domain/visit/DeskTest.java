package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.ACCESS_LOG;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.TICKET_EVENT;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.VisitState;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeskTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final VisitDesk desk = town.backOffice(VisitDesk.class);
    private final VisitUpkeep upkeep = town.backOffice(VisitUpkeep.class);
    private UUID office = town.work().office(2);
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void aNewOffice() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void the_desk_sees_todays_visits_in_order_and_no_mere_holds() {
        var late = booked(aino, "KEY_PICKUP", at("2026-03-03T11:00"));
        var early = booked(town.homes().residentOf(office, "Eino"), "KEY_RETURN", at("2026-03-03T09:00"));
        booked(town.homes().residentOf(office, "Huominen"), "KEY_RETURN", at("2026-03-04T09:00"));
        var undecided = town.homes().residentOf(office, "Ehkä");
        town.as(undecided, () -> visits.hold("KEY_RETURN", at("2026-03-03T10:00")));
        assertThat(town.as(liisa, () -> desk.on(LocalDate.of(2026, 3, 3))))
                .extracting(DeskVisit::id)
                .containsExactly(early.id(), late.id());
        assertThat(town.as(liisa, desk::desk).counters()).containsExactly(1);
    }

    @Test
    void the_next_day_on_which_somebody_comes_is_known() {
        booked(aino, "KEY_PICKUP", at("2026-03-06T11:00"));
        assertThat(town.as(liisa, () -> desk.upcoming(LocalDate.of(2026, 3, 3))))
                .contains(LocalDate.of(2026, 3, 6));
        assertThat(town.as(liisa, () -> desk.upcoming(LocalDate.of(2026, 3, 6))))
                .isEmpty();
        assertThatThrownBy(() -> desk.upcoming(LocalDate.of(2026, 3, 3))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void another_office_and_residents_see_and_do_nothing() {
        var visit = booked(aino, "KEY_PICKUP", at("2026-03-03T11:00"));
        var other = town.work().clerk("Muu", town.work().office(1), StaffRole.DESK);
        assertThat(town.as(other, () -> desk.one(visit.id()))).isEmpty();
        assertThatThrownBy(() -> step(other, visit, DeskStep.CHECK_IN)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> step(aino, visit, DeskStep.CHECK_IN)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> desk.on(LocalDate.of(2026, 3, 3))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void from_booked_to_served_and_looking_is_logged() {
        var visit = booked(aino, "KEY_PICKUP", at("2026-03-03T11:00"));
        assertThat(step(liisa, visit, DeskStep.CHECK_IN).orElseThrow().state()).isEqualTo(VisitState.CHECKED_IN);
        var serving = step(liisa, visit, DeskStep.SERVE).orElseThrow();
        assertThat(serving.state()).isEqualTo(VisitState.SERVING);
        assertThat(serving.servedBy()).isEqualTo("Liisa");
        assertThat(step(liisa, visit, DeskStep.FINISH).orElseThrow().state()).isEqualTo(VisitState.SERVED);
        assertThat(town.db().fetchCount(ACCESS_LOG, ACCESS_LOG.SUBJECT_ID.eq(visit.id())))
                .isEqualTo(1);
    }

    @Test
    void B20_every_step_is_possible_from_exactly_the_states_the_table_says() {
        var visit = booked(aino, "KEY_PICKUP", at("2026-03-03T11:00"));
        for (var step : DeskStep.values()) {
            for (var from : VisitState.values()) {
                town.db().deleteFrom(TICKET_EVENT).execute();
                town.db().deleteFrom(TICKET).execute();
                town.db()
                        .update(VISIT)
                        .set(VISIT.STATE, from)
                        .set(VISIT.HELD_UNTIL, from == VisitState.HELD ? town.clock.now() : null)
                        .where(VISIT.ID.eq(visit.id()))
                        .execute();
                var possible = from == step.to() || step.isPossibleFrom(from);
                assertThat(step(liisa, visit, step).map(DeskVisit::state))
                        .as("%s from %s", step, from)
                        .isEqualTo(possible ? Optional.of(step.to()) : Optional.empty());
            }
        }
    }

    @Test
    void somebody_marked_as_absent_may_still_turn_up() {
        var visit = booked(aino, "KEY_PICKUP", at("2026-03-03T11:00"));
        step(liisa, visit, DeskStep.NO_SHOW);
        assertThat(step(liisa, visit, DeskStep.CHECK_IN)).isPresent();
    }

    @Test
    void but_not_when_the_time_has_gone_to_somebody_else() {
        var visit = booked(aino, "KEY_PICKUP", at("2026-03-03T11:00"));
        step(liisa, visit, DeskStep.NO_SHOW);
        booked(town.homes().residentOf(office, "Eino"), "KEY_PICKUP", at("2026-03-03T11:00"));
        assertThat(step(liisa, visit, DeskStep.CHECK_IN)).isEmpty();
    }

    @Test
    void nor_when_another_time_was_booked_instead() {
        var visit = booked(aino, "KEY_PICKUP", at("2026-03-03T11:00"));
        step(liisa, visit, DeskStep.NO_SHOW);
        booked(aino, "KEY_PICKUP", at("2026-03-03T12:00"));
        assertThat(step(liisa, visit, DeskStep.CHECK_IN)).isEmpty();
    }

    @Test
    void the_day_before_everybody_is_reminded_once() {
        var visit = booked(aino, "KEY_PICKUP", at("2026-03-05T11:00"));
        town.clock.setHelsinki("2026-03-04T10:59");
        upkeep.remind();
        assertThat(reminders(visit)).isZero();
        town.clock.setHelsinki("2026-03-04T11:00");
        upkeep.remind();
        upkeep.remind();
        assertThat(reminders(visit)).isEqualTo(1);
    }

    @Test
    void whoever_has_just_booked_or_moved_needs_no_reminder() {
        town.clock.setHelsinki("2026-03-04T08:00");
        var visit = booked(aino, "KEY_PICKUP", at("2026-03-04T14:00"));
        upkeep.remind();
        assertThat(reminders(visit)).isZero();
        town.clock.setHelsinki("2026-03-04T11:00");
        upkeep.remind();
        assertThat(reminders(visit)).isEqualTo(1);
    }

    @Test
    void a_moved_visit_is_reminded_of_at_its_new_time() {
        var visit = booked(aino, "KEY_PICKUP", at("2026-03-05T11:00"));
        town.clock.setHelsinki("2026-03-04T12:00");
        upkeep.remind();
        town.as(aino, () -> town.portal(VisitChanges.class).move(visit.id(), at("2026-03-06T11:00")));
        upkeep.remind();
        assertThat(reminders(visit)).isEqualTo(1);
        town.clock.setHelsinki("2026-03-05T11:00");
        upkeep.remind();
        assertThat(reminders(visit)).isEqualTo(2);
    }

    @Test
    void somebody_without_a_mail_address_does_not_fill_the_batch() {
        var home = town.homes().home(town.homes().building(office, town.work().crew("Huolto")));
        booked(town.homes().resident("Hilja").withoutEmail().livingAt(home), "KEY_PICKUP", at("2026-03-05T11:00"));
        town.clock.setHelsinki("2026-03-04T12:00");
        upkeep.remind();
        assertThat(upkeep.remind()).isZero();
    }

    private Visit booked(Caller who, String type, OffsetDateTime start) {
        var held = Expect.a(Booking.Done.class, town.as(who, () -> visits.hold(type, start)));
        return Expect.a(
                        Booking.Done.class,
                        town.as(who, () -> visits.confirm(held.visit().id())))
                .visit();
    }

    private Optional<DeskVisit> step(Caller who, Visit visit, DeskStep step) {
        return town.as(who, () -> desk.step(visit.id(), step));
    }

    private static int reminders(Visit visit) {
        return town.db()
                .fetchCount(
                        NOTIFICATION,
                        NOTIFICATION
                                .CAUSE_ID
                                .eq(visit.id())
                                .and(NOTIFICATION.KIND.eq(NotificationKind.VISIT_REMINDER)));
    }
}
