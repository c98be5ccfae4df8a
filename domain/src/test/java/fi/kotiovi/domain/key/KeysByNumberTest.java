package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.ACCESS_LOG;
import static fi.kotiovi.db.Tables.KEY_HANDOVER;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.domain.key.KeyPlace.SIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.line.Call;
import fi.kotiovi.domain.line.Calls;
import fi.kotiovi.domain.line.CounterShifts;
import fi.kotiovi.domain.line.HandStep;
import fi.kotiovi.domain.line.Hands;
import fi.kotiovi.domain.line.LineDesk;
import fi.kotiovi.domain.line.LineTicket;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyHolder;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever walks in on a Tuesday with a number gets keys by the same rules as whoever has booked. */
class KeysByNumberTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final KeyHandovers handovers = town.backOffice(KeyHandovers.class);
    private final KeyWalkIns walkIns = town.backOffice(KeyWalkIns.class);
    private KeyPlace place = new KeyPlace(town);
    private UUID ticket = place.office;
    private UUID seat = place.office;

    @BeforeEach
    void somebody_with_a_number_at_the_counter() {
        place = new KeyPlace(town);
        ticket = served(place.liisa, 1);
    }

    @Test
    void keys_go_out_by_number_with_one_holder_a_signature_and_a_receipt_of_that_ticket() {
        var key = place.key(KeyState.IN_STORE);
        var aino = found("aino korh");
        var walkIn = town.as(place.liisa, () -> walkIns.choose(ticket, aino));
        var done = Expect.a(Handover.Done.class, handOver(walkIn, key));
        assertThat(place.holders(key)).containsExactly(KeyHolder.RESIDENT);
        var receipt = town.db().fetchSingle(KEY_HANDOVER, KEY_HANDOVER.ID.eq(done.receipt()));
        assertThat(receipt.getTicketId()).isEqualTo(ticket);
        assertThat(receipt.getVisitId()).isNull();
        assertThat(receipt.getIdKind()).isEqualTo(IdKind.PASSPORT);
        assertThat(town.as(place.aino, () -> town.portal(KeyReceipts.class).one(done.receipt())))
                .isPresent();
        assertThat(town.db()
                        .fetchSingle(ACCESS_LOG, ACCESS_LOG.SUBJECT_ID.eq(ticket))
                        .getReason())
                .isEqualTo(AccessReason.SERVING_VISIT);
        var back = Expect.a(
                Handover.Done.class,
                town.as(place.liisa, () -> handovers.takeBack(walkIn, KeyPlace.whole(key), SIGNED)));
        assertThat(back.number()).isNotEqualTo(done.number());
        assertThat(place.holders(key)).containsExactly(KeyHolder.OFFICE);
    }

    @Test
    void the_booking_of_somebody_else_stays_out_of_what_is_written_for_this_one() {
        var visit = place.served(place.aino, "KEY_PICKUP");
        town.db()
                .update(TICKET)
                .set(TICKET.VISIT_ID, visit)
                .where(TICKET.ID.eq(ticket))
                .execute();
        var home = town.homes().homeWithoutKeys(place.building);
        var elli = town.homes().resident("Elli").livingAt(home);
        var key = place.key(KeyState.IN_STORE, LockSystem.MECHANICAL, home);
        var done = Expect.a(Handover.Done.class, handOver(new WalkIn(ticket, elli.id(), home), key));
        var receipt = town.db().fetchSingle(KEY_HANDOVER, KEY_HANDOVER.ID.eq(done.receipt()));
        assertThat(receipt.getVisitId()).isNull();
        assertThat(receipt.getTicketId()).isEqualTo(ticket);
        var own = Expect.a(
                Handover.Done.class,
                handOver(new WalkIn(ticket, place.aino.id(), place.home), place.key(KeyState.IN_STORE)));
        assertThat(town.db()
                        .fetchSingle(KEY_HANDOVER, KEY_HANDOVER.ID.eq(own.receipt()))
                        .getVisitId())
                .isEqualTo(visit);
    }

    @Test
    void K01_two_presses_at_once_hand_a_key_out_once() {
        var key = place.key(KeyState.IN_STORE);
        var walkIn = new WalkIn(ticket, place.aino.id(), place.home);
        var results = Race.of(4, i -> () -> handOver(walkIn, key));
        assertThat(results).filteredOn(Handover.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Handover.Elsewhere.class::isInstance).hasSize(3);
    }

    @Test
    void K03_nothing_goes_out_or_comes_back_unsigned() {
        var key = place.key(KeyState.IN_STORE);
        var walkIn = new WalkIn(ticket, place.aino.id(), place.home);
        var nothing = Signature.onPaper(" ");
        Expect.a(
                Handover.NotSigned.class,
                town.as(place.liisa, () -> handovers.handOver(walkIn, Set.of(key), IdKind.PASSPORT, nothing)));
        Expect.a(
                Handover.NotSigned.class,
                town.as(place.liisa, () -> handovers.takeBack(walkIn, KeyPlace.whole(key), nothing)));
    }

    @Test
    void not_before_the_lease_unless_a_manager_agrees_for_this_person_and_this_home() {
        var home = town.homes().homeWithoutKeys(place.building);
        var elli = town.homes().resident("Elli").livingAt(home, LocalDate.of(2026, 3, 1), null);
        town.db()
                .update(TENANCY)
                .set(TENANCY.DURING, LocalDateRange.localDateRange(LocalDate.of(2026, 3, 16), true, null, false))
                .where(TENANCY.HOME_ID.eq(home))
                .execute();
        var key = place.key(KeyState.IN_STORE, LockSystem.ELECTRONIC, home);
        var walkIn = new WalkIn(ticket, elli.id(), home);
        assertThat(Expect.a(Handover.TooEarly.class, handOver(walkIn, key)).leaseStart())
                .isEqualTo("2026-03-16");
        assertThat(town.as(place.liisa, () -> walkIns.early(walkIn)))
                .contains(new EarlyLease(LocalDate.of(2026, 3, 16), false));
        assertThatThrownBy(() -> town.as(place.liisa, () -> walkIns.agreeEarly(walkIn, "Muutto jo nyt")))
                .isInstanceOf(NotAllowedException.class);
        var other = new WalkIn(ticket, place.aino.id(), place.home);
        town.as(place.leena, () -> walkIns.agreeEarly(other, "Toisen kodin asia"));
        Expect.a(Handover.TooEarly.class, handOver(walkIn, key));
        town.as(place.leena, () -> walkIns.agreeEarly(walkIn, "Koti on tyhjä,\0 sovittu tiskillä"));
        Expect.a(Handover.Done.class, handOver(walkIn, key));
    }

    @Test
    void whoever_lives_elsewhere_or_has_moved_out_gets_nothing_and_hears_why() {
        var key = place.key(KeyState.IN_STORE);
        var eino = town.homes().residentOf(place.office, "Eino");
        Expect.a(Handover.NotServing.class, handOver(new WalkIn(ticket, eino.id(), place.home), key));
        var home = town.homes().homeWithoutKeys(place.building);
        var elli = town.homes().resident("Elli").livingAt(home, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 2, 28));
        var theirs = place.key(KeyState.IN_STORE, LockSystem.MECHANICAL, home);
        Expect.a(Handover.NoLease.class, handOver(new WalkIn(ticket, elli.id(), home), theirs));
        Expect.a(Handover.NotOfThisHome.class, handOver(new WalkIn(ticket, place.aino.id(), place.home), theirs));
    }

    @Test
    void a_home_of_another_office_is_found_and_says_where_its_keys_hang() {
        var far = town.homes().residentOf(town.work().office(1), "Ulpukka");
        var caller = found("ulpukka");
        assertThat(caller.resident()).isEqualTo(far.id());
        assertThat(caller.elsewhere()).isNotNull();
        assertThat(found("aino").elsewhere()).isNull();
        assertThat(town.as(place.liisa, () -> walkIns.find(" a"))).isEmpty();
        assertThat(town.as(place.liisa, () -> walkIns.find("%%"))).isEmpty();
    }

    @Test
    void only_who_serves_the_ticket_hands_over_and_only_while_serving() {
        var key = place.key(KeyState.IN_STORE);
        var walkIn = new WalkIn(ticket, place.aino.id(), place.home);
        Expect.a(
                Handover.NotServing.class,
                town.as(place.leena, () -> handovers.handOver(walkIn, List.of(key), IdKind.PASSPORT, SIGNED)));
        step(place.liisa, ticket, HandStep.FINISH);
        Expect.a(Handover.NotServing.class, handOver(walkIn, key));
        var mechanic = town.work().mechanic("Timo", place.crew, StaffRole.CREW);
        assertThatThrownBy(() -> town.as(mechanic, () -> walkIns.find("aino"))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(place.aino, () -> walkIns.find("aino")))
                .isInstanceOf(NotAllowedException.class);
        assertThat(place.state(key)).isEqualTo(KeyState.IN_STORE);
    }

    private KeyCaller found(String text) {
        return town.as(place.liisa, () -> walkIns.find(text)).getFirst();
    }

    private Handover handOver(WalkIn who, UUID key) {
        return town.as(place.liisa, () -> handovers.handOver(who, List.of(key), IdKind.PASSPORT, SIGNED));
    }

    private void step(Caller.Staff clerk, UUID of, HandStep step) {
        Expect.a(
                Call.Done.class,
                town.as(clerk, () -> town.backOffice(Hands.class).step(of, step, seat)));
    }

    /** Somebody without a booking whom that clerk serves. */
    private UUID served(Caller.Staff clerk, int counter) {
        seat = UUID.randomUUID();
        town.as(clerk, () -> town.backOffice(CounterShifts.class).open(counter, false, seat));
        town.as(clerk, () -> town.backOffice(LineDesk.class).take("KEY_PICKUP", Language.FI));
        var id = town.as(clerk, () -> town.backOffice(LineDesk.class).today()).stream()
                .map(LineTicket::id)
                .findFirst()
                .orElseThrow();
        Expect.a(
                Call.Done.class,
                town.as(clerk, () -> town.backOffice(Calls.class).one(id, seat)));
        step(clerk, id, HandStep.SERVE);
        return id;
    }
}
