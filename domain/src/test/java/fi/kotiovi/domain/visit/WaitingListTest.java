package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT_OFFER;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.WaitingList.Offer;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.OfferState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One counter, so that a time that somebody has is nobody else's. */
class WaitingListTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final VisitChanges changes = town.portal(VisitChanges.class);
    private final WaitingList waiting = town.portal(WaitingList.class);
    private final WaitingListUpkeep upkeep = town.backOffice(WaitingListUpkeep.class);
    private final Booked booked = new Booked(town);
    private UUID office = town.work().office(1);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private Caller.Resident eino = aino;
    private Caller.Resident hilja = aino;

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        aino = town.homes().residentOf(office, "Aino");
        eino = town.homes().residentOf(office, "Eino");
        hilja = town.homes().residentOf(office, "Hilja");
    }

    @Test
    void a_freed_time_is_offered_to_whoever_asked_and_to_nobody_else_for_half_an_hour() {
        var early = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
        var late = booked.by(eino, "OTHER", at("2026-03-20T10:00"));
        wish(eino, late);
        town.as(aino, () -> changes.cancel(early.id()));
        assertThat(starts(hilja)).as("kept at once, before any ticker").doesNotContain("10:00");
        assertThat(upkeep.offerDue()).isEqualTo(1);
        var offer = offer(eino, late).orElseThrow();
        assertThat(offer.local()).hasToString("2026-03-04T10:00");
        assertThat(booked.mails(offer.id(), NotificationKind.VISIT_OFFER)).isEqualTo(1);
        Expect.a(Booking.SlotTaken.class, town.as(hilja, () -> visits.hold("OTHER", at("2026-03-04T10:00"))));

        var moved = Booked.done(town.as(eino, () -> waiting.take(late.id(), offer.id())));
        assertThat(moved.id()).isEqualTo(late.id());
        assertThat(moved.local()).hasToString("2026-03-04T10:00");
        assertThat(moved.icsSequence()).isEqualTo(1);
        assertThat(booked.mails(late.id(), NotificationKind.VISIT_MOVED)).isEqualTo(1);
        assertThat(town.as(eino, () -> waiting.of(late.id())).waits()).isFalse();
        Expect.a(Booking.SlotTaken.class, town.as(hilja, () -> visits.hold("OTHER", at("2026-03-04T10:00"))));
        assertThat(Booked.done(town.as(hilja, () -> visits.hold("OTHER", at("2026-03-20T10:00")))))
                .as("the time that was left for it is free")
                .isNotNull();
    }

    @Test
    void an_offer_that_nobody_takes_lapses_and_the_time_is_everybodys() {
        var early = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
        var late = booked.by(eino, "OTHER", at("2026-03-20T10:00"));
        wish(eino, late);
        town.as(aino, () -> changes.cancel(early.id()));
        upkeep.offerDue();
        var offer = offer(eino, late).orElseThrow();
        town.clock.advance(WaitingList.OFFER);
        Expect.a(Booking.SlotTaken.class, town.as(eino, () -> waiting.take(late.id(), offer.id())));
        assertThat(starts(hilja)).as("even while no ticker runs").contains("10:00");
        assertThat(upkeep.offerDue()).isZero();
        assertThat(upkeep.offerDue()).isZero();
        assertThat(offers(OfferState.LAPSED, late)).isEqualTo(1);
        Booked.done(town.as(hilja, () -> visits.hold("OTHER", at("2026-03-04T10:00"))));
    }

    @Test
    void whoever_says_no_leaves_it_to_the_next_in_the_order_of_asking() {
        var early = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
        var first = booked.by(eino, "OTHER", at("2026-03-20T10:00"));
        var second = booked.by(hilja, "OTHER", at("2026-03-21T10:00").minusDays(2));
        wish(eino, first);
        town.clock.advance(Duration.ofMinutes(1));
        wish(hilja, second);
        town.as(aino, () -> changes.move(early.id(), at("2026-03-05T10:00")));
        upkeep.offerDue();
        assertThat(offer(eino, first)).isPresent();
        assertThat(offer(hilja, second)).isEmpty();
        town.as(eino, () -> waiting.decline(first.id()));
        upkeep.offerDue();
        assertThat(offer(eino, first)).isEmpty();
        assertThat(offer(hilja, second)).isPresent();
        assertThat(town.as(eino, () -> waiting.of(first.id())).waits()).isTrue();
    }

    @Test
    void a_time_is_offered_exactly_once_however_many_tickers_run_and_wherever_they_die() {
        var early = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
        var late = booked.by(eino, "OTHER", at("2026-03-20T10:00"));
        wish(eino, late);
        town.as(aino, () -> changes.cancel(early.id()));
        var other = town.anotherBackOffice().getBean(WaitingListUpkeep.class);
        var made = Race.of(8, i -> () -> (i % 2 == 0 ? upkeep : other).offerDue());
        assertThat(made.stream().mapToInt(n -> n).sum()).isEqualTo(1);
        var offer = offer(eino, late).orElseThrow();
        assertThat(booked.mails(offer.id(), NotificationKind.VISIT_OFFER)).isEqualTo(1);
        assertThat(town.anotherBackOffice().getBean(WaitingListUpkeep.class).offerDue())
                .isZero();
        assertThat(offers(OfferState.OPEN, late)).isEqualTo(1);
    }

    @Test
    void B11_an_offer_is_no_way_around_the_calendar_and_nobody_takes_the_offer_of_somebody_else() {
        var early = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
        var late = booked.by(eino, "OTHER", at("2026-03-20T10:00"));
        wish(eino, late);
        town.as(aino, () -> changes.cancel(early.id()));
        upkeep.offerDue();
        var offer = offer(eino, late).orElseThrow();
        assertThatThrownBy(() -> town.as(hilja, () -> waiting.take(late.id(), offer.id())))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> waiting.take(late.id(), offer.id())).isInstanceOf(NotAllowedException.class);
        town.work().closed(office, at("2026-03-04T00:00"), at("2026-03-05T00:00"));
        Expect.a(Booking.NotOffered.class, town.as(eino, () -> waiting.take(late.id(), offer.id())));
    }

    @Test
    void where_nobody_waits_a_freed_time_is_everybodys_at_once() {
        var early = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
        town.as(aino, () -> changes.cancel(early.id()));
        Booked.done(town.as(hilja, () -> visits.hold("OTHER", at("2026-03-04T10:00"))));
    }

    @Test
    void a_time_that_is_later_or_too_short_is_offered_to_nobody() {
        var shorter = booked.by(aino, "KEY_RETURN", at("2026-03-04T10:00"));
        var late = booked.by(eino, "RENT_TALK", at("2026-03-20T10:00"));
        wish(eino, late);
        town.as(aino, () -> changes.cancel(shorter.id()));
        assertThat(upkeep.offerDue()).isZero();
        assertThat(starts(hilja)).contains("10:00");
    }

    private void wish(Caller.Resident who, Visit visit) {
        town.as(who, () -> waiting.wish(visit.id()));
    }

    private Optional<Offer> offer(Caller.Resident who, Visit visit) {
        return town.as(who, () -> waiting.of(visit.id())).offer();
    }

    private List<String> starts(Caller.Resident who) {
        var day = LocalDate.of(2026, 3, 4);
        return town.as(who, () -> visits.free("OTHER", day, day)).stream()
                .map(slot -> slot.local().toLocalTime().toString())
                .toList();
    }

    private static int offers(OfferState state, Visit visit) {
        return town.db().fetchCount(VISIT_OFFER, VISIT_OFFER.STATE.eq(state).and(VISIT_OFFER.VISIT_ID.eq(visit.id())));
    }
}
