package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY_ORDER;
import static fi.kotiovi.db.Tables.KEY_WISH;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyOrderState;
import fi.kotiovi.vocabulary.KeyWishState;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.TenancyRole;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A party to the lease asks for more keys in writing; a person at the office orders them, or says why not. */
class AskingForKeysTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final KeyWishes wishes = town.portal(KeyWishes.class);
    private final AskedKeys asked = town.backOffice(AskedKeys.class);
    private KeyPlace place = new KeyPlace(town);

    @BeforeEach
    void a_home() {
        place = new KeyPlace(town);
    }

    @Test
    void from_the_wish_to_the_key_in_the_hand_every_state_is_told() {
        Expect.a(Wishing.Asked.class, ask(place.aino, KeyKind.FLAT, 2));
        assertThat(town.as(place.aino, wishes::mine)).singleElement().satisfies(mine -> {
            assertThat(mine.state()).isEqualTo(KeyWishState.ASKED);
            assertThat(mine.pieces()).isEqualTo(2);
            assertThat(mine.reason()).isEqualTo("Lapselle, koulu alkaa");
        });
        var waiting = town.as(place.liisa, () -> asked.waiting(null, 10)).getFirst();
        assertThat(waiting.resident()).isEqualTo("Aino Korhonen");
        var ordered = Expect.a(
                Answering.Ordered.class, town.as(place.liisa, () -> asked.order(waiting.id(), LockSystem.MECHANICAL)));
        assertThat(ordered.numbers()).hasSize(2).doesNotHaveDuplicates();
        assertThat(town.as(place.aino, wishes::mine)).isEmpty();
        assertThat(town.as(place.aino, wishes::orders))
                .extracting(KeyWishes.MyOrder::state)
                .containsExactly(KeyOrderState.ORDERED, KeyOrderState.ORDERED);
        var orders = town.backOffice(KeyOrders.class);
        var first = town.as(place.liisa, () -> orders.open(0, 10)).getFirst();
        town.as(place.liisa, () -> orders.arrived(first.id(), "771", "c7"));
        assertThat(town.as(place.aino, wishes::orders).getFirst().state()).isEqualTo(KeyOrderState.ARRIVED);
        town.as(place.liisa, () -> orders.ready(first.id()));
        assertThat(town.as(place.aino, wishes::orders).getFirst().state()).isEqualTo(KeyOrderState.READY);
        assertThat(letters(NotificationKind.KEY_READY, first.id())).isEqualTo(1);
        assertThat(town.db().fetchCount(KEY_ORDER, KEY_ORDER.WISH_ID.eq(waiting.id())))
                .isEqualTo(2);
    }

    @Test
    void one_form_is_one_wish_however_often_it_is_sent() {
        var form = UUID.randomUUID();
        var results = Race.of(
                4, i -> () -> town.as(place.aino, () -> wishes.ask(form, KeyKind.FLAT, 1, "Lapselle, koulu alkaa")));
        assertThat(results).allMatch(Wishing.Asked.class::isInstance);
        assertThat(town.db().fetchCount(KEY_WISH, KEY_WISH.HOME_ID.eq(place.home)))
                .isEqualTo(1);
        Expect.a(Wishing.AlreadyAsked.class, ask(place.aino, KeyKind.FLAT, 1));
        Expect.a(Wishing.Asked.class, ask(place.aino, KeyKind.LAUNDRY, 1));
    }

    @Test
    void not_more_than_five_are_under_way_to_a_home_even_when_two_windows_ask_at_once() {
        Expect.a(Wishing.Asked.class, ask(place.aino, KeyKind.FLAT, 3));
        var results = Race.of(2, i -> () -> ask(place.aino, i == 0 ? KeyKind.LAUNDRY : KeyKind.STORAGE, 2));
        assertThat(results).filteredOn(Wishing.Asked.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Wishing.Enough.class::isInstance).hasSize(1);
        var enough = Expect.a(Wishing.Enough.class, ask(place.aino, KeyKind.REMOTE, 1));
        assertThat(enough.underWay()).isEqualTo(5);
    }

    @Test
    void what_is_missing_or_too_much_is_told_and_a_master_key_is_not_to_be_had() {
        assertThat(Expect.a(
                                Wishing.Incomplete.class,
                                town.as(place.aino, () -> wishes.ask(UUID.randomUUID(), KeyKind.FLAT, 4, " ")))
                        .gaps())
                .containsExactlyInAnyOrder(Wishing.Gap.PIECES, Wishing.Gap.REASON_MISSING);
        Expect.a(Wishing.NotYours.class, ask(place.aino, KeyKind.MASTER, 1));
    }

    @Test
    void who_is_not_a_party_to_the_lease_or_has_moved_out_orders_nothing() {
        var eino = town.homes().resident("Eino").livingNowhere();
        town.db()
                .insertInto(TENANCY_RESIDENT)
                .select(select(TENANCY.ID, val(eino.id()), val(TenancyRole.OTHER))
                        .from(TENANCY)
                        .where(TENANCY.HOME_ID.eq(place.home)))
                .execute();
        Expect.a(Wishing.NotYours.class, ask(eino, KeyKind.FLAT, 1));
        assertThat(town.as(eino, wishes::home)).isEmpty();
        assertThat(town.as(place.aino, wishes::home)).isPresent();
        var home = town.homes().homeWithoutKeys(place.building);
        var elli = town.homes().resident("Elli").livingAt(home, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 2, 28));
        Expect.a(Wishing.NotYours.class, ask(elli, KeyKind.FLAT, 1));
        assertThatThrownBy(() -> ask(place.liisa, KeyKind.FLAT, 1)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_no_has_a_reason_and_goes_out_as_a_letter() {
        Expect.a(Wishing.Asked.class, ask(place.aino, KeyKind.FLAT, 1));
        var wish = town.as(place.liisa, () -> asked.waiting(null, 1)).getFirst().id();
        Expect.a(Answering.NoReason.class, town.as(place.liisa, () -> asked.decline(wish, " ")));
        Expect.a(
                Answering.Declined.class,
                town.as(place.liisa, () -> asked.decline(wish, "Kodissa on jo kuusi avainta")));
        assertThat(letters(NotificationKind.KEY_WISH_DECLINED, wish)).isEqualTo(1);
        assertThat(town.as(place.aino, wishes::mine))
                .singleElement()
                .extracting(KeyWishes.MyWish::answer)
                .isEqualTo("Kodissa on jo kuusi avainta");
        Expect.a(Answering.MovedOn.class, town.as(place.liisa, () -> asked.order(wish, LockSystem.MECHANICAL)));
    }

    @Test
    void what_was_taken_back_is_not_ordered_and_what_was_ordered_is_not_taken_back() {
        Expect.a(Wishing.Asked.class, ask(place.aino, KeyKind.FLAT, 1));
        var wish = town.as(place.aino, wishes::mine).getFirst().id();
        var eino = town.homes().residentOf(place.office, "Eino");
        assertThat(town.as(eino, () -> wishes.withdraw(wish))).isFalse();
        var results = Race.of(
                2,
                i -> () -> i == 0
                        ? town.as(place.aino, () -> wishes.withdraw(wish))
                        : town.as(place.liisa, () -> asked.order(wish, LockSystem.MECHANICAL))
                                instanceof Answering.Ordered);
        assertThat(results).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void only_the_desk_of_that_office_answers() {
        Expect.a(Wishing.Asked.class, ask(place.aino, KeyKind.FLAT, 1));
        var wish = town.as(place.liisa, () -> asked.waiting(null, 1)).getFirst().id();
        var stranger = town.work().clerk("Siru", town.work().office(1), StaffRole.DESK);
        assertThat(town.as(stranger, () -> asked.waiting(null, 10))).isEmpty();
        Expect.a(Answering.MovedOn.class, town.as(stranger, () -> asked.order(wish, LockSystem.MECHANICAL)));
        var mechanic = town.work().mechanic("Timo", place.crew, StaffRole.CREW);
        assertThatThrownBy(() -> town.as(mechanic, () -> asked.waiting(null, 1)))
                .isInstanceOf(NotAllowedException.class);
    }

    private Wishing ask(Caller who, KeyKind kind, int pieces) {
        return town.as(who, () -> wishes.ask(UUID.randomUUID(), kind, pieces, "Lapselle, koulu alkaa"));
    }

    private static int letters(NotificationKind kind, UUID cause) {
        return town.db().fetchCount(NOTIFICATION, NOTIFICATION.KIND.eq(kind).and(NOTIFICATION.CAUSE_ID.eq(cause)));
    }
}
