package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY_EVENT;
import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.KEY_PROPOSAL;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.domain.key.KeyPlace.SIGNED;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyHolder;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyProposalKind;
import fi.kotiovi.vocabulary.KeyProposalState;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnsAndLoansTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final KeyHandovers handovers = town.backOffice(KeyHandovers.class);
    private final KeyDecisions decisions = town.backOffice(KeyDecisions.class);
    private final KeyLoans loans = town.backOffice(KeyLoans.class);
    private final KeyUpkeep upkeep = town.backOffice(KeyUpkeep.class);
    private KeyPlace place = new KeyPlace(town);

    @BeforeEach
    void a_key_room() {
        town.db().update(KEY_LOAN).setNull(KEY_LOAN.NEXT_AT).execute();
        town.db().deleteFrom(NOTIFICATION).execute();
        place = new KeyPlace(town);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-30, 2026-05-04T12:00", "2026-12-31, 2027-01-04T12:00", "2026-03-31, 2026-04-01T12:00"})
    void keys_are_due_at_noon_of_the_next_working_day(LocalDate lastDay, String due) {
        var deadlines = town.backOffice(ReturnDeadlines.class);
        assertThat(deadlines.after(lastDay, LocalTime.NOON)).isEqualTo(at(due));
    }

    @Test
    void what_is_missing_becomes_a_proposal_and_what_comes_settles_it() {
        var keys = place.withAino(3);
        var visit = place.served(place.aino, "KEY_RETURN");
        var brought = new Brought(Set.of(keys.get(0)), Set.of(keys.get(1)), Set.of(keys.get(2)));
        Expect.a(Handover.Done.class, town.as(place.liisa, () -> handovers.takeBack(visit, brought, SIGNED)));
        assertThat(place.state(keys.get(0))).isEqualTo(KeyState.IN_STORE);
        assertThat(place.state(keys.get(1))).isEqualTo(KeyState.BROKEN);
        assertThat(place.state(keys.get(2))).isEqualTo(KeyState.HANDED_OUT);
        var open = town.as(place.liisa, () -> decisions.open(0, 10));
        assertThat(open).singleElement().extracting(Proposal::kind).isEqualTo(KeyProposalKind.REKEY);
        Expect.a(
                Handover.Done.class,
                town.as(place.liisa, () -> handovers.takeFromBox(KeyPlace.whole(keys.get(2)), "Aino Korhonen")));
        assertThat(town.as(place.liisa, () -> decisions.open(0, 10))).isEmpty();
        assertThat(place.holders(keys.get(2))).containsExactly(KeyHolder.OFFICE);
        var late = open.getFirst().id();
        assertThat(town.as(place.liisa, () -> decisions.decide(late, true, true, "")))
                .isFalse();
    }

    @Test
    void a_person_decides_what_becomes_of_the_lock_of_a_lost_key() {
        var mechanical = place.key(KeyState.IN_STORE);
        var electronic = place.key(KeyState.IN_STORE, LockSystem.ELECTRONIC, place.home);
        for (var key : List.of(mechanical, electronic)) {
            town.as(place.liisa, () -> decisions.reportLost(key));
            assertThat(place.state(key)).isEqualTo(KeyState.LOST);
            assertThat(place.holders(key)).isEmpty();
        }
        town.as(place.liisa, () -> decisions.open(0, 10))
                .forEach(one -> town.as(place.liisa, () -> decisions.decide(one.id(), true, true, "katosi torilla")));
        assertThat(place.state(mechanical)).isEqualTo(KeyState.REKEY_ORDERED);
        assertThat(place.state(electronic)).isEqualTo(KeyState.BLOCKED);
        assertThat(town.as(place.liisa, () -> decisions.found(electronic))).isPresent();
        assertThat(place.holders(electronic)).containsExactly(KeyHolder.OFFICE);
    }

    @Test
    void late_keys_are_told_of_once_at_the_deadline() {
        var home = town.homes().homeWithoutKeys(place.building);
        var elli = town.homes().resident("Elli").livingAt(home, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 4, 1));
        var key = place.key(KeyState.IN_STORE, LockSystem.MECHANICAL, home);
        var visit = place.served(elli, "KEY_PICKUP");
        Expect.a(Handover.Done.class, place.handOver(visit, List.of(key)));
        town.db().deleteFrom(NOTIFICATION).execute();
        town.clock.setHelsinki("2026-04-01T11:59");
        assertThat(upkeep.openLateReturns()).isZero();
        town.clock.setHelsinki("2026-04-01T12:00");
        assertThat(upkeep.openLateReturns()).isEqualTo(1);
        assertThat(upkeep.openLateReturns()).isZero();
        assertThat(letters(NotificationKind.KEY_RETURN_LATE)).isEqualTo(1);
        assertThat(town.db()
                        .fetchSingle(KEY_PROPOSAL, KEY_PROPOSAL.KEY_ID.eq(key))
                        .getState())
                .isEqualTo(KeyProposalState.OPEN);
    }

    @Test
    void K04_what_fell_due_while_nothing_ran_makes_one_summary_and_no_storm() {
        var home = town.homes().homeWithoutKeys(place.building);
        var elli = town.homes().resident("Elli").livingAt(home, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 4, 1));
        var visit = place.served(elli, "KEY_PICKUP");
        var keys = java.util.stream.Stream.generate(() -> place.key(KeyState.IN_STORE, LockSystem.MECHANICAL, home))
                .limit(20)
                .toList();
        Expect.a(Handover.Done.class, place.handOver(visit, keys));
        var lent = master();
        lend(lent);
        town.db().deleteFrom(NOTIFICATION).execute();
        town.clock.setHelsinki("2026-04-20T09:30");
        assertThat(upkeep.openLateReturns()).isEqualTo(20);
        upkeep.remindOfLoans();
        upkeep.remindOfLoans();
        assertThat(town.db().fetchCount(NOTIFICATION)).isEqualTo(1);
        assertThat(letters(NotificationKind.KEY_SUMMARY)).isEqualTo(1);
    }

    @Test
    void a_loan_reminds_the_borrower_then_the_foreman_then_the_office_each_once() {
        town.work().clerk("Eero", place.office, StaffRole.FOREMAN);
        town.work().mechanic("Timo", place.crew, StaffRole.CREW);
        var key = master();
        lend(key);
        assertThat(place.holders(key)).containsExactly(KeyHolder.CREW);
        town.db().deleteFrom(NOTIFICATION).execute();
        for (var moment : List.of(
                "2026-03-03T15:29", "2026-03-03T15:30", "2026-03-03T15:31", "2026-03-03T17:30", "2026-03-04T08:00")) {
            town.clock.setHelsinki(moment);
            upkeep.remindOfLoans();
            town.anotherBackOffice().getBean(KeyUpkeep.class).remindOfLoans();
        }
        assertThat(letters(NotificationKind.KEY_LOAN_DUE)).isEqualTo(1);
        assertThat(letters(NotificationKind.KEY_LOAN_LATE)).isEqualTo(1);
        assertThat(letters(NotificationKind.KEY_LOAN_MISSING)).isEqualTo(1);
        assertThat(town.as(place.liisa, () -> loans.takeBack(key))).isInstanceOf(Lending.Done.class);
        assertThat(place.holders(key)).containsExactly(KeyHolder.OFFICE);
        assertThat(town.db()
                        .fetchCount(
                                KEY_EVENT, KEY_EVENT.KEY_ID.eq(key).and(KEY_EVENT.KIND.eq(KeyEventKind.BROUGHT_BACK))))
                .isEqualTo(1);
    }

    @Test
    void a_master_key_goes_out_only_with_work_in_that_building() {
        var key = master();
        assertThat(town.as(place.liisa, () -> loans.toCrew(key, UUID.randomUUID(), loans.usualDue())))
                .isInstanceOf(Lending.NoSuchWork.class);
        assertThat(place.state(key)).isEqualTo(KeyState.IN_STORE);
        var work = KeyWork.order(place);
        assertThat(town.as(
                        place.liisa,
                        () -> loans.toContractor(
                                key, work, loans.usualDue(), new Contractor("Lukko Oy", "", "", Language.FI))))
                .isInstanceOf(Lending.Done.class);
        assertThat(place.holders(key)).containsExactly(KeyHolder.CONTRACTOR);
        assertThat(town.as(place.liisa, () -> loans.toCrew(key, work, loans.usualDue())))
                .isInstanceOf(Lending.NotHere.class);
    }

    @Test
    void an_extra_key_is_ordered_comes_and_is_offered_to_the_resident_once() {
        var orders = town.backOffice(KeyOrders.class);
        var ordered = Expect.a(
                        Ordering.Done.class,
                        town.as(
                                place.liisa,
                                () -> orders.order(place.aino.id(), place.home, KeyKind.FLAT, LockSystem.MECHANICAL)))
                .order();
        assertThat(town.as(place.liisa, () -> orders.ready(ordered.id()))).isInstanceOf(Ordering.MovedOn.class);
        assertThat(town.as(place.liisa, () -> orders.arrived(ordered.id(), "", "c7")))
                .isInstanceOf(Ordering.SerialMissing.class);
        assertThat(town.as(place.liisa, () -> orders.arrived(ordered.id(), "771", "Z 99")))
                .isInstanceOf(Ordering.NoSuchHook.class);
        town.as(place.liisa, () -> orders.arrived(ordered.id(), "771", "c7"));
        town.as(place.liisa, () -> orders.ready(ordered.id()));
        assertThat(letters(NotificationKind.KEY_READY)).isEqualTo(1);
        var receipts = town.portal(KeyReceipts.class);
        assertThat(town.as(place.aino, receipts::ready)).hasSize(1);
        var visit = place.served(place.aino, "EXTRA_KEY_PICKUP");
        Expect.a(
                Handover.Done.class, place.handOver(visit, List.of(ordered.key().id())));
        assertThat(town.as(place.aino, receipts::ready)).isEmpty();
        assertThat(town.as(place.liisa, () -> orders.open(0, 5))).isEmpty();
    }

    private UUID master() {
        return place.key(KeyState.IN_STORE, LockSystem.MECHANICAL, null);
    }

    private void lend(UUID key) {
        var work = KeyWork.order(place);
        assertThat(town.as(place.liisa, () -> loans.toCrew(key, work, loans.usualDue())))
                .isInstanceOf(Lending.Done.class);
    }

    private static int letters(NotificationKind kind) {
        return town.db().fetchCount(NOTIFICATION, NOTIFICATION.KIND.eq(kind));
    }
}
