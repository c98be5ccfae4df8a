package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HoldingAndConfirmingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private UUID office = town.work().office(1);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void a_held_time_becomes_a_booking_with_a_number_and_a_mail() {
        var held = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        assertThat(held.state()).isEqualTo(VisitState.HELD);
        assertThat(held.heldUntil()).isEqualTo(town.clock.now().plusMinutes(10));
        var booked = Expect.a(Booking.Done.class, confirm(aino, held)).visit();
        assertThat(booked.state()).isEqualTo(VisitState.BOOKED);
        assertThat(booked.number()).matches("V-26-\\d{6}").isEqualTo(held.number());
        assertThat(booked.local()).hasToString("2026-03-03T09:00");
        assertThat(mails(held, NotificationKind.VISIT_CONFIRMED)).isEqualTo(1);
    }

    @Test
    void confirming_twice_is_answered_the_same_and_mailed_once() {
        var held = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        confirm(aino, held);
        Expect.a(Booking.Done.class, confirm(aino, held));
        assertThat(mails(held, NotificationKind.VISIT_CONFIRMED)).isEqualTo(1);
        assertThat(events(held)).containsExactly(VisitEventKind.HELD, VisitEventKind.BOOKED);
    }

    @Test
    void after_ten_minutes_it_is_too_late_to_confirm() {
        var held = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        town.clock.advance(OfficeVisits.HOLD);
        Expect.a(Booking.HoldExpired.class, confirm(aino, held));
        assertThat(mails(held, NotificationKind.VISIT_CONFIRMED)).isZero();
    }

    @Test
    void a_second_before_that_it_is_not() {
        var held = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        town.clock.advance(OfficeVisits.HOLD.minusSeconds(1));
        Expect.a(Booking.Done.class, confirm(aino, held));
    }

    @Test
    void a_hold_whose_time_is_out_keeps_nobody_from_the_time() {
        var held = hold(aino, "KEY_PICKUP", at("2026-03-03T10:00"));
        var eino = town.homes().residentOf(office, "Eino");
        Expect.a(Booking.SlotTaken.class, tryHold(eino, "KEY_PICKUP", at("2026-03-03T10:00")));
        town.clock.advance(OfficeVisits.HOLD);
        assertThat(town.as(eino, () -> visits.free("KEY_PICKUP", day(), day())))
                .extracting(Slot::start)
                .anyMatch(at("2026-03-03T10:00")::isEqual);
        hold(eino, "KEY_PICKUP", at("2026-03-03T10:00"));
        assertThat(events(held)).containsExactly(VisitEventKind.HELD, VisitEventKind.EXPIRED);
        Expect.a(Booking.HoldExpired.class, confirm(aino, held));
    }

    @Test
    void the_ticker_lets_go_what_nobody_confirmed() {
        var upkeep = town.backOffice(VisitUpkeep.class);
        var held = hold(aino, "KEY_PICKUP", at("2026-03-03T10:00"));
        upkeep.expireHolds();
        assertThat(events(held)).containsExactly(VisitEventKind.HELD);
        town.clock.advance(OfficeVisits.HOLD);
        assertThat(upkeep.expireHolds()).isPositive();
        assertThat(upkeep.expireHolds()).isZero();
        assertThat(events(held)).containsExactly(VisitEventKind.HELD, VisitEventKind.EXPIRED);
    }

    @Test
    void holding_another_time_lets_the_first_one_go() {
        var first = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        var second = hold(aino, "KEY_PICKUP", at("2026-03-03T10:00"));
        Expect.a(Booking.HoldExpired.class, confirm(aino, first));
        Expect.a(Booking.Done.class, confirm(aino, second));
        var eino = town.homes().residentOf(office, "Eino");
        hold(eino, "KEY_PICKUP", at("2026-03-03T09:00"));
    }

    @Test
    void whoever_is_too_late_for_another_time_keeps_the_one_that_is_held() {
        var held = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        var eino = town.homes().residentOf(office, "Eino");
        hold(eino, "KEY_PICKUP", at("2026-03-03T10:00"));
        Expect.a(Booking.SlotTaken.class, tryHold(aino, "KEY_PICKUP", at("2026-03-03T10:00")));
        Expect.a(Booking.Done.class, confirm(aino, held));
        assertThat(events(held)).containsExactly(VisitEventKind.HELD, VisitEventKind.BOOKED);
    }

    @Test
    void B12_the_holder_is_not_in_the_own_way() {
        var first = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        var again = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        assertThat(again.id()).as("the same hold, not another one").isEqualTo(first.id());
        Expect.a(Booking.Done.class, confirm(aino, first));
    }

    @Test
    void B05_twenty_clicks_make_one_hold() {
        for (int click = 0; click < 20; click++) {
            hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        }
        assertThat(town.db().fetchCount(VISIT, VISIT.RESIDENT_ID.eq(aino.id()))).isEqualTo(1);
    }

    @Test
    void B16_a_hold_becomes_a_booking_in_one_step_and_is_never_without_a_row() {
        var held = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        confirm(aino, held);
        assertThat(town.db().fetchCount(VISIT, VISIT.ID.eq(held.id()).and(VISIT.STATE.eq(VisitState.BOOKED))))
                .isEqualTo(1);
        assertThat(town.db().fetchCount(VISIT, VISIT.RESIDENT_ID.eq(aino.id()))).isEqualTo(1);
    }

    @Test
    void one_open_visit_of_each_type_is_the_limit() {
        var booked = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        confirm(aino, booked);
        var refused = Expect.a(Booking.AlreadyBooked.class, tryHold(aino, "KEY_PICKUP", at("2026-03-03T10:00")));
        assertThat(refused.visit().id()).isEqualTo(booked.id());
        hold(aino, "RENT_TALK", at("2026-03-03T10:00"));
    }

    @Test
    void a_visit_of_somebody_else_is_nobodys_business() {
        var held = hold(aino, "KEY_PICKUP", at("2026-03-03T09:00"));
        var eino = town.homes().residentOf(office, "Eino");
        assertThat(town.as(eino, () -> visits.one(held.id()))).isEmpty();
        assertThatThrownBy(() -> confirm(eino, held)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> visits.confirm(held.id())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> visits.hold("KEY_PICKUP", at("2026-03-03T09:00")))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void somebody_without_a_home_books_nothing() {
        var nobody = town.homes().resident("Väinö").livingNowhere();
        assertThatThrownBy(() -> tryHold(nobody, "KEY_PICKUP", at("2026-03-03T09:00")))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void own_visits_are_listed_without_those_that_were_only_held() {
        hold(aino, "RENT_TALK", at("2026-03-03T09:00"));
        var kept = hold(aino, "KEY_PICKUP", at("2026-03-03T10:00"));
        confirm(aino, kept);
        assertThat(town.as(aino, visits::mine)).extracting(Visit::id).containsExactly(kept.id());
    }

    private Visit hold(Caller who, String type, OffsetDateTime start) {
        return Expect.a(Booking.Done.class, tryHold(who, type, start)).visit();
    }

    private Booking tryHold(Caller who, String type, OffsetDateTime start) {
        return town.as(who, () -> visits.hold(type, start));
    }

    private Booking confirm(Caller who, Visit visit) {
        return town.as(who, () -> visits.confirm(visit.id()));
    }

    private LocalDate day() {
        return town.clock.now().plus(Duration.ofHours(3)).toLocalDate();
    }

    private static int mails(Visit visit, NotificationKind kind) {
        return town.db()
                .fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(visit.id()).and(NOTIFICATION.KIND.eq(kind)));
    }

    private static List<VisitEventKind> events(Visit visit) {
        return town.db()
                .select(VISIT_EVENT.KIND)
                .from(VISIT_EVENT)
                .where(VISIT_EVENT.VISIT_ID.eq(visit.id()))
                .orderBy(VISIT_EVENT.ID)
                .fetch(VISIT_EVENT.KIND);
    }
}
