package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.KEY_EVENT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.DeskStep;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.VisitDesk;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyHolder;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandingOverKeysTest {
    private static final AtomicInteger TAG = new AtomicInteger(10_000);

    @RegisterExtension
    static final Town town = Town.found();

    private final KeyRoom keyRoom = town.backOffice(KeyRoom.class);
    private UUID office = town.work().office(4);
    private UUID home =
            town.homes().home(town.homes().building(office, town.work().crew("Huolto")));
    private Caller.Resident aino = town.homes().resident("Aino").livingAt(home);
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
    private UUID visit = office;

    @BeforeEach
    void aVisitorAtTheCounter() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(4);
        home = town.homes().home(town.homes().building(office, town.work().crew("Huolto")));
        aino = town.homes().resident("Aino").livingAt(home);
        liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
        visit = served(aino);
    }

    @Test
    void handed_keys_have_one_holder_and_an_event_that_says_which_document_was_shown() {
        var keys = List.of(key(KeyState.IN_STORE), key(KeyState.RESERVED));
        var handed = Expect.a(Handover.Done.class, handOver(keys)).keys();
        assertThat(handed).extracting(Key::state).containsOnly(KeyState.HANDED_OUT);
        assertThat(handed).extracting(Key::holder).containsOnly("Aino Korhonen");
        for (var key : keys) {
            var event = town.db().fetchSingle(KEY_EVENT, KEY_EVENT.KEY_ID.eq(key));
            assertThat(event.getKind()).isEqualTo(KeyEventKind.HANDED_OUT);
            assertThat(event.getIdKind()).isEqualTo(IdKind.PASSPORT);
            assertThat(event.getStaffId()).isEqualTo(liisa.id());
            assertThat(openHolders(key)).containsExactly(KeyHolder.RESIDENT);
        }
    }

    @Test
    void keys_that_come_back_hang_at_the_office_and_every_instant_has_a_holder() {
        var key = key(KeyState.IN_STORE);
        handOver(List.of(key));
        town.clock.advance(Duration.ofMinutes(1));
        var back = Expect.a(Handover.Done.class, town.as(liisa, () -> keyRoom.takeBack(visit, List.of(key))));
        assertThat(back.keys()).extracting(Key::state).containsExactly(KeyState.IN_STORE);
        assertThat(back.keys()).extracting(Key::holderId).containsOnlyNulls();
        assertThat(openHolders(key)).containsExactly(KeyHolder.OFFICE);
        assertThat(town.db().fetchCount(KEY_CUSTODY, KEY_CUSTODY.KEY_ID.eq(key)))
                .isEqualTo(3);
    }

    @Test
    void K01_a_stale_form_hands_nothing_out_a_second_time() {
        var key = key(KeyState.IN_STORE);
        handOver(List.of(key));
        var refused = Expect.a(Handover.Elsewhere.class, handOver(List.of(key)));
        assertThat(refused.keys()).extracting(Key::id).containsExactly(key);
        assertThat(town.db().fetchCount(KEY_EVENT, KEY_EVENT.KEY_ID.eq(key))).isEqualTo(1);
    }

    @Test
    void K02_nothing_is_done_by_halves_and_a_reserved_key_stays_reserved() {
        var here = key(KeyState.IN_STORE);
        var reserved = key(KeyState.RESERVED);
        var lost = key(KeyState.LOST);
        var refused = Expect.a(Handover.Elsewhere.class, handOver(List.of(here, reserved, lost)));
        assertThat(refused.keys()).extracting(Key::id).containsExactly(lost);
        assertThat(stateOf(here)).isEqualTo(KeyState.IN_STORE);
        assertThat(stateOf(reserved)).isEqualTo(KeyState.RESERVED);
        assertThat(town.db().fetchCount(KEY_EVENT, KEY_EVENT.KEY_ID.in(here, reserved, lost)))
                .isZero();
    }

    @Test
    void a_key_ticked_twice_is_one_key() {
        var key = key(KeyState.IN_STORE);
        Expect.a(Handover.Done.class, handOver(List.of(key, key)));
    }

    @Test
    void two_clerks_with_the_same_keys_in_another_order_and_one_hands_them_out() {
        for (int round = 0; round < 10; round++) {
            var a = key(KeyState.IN_STORE);
            var b = key(KeyState.IN_STORE);
            var other = served(town.homes().residentOf(office, "Eino"));
            var results = Race.of(
                    2,
                    i -> () -> town.as(
                            liisa,
                            () -> keyRoom.handOver(
                                    i == 0 ? visit : other, i == 0 ? List.of(a, b) : List.of(b, a), IdKind.PASSPORT)));
            assertThat(results).filteredOn(Handover.Done.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(Handover.Elsewhere.class::isInstance).hasSize(1);
            assertThat(openHolders(a)).hasSize(1);
            town.as(liisa, () -> town.backOffice(VisitDesk.class).step(other, DeskStep.FINISH));
        }
    }

    @Test
    void no_keys_and_no_visitor_are_two_different_answers() {
        Expect.a(Handover.NoKeys.class, handOver(List.of()));
        town.as(liisa, () -> town.backOffice(VisitDesk.class).step(visit, DeskStep.FINISH));
        Expect.a(Handover.NotServing.class, handOver(List.of(key(KeyState.IN_STORE))));
    }

    @Test
    void only_the_desk_enters_the_key_room() {
        var key = key(KeyState.IN_STORE);
        var agent = town.work().clerk("Matti", office, StaffRole.AGENT);
        for (var caller : List.<Caller>of(agent, aino)) {
            assertThatThrownBy(() -> town.as(caller, () -> keyRoom.find("K-"))).isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> town.as(caller, () -> keyRoom.handOver(visit, List.of(key), IdKind.PASSPORT)))
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> keyRoom.ofHome(home)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void keys_are_found_by_tag_hook_serial_and_street_and_not_by_nothing() {
        town.db().deleteFrom(KEY).where(KEY.HOME_ID.eq(home)).execute();
        var key = key(KeyState.IN_STORE);
        var tag = town.db().fetchSingle(KEY, KEY.ID.eq(key)).getTag();
        assertThat(found(tag.toLowerCase(Locale.ROOT))).containsExactly(key);
        var house = town.db().fetchSingle(BUILDING, BUILDING.ID.eq(buildingOf(home)));
        assertThat(found("lehmusKUJA " + house.getHouseNumber() + " b")).containsExactly(key);
        assertThat(found("  ")).isEmpty();
        assertThat(found("%")).isEmpty();
        assertThat(town.as(liisa, () -> keyRoom.ofHome(home)))
                .extracting(Key::id)
                .containsExactly(key);
    }

    private List<UUID> found(String text) {
        return town.as(liisa, () -> keyRoom.find(text)).stream().map(Key::id).toList();
    }

    private Handover handOver(List<UUID> keys) {
        town.clock.advance(Duration.ofSeconds(1));
        return town.as(liisa, () -> keyRoom.handOver(visit, keys, IdKind.PASSPORT));
    }

    private UUID served(Caller.Resident who) {
        var visits = town.portal(OfficeVisits.class);
        var held = Expect.a(Booking.Done.class, town.as(who, () -> visits.hold("KEY_PICKUP", at("2026-03-03T09:00"))));
        var id = held.visit().id();
        town.as(who, () -> visits.confirm(id));
        town.as(liisa, () -> town.backOffice(VisitDesk.class).step(id, DeskStep.SERVE));
        return id;
    }

    private UUID key(KeyState state) {
        var n = TAG.incrementAndGet();
        var key = town.db()
                .insertInto(KEY)
                .set(KEY.OFFICE_ID, office)
                .set(KEY.BUILDING_ID, buildingOf(home))
                .set(KEY.HOME_ID, home)
                .set(KEY.TAG, "K-" + n)
                .set(KEY.HOOK, "A" + n)
                .set(KEY.KIND, KeyKind.FLAT)
                .set(KEY.LOCK_SYSTEM, LockSystem.MECHANICAL)
                .set(KEY.SERIAL, "S" + n)
                .set(KEY.STATE, state)
                .returningResult(KEY.ID)
                .fetchSingle(mapping(id -> id));
        town.db()
                .insertInto(KEY_CUSTODY)
                .set(KEY_CUSTODY.KEY_ID, key)
                .set(
                        KEY_CUSTODY.DURING,
                        OffsetDateTimeRange.offsetDateTimeRange(at("2020-01-01T00:00"), true, null, false))
                .set(KEY_CUSTODY.HOLDER, KeyHolder.OFFICE)
                .execute();
        return key;
    }

    private static UUID buildingOf(UUID home) {
        return town.db().fetchSingle(HOME, HOME.ID.eq(home)).getBuildingId();
    }

    private static KeyState stateOf(UUID key) {
        return town.db().fetchSingle(KEY, KEY.ID.eq(key)).getState();
    }

    private static List<KeyHolder> openHolders(UUID key) {
        return town.db()
                .select(KEY_CUSTODY.HOLDER)
                .from(KEY_CUSTODY)
                .where(KEY_CUSTODY.KEY_ID.eq(key))
                .and(Ranges.upper(KEY_CUSTODY.DURING).isNull())
                .fetch(KEY_CUSTODY.HOLDER);
    }
}
