package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.KEY_EVENT;
import static fi.kotiovi.db.Tables.KEY_HANDOVER;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.domain.key.KeyPlace.DRAWN;
import static fi.kotiovi.domain.key.KeyPlace.SIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyHolder;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandingOverKeysTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final KeyHandovers handovers = town.backOffice(KeyHandovers.class);
    private final KeyRoom keyRoom = town.backOffice(KeyRoom.class);
    private KeyPlace place = new KeyPlace(town);
    private UUID visit = place.office;

    @BeforeEach
    void a_visitor_at_the_counter() {
        place = new KeyPlace(town);
        visit = place.served(place.aino, "KEY_PICKUP");
    }

    @Test
    void handed_keys_have_one_holder_a_signed_receipt_a_link_in_the_log_and_a_letter() {
        var keys = List.of(place.key(KeyState.IN_STORE), place.key(KeyState.RESERVED));
        var done = Expect.a(
                Handover.Done.class,
                town.as(place.liisa, () -> handovers.handOver(visit, keys, IdKind.PASSPORT, DRAWN)));
        assertThat(done.number()).matches("R-26-\\d{6}");
        assertThat(done.keys()).extracting(Key::state).containsOnly(KeyState.HANDED_OUT);
        assertThat(done.keys()).extracting(Key::holder).containsOnly("Aino Korhonen");
        for (var key : keys) {
            var event = town.db().fetchSingle(KEY_EVENT, KEY_EVENT.KEY_ID.eq(key));
            assertThat(event.getKind()).isEqualTo(KeyEventKind.HANDED_OUT);
            assertThat(event.getIdKind()).isEqualTo(IdKind.PASSPORT);
            assertThat(event.getStaffId()).isEqualTo(place.liisa.id());
            assertThat(event.getHandoverId()).isEqualTo(done.receipt());
            assertThat(event.getSignatureDigest()).hasSize(32);
            assertThat(place.holders(key)).containsExactly(KeyHolder.RESIDENT);
        }
        assertThat(town.db()
                        .fetchCount(
                                NOTIFICATION,
                                NOTIFICATION
                                        .CAUSE_ID
                                        .eq(done.receipt())
                                        .and(NOTIFICATION.KIND.eq(NotificationKind.KEY_RECEIPT))))
                .isEqualTo(1);
        var receipts = town.portal(KeyReceipts.class);
        assertThat(town.as(place.aino, receipts::keys)).hasSize(2);
        var mine = town.as(place.aino, () -> receipts.one(done.receipt())).orElseThrow();
        assertThat(mine.keys()).hasSize(2);
        assertThat(mine.png()).isEqualTo(DRAWN.png());
        var eino = town.homes().residentOf(place.office, "Eino");
        assertThat(town.as(eino, () -> receipts.one(done.receipt()))).isEmpty();
        assertThat(town.as(eino, receipts::keys)).isEmpty();
    }

    @Test
    void K01_a_stale_form_hands_nothing_out_a_second_time() {
        var key = place.key(KeyState.IN_STORE);
        place.handOver(visit, List.of(key));
        var refused = Expect.a(Handover.Elsewhere.class, place.handOver(visit, List.of(key)));
        assertThat(refused.keys()).extracting(Key::id).containsExactly(key);
        assertThat(town.db().fetchCount(KEY_EVENT, KEY_EVENT.KEY_ID.eq(key))).isEqualTo(1);
    }

    @Test
    void K02_nothing_is_done_by_halves_and_a_reserved_key_stays_reserved() {
        var here = place.key(KeyState.IN_STORE);
        var reserved = place.key(KeyState.RESERVED);
        var lost = place.key(KeyState.LOST);
        var refused = Expect.a(Handover.Elsewhere.class, place.handOver(visit, List.of(here, reserved, lost)));
        assertThat(refused.keys()).extracting(Key::id).containsExactly(lost);
        assertThat(place.state(here)).isEqualTo(KeyState.IN_STORE);
        assertThat(place.state(reserved)).isEqualTo(KeyState.RESERVED);
        assertThat(town.db().fetchCount(KEY_EVENT, KEY_EVENT.KEY_ID.in(here, reserved, lost)))
                .isZero();
        assertThat(town.db().fetchCount(KEY_HANDOVER, KEY_HANDOVER.VISIT_ID.eq(visit)))
                .isZero();
    }

    @Test
    void K03_nothing_goes_out_or_comes_back_unsigned() {
        var key = place.key(KeyState.IN_STORE);
        for (var unsigned :
                List.of(Signature.onPaper(" "), Signature.drawn("", "Aino"), Signature.drawn("bm90IGEgcG5n", "Aino"))) {
            Expect.a(
                    Handover.NotSigned.class,
                    town.as(place.liisa, () -> handovers.handOver(visit, List.of(key), IdKind.PASSPORT, unsigned)));
            Expect.a(
                    Handover.NotSigned.class,
                    town.as(place.liisa, () -> handovers.takeBack(visit, KeyPlace.whole(key), unsigned)));
        }
        assertThat(place.state(key)).isEqualTo(KeyState.IN_STORE);
    }

    @Test
    void two_clerks_with_the_same_keys_in_another_order_and_one_hands_them_out() {
        var eino = town.homes().resident("Eino").livingNowhere();
        town.db()
                .insertInto(fi.kotiovi.db.Tables.TENANCY_RESIDENT)
                .select(town.db()
                        .select(
                                fi.kotiovi.db.Tables.TENANCY.ID,
                                org.jooq.impl.DSL.val(eino.id()),
                                org.jooq.impl.DSL.val(fi.kotiovi.vocabulary.TenancyRole.OTHER))
                        .from(fi.kotiovi.db.Tables.TENANCY)
                        .where(fi.kotiovi.db.Tables.TENANCY.HOME_ID.eq(place.home)))
                .execute();
        var other = place.served(eino, "KEY_PICKUP");
        for (int round = 0; round < 10; round++) {
            var a = place.key(KeyState.IN_STORE);
            var b = place.key(KeyState.IN_STORE);
            var results = Race.of(
                    2, i -> () -> place.handOver(i == 0 ? visit : other, i == 0 ? List.of(a, b) : List.of(b, a)));
            assertThat(results).filteredOn(Handover.Done.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(Handover.Elsewhere.class::isInstance).hasSize(1);
            assertThat(place.holders(a)).hasSize(1);
        }
        assertThat(town.deadlocks()).isZero();
    }

    @Test
    void only_keys_of_the_visitors_home_and_of_this_key_room() {
        var theirs = place.key(
                KeyState.IN_STORE,
                fi.kotiovi.vocabulary.LockSystem.MECHANICAL,
                town.homes().homeWithoutKeys(place.building));
        Expect.a(Handover.NotOfThisHome.class, place.handOver(visit, List.of(theirs)));
        var elsewhere = place.key(KeyState.IN_STORE);
        town.db()
                .update(KEY)
                .set(KEY.OFFICE_ID, town.work().office(1))
                .where(KEY.ID.eq(elsewhere))
                .execute();
        Expect.a(Handover.NotOfThisHome.class, place.handOver(visit, List.of(elsewhere)));
        assertThat(place.holders(elsewhere)).containsExactly(KeyHolder.OFFICE);
    }

    @Test
    void not_before_the_lease_unless_a_manager_agrees_and_says_why() {
        var home = town.homes().homeWithoutKeys(place.building);
        var elli = town.homes().resident("Elli").livingAt(home, LocalDate.of(2026, 3, 1), null);
        var early = place.served(elli, "KEY_PICKUP");
        town.db()
                .update(TENANCY)
                .set(TENANCY.DURING, LocalDateRange.localDateRange(LocalDate.of(2026, 3, 16), true, null, false))
                .where(TENANCY.HOME_ID.eq(home))
                .execute();
        var key = place.key(KeyState.IN_STORE, fi.kotiovi.vocabulary.LockSystem.ELECTRONIC, home);
        assertThat(Expect.a(Handover.TooEarly.class, place.handOver(early, List.of(key)))
                        .leaseStart())
                .isEqualTo("2026-03-16");
        assertThatThrownBy(() -> town.as(place.liisa, () -> handovers.agreeEarly(early, "Muutto jo nyt")))
                .isInstanceOf(NotAllowedException.class);
        town.as(place.leena, () -> handovers.agreeEarly(early, "Koti on tyhjä, sovittu puhelimessa"));
        Expect.a(Handover.Done.class, place.handOver(early, List.of(key)));
    }

    @Test
    void no_keys_and_no_visitor_are_two_different_answers() {
        Expect.a(Handover.NoKeys.class, place.handOver(visit, List.of()));
        place.finish(visit);
        Expect.a(Handover.NotServing.class, place.handOver(visit, List.of(place.key(KeyState.IN_STORE))));
    }

    @Test
    void only_the_desk_of_that_office_enters_the_key_room() {
        var key = place.key(KeyState.IN_STORE);
        var mechanic = town.work().mechanic("Timo", place.crew, StaffRole.CREW);
        var agent = town.work().clerk("Matti", place.office, StaffRole.AGENT);
        for (var caller : List.<Caller>of(agent, mechanic, place.aino)) {
            assertThatThrownBy(() -> town.as(caller, () -> keyRoom.find("K-"))).isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() ->
                            town.as(caller, () -> handovers.handOver(visit, List.of(key), IdKind.PASSPORT, SIGNED)))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> town.as(
                            caller, () -> town.backOffice(KeyLoans.class).open(0, 1)))
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> keyRoom.ofHome(place.home)).isInstanceOf(NotAllowedException.class);
        var stranger = town.work().clerk("Siru", town.work().office(1), StaffRole.DESK);
        var tag = town.db().fetchSingle(KEY, KEY.ID.eq(key)).getTag();
        assertThat(town.as(stranger, () -> keyRoom.find(tag))).isEmpty();
        assertThat(town.as(stranger, () -> keyRoom.one(key))).isEmpty();
        Expect.a(
                Handover.NotServing.class,
                town.as(stranger, () -> handovers.handOver(visit, List.of(key), IdKind.PASSPORT, SIGNED)));
        assertThatThrownBy(() -> town.as(
                        stranger, () -> town.backOffice(KeyRegister.class).retire(key, "")))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void the_portal_reads_no_table_of_the_key_room() {
        assertThatThrownBy(() ->
                        town.as(place.liisa, () -> town.portal(KeyRoom.class).find("K-")))
                .hasStackTraceContaining("permission denied for table");
    }

    @Test
    void keys_are_found_by_tag_hook_serial_address_and_name_and_not_by_nothing() {
        var key = place.key(KeyState.IN_STORE);
        var row = town.db().fetchSingle(KEY, KEY.ID.eq(key));
        assertThat(found(row.getTag().toLowerCase(Locale.ROOT))).containsExactly(key);
        assertThat(found(row.getTag().substring(2))).containsExactly(key);
        assertThat(found(row.getHook().replace(" ", "").toLowerCase(Locale.ROOT)))
                .contains(key);
        assertThat(found(row.getSerial())).containsExactly(key);
        assertThat(found("korhonen aino")).contains(key);
        assertThat(found("lehmusKUJA")).contains(key);
        assertThat(found("lindgränden")).contains(key);
        assertThat(found("  ")).isEmpty();
        assertThat(found("%")).isEmpty();
        assertThat(found("%%")).isEmpty();
        assertThat(town.as(place.liisa, () -> keyRoom.ofHome(place.home)))
                .extracting(Key::id)
                .containsExactly(key);
    }

    @Test
    void every_instant_has_a_holder_even_when_two_things_happen_at_once() {
        var key = place.key(KeyState.IN_STORE);
        place.handOver(visit, List.of(key));
        var back = place.served(place.aino, "KEY_RETURN");
        Expect.a(
                Handover.Done.class, town.as(place.liisa, () -> handovers.takeBack(back, KeyPlace.whole(key), SIGNED)));
        assertThat(place.holders(key)).containsExactly(KeyHolder.OFFICE);
        assertThat(town.db().fetchCount(KEY_CUSTODY, KEY_CUSTODY.KEY_ID.eq(key)))
                .isEqualTo(3);
    }

    private List<UUID> found(String text) {
        return town.as(place.liisa, () -> keyRoom.find(text)).stream()
                .map(Key::id)
                .toList();
    }
}
