package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Refusal.Rule;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.VisitNeed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody comes in vain: a visit for keys only where there are keys, and only by whom they are given to. */
class KeyVisitsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final Booked booked = new Booked(town);
    private UUID office = town.work().office(1);
    private UUID building = office;

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        building = town.homes().building(office, town.work().crew("Huolto"));
    }

    @Test
    void keys_are_fetched_from_the_first_day_of_the_lease_on_and_not_before() {
        var mover =
                town.homes().resident("Elin").livingAt(town.homes().home(building), LocalDate.of(2026, 3, 10), null);
        var early = Expect.a(Booking.NotOffered.class, hold(mover, "KEY_PICKUP", "2026-03-09T10:00"));
        assertThat(early.why().rule()).isEqualTo(Rule.BEFORE_LEASE);
        assertThat(early.why().day()).isEqualTo("2026-03-10");
        assertThat(early.nearest()).isNotEmpty().allMatch(slot -> !slot.day().isBefore(LocalDate.of(2026, 3, 10)));
        assertThat(town.as(mover, () -> visits.soonest("KEY_PICKUP", 3)))
                .hasSize(3)
                .allMatch(slot -> slot.day().equals(LocalDate.of(2026, 3, 10)));
        Expect.a(Booking.Done.class, hold(mover, "KEY_PICKUP", "2026-03-10T10:00"));
        Expect.a(Booking.Done.class, hold(mover, "OTHER", "2026-03-09T10:00"));
    }

    @Test
    void whoever_moves_from_one_home_of_ours_to_another_fetches_the_keys_of_the_new_one() {
        var old = town.homes().homeWithoutKeys(building);
        var fresh = town.homes().home(building);
        var mover = town.homes().resident("Elin").livingAt(old, LocalDate.of(2020, 1, 1), LocalDate.of(2026, 4, 1));
        town.homes().lease(mover, fresh, LocalDate.of(2026, 3, 10));
        var early = Expect.a(Booking.NotOffered.class, hold(mover, "KEY_PICKUP", "2026-03-09T10:00"));
        assertThat(early.why().day()).isEqualTo("2026-03-10");
        var visit = booked.by(mover, "KEY_PICKUP", at("2026-03-11T10:00"));
        assertThat(town.db()
                        .select(VISIT.HOME_ID)
                        .from(VISIT)
                        .where(VISIT.ID.eq(visit.id()))
                        .fetchSingle(VISIT.HOME_ID))
                .isEqualTo(fresh);
        var changes = town.portal(VisitChanges.class);
        var refused = town.as(mover, () -> changes.move(visit.id(), at("2026-03-09T10:00")));
        assertThat(Expect.a(Booking.NotOffered.class, refused).why().rule()).isEqualTo(Rule.BEFORE_LEASE);
        assertThat(town.as(mover, () -> visits.free(visit, LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 12))))
                .isNotEmpty()
                .allMatch(slot -> !slot.day().isBefore(LocalDate.of(2026, 3, 10)));
    }

    @Test
    void the_alternatives_to_a_taken_time_are_not_before_the_lease() {
        var mover =
                town.homes().resident("Elin").livingAt(town.homes().home(building), LocalDate.of(2026, 3, 10), null);
        var start = at("2026-03-10T09:00");
        for (int n = 0; n < 30; n++) {
            var other = town.homes().resident("Muu" + n).livingAt(town.homes().home(building));
            var time = start.plusMinutes(15L * n);
            if (town.as(other, () -> visits.hold("OTHER", time)) instanceof Booking.Done done) {
                town.as(other, () -> visits.confirm(done.visit().id()));
            }
        }
        var taken = Expect.a(Booking.SlotTaken.class, hold(mover, "KEY_PICKUP", "2026-03-10T09:00"));
        assertThat(taken.nearest()).isNotEmpty().allMatch(slot -> !slot.day().isBefore(LocalDate.of(2026, 3, 10)));
    }

    @Test
    void a_booked_key_visit_is_not_moved_before_the_lease_either() {
        var mover =
                town.homes().resident("Elin").livingAt(town.homes().home(building), LocalDate.of(2026, 3, 10), null);
        var visit = booked.by(mover, "KEY_PICKUP", at("2026-03-11T10:00"));
        var changes = town.portal(VisitChanges.class);
        var refused = town.as(mover, () -> changes.move(visit.id(), at("2026-03-09T10:00")));
        assertThat(Expect.a(Booking.NotOffered.class, refused).why().rule()).isEqualTo(Rule.BEFORE_LEASE);
    }

    @Test
    void without_keys_in_the_room_nobody_books_a_time_to_fetch_them() {
        var mover = town.homes().resident("Elin").livingAt(town.homes().homeWithoutKeys(building));
        assertThat(town.as(mover, () -> visits.nothingToDo("KEY_PICKUP"))
                        .orElseThrow()
                        .rule())
                .isEqualTo(Rule.NO_KEYS);
        var refused = Expect.a(Booking.NotOffered.class, hold(mover, "KEY_PICKUP", "2026-03-09T10:00"));
        assertThat(refused.why().rule()).isEqualTo(Rule.NO_KEYS);
        assertThat(town.as(mover, () -> visits.nothingToDo("OTHER"))).isEmpty();
    }

    @Test
    void an_extra_key_is_fetched_when_it_is_ready() {
        var home = town.homes().home(building);
        var aino = town.homes().resident("Aino").livingAt(home);
        assertThat(Expect.a(Booking.NotOffered.class, hold(aino, "EXTRA_KEY_PICKUP", "2026-03-09T10:00"))
                        .why()
                        .rule())
                .isEqualTo(Rule.NO_EXTRA_KEY);
        town.homes().key(home, KeyState.READY_FOR_PICKUP);
        Expect.a(Booking.Done.class, hold(aino, "EXTRA_KEY_PICKUP", "2026-03-09T10:00"));
    }

    @Test
    void B26_keys_that_hang_in_another_office_are_not_fetched_here() {
        var home = town.homes().home(building);
        var aino = town.homes().resident("Aino").livingAt(home);
        var elsewhere = town.work().office(1);
        town.homes().assignAllTo(elsewhere);
        Expect.a(Booking.Done.class, hold(aino, "KEY_PICKUP", "2026-03-09T10:00"));
        town.db().update(KEY).set(KEY.OFFICE_ID, office).execute();
        assertThat(town.as(aino, () -> visits.nothingToDo("KEY_PICKUP"))).isPresent();
    }

    @Test
    void who_comes_in_which_language_and_what_helps_is_kept_with_the_visit() {
        var aino = town.homes().resident("Aino").livingAt(town.homes().home(building));
        var attending = new Attending("  Eino Korhonen ", Language.SV, List.of(VisitNeed.QUIET, VisitNeed.STEP_FREE));
        var held = Booked.done(town.as(aino, () -> visits.hold("OTHER", at("2026-03-09T10:00"), attending)));
        assertThat(held.attending().proxyName()).isEqualTo("Eino Korhonen");
        var stored = Booked.done(town.as(aino, () -> visits.confirm(held.id())));
        assertThat(stored.attending()).isEqualTo(held.attending());
        assertThat(stored.attending().needs()).containsExactly(VisitNeed.STEP_FREE, VisitNeed.QUIET);
    }

    @Test
    void somebody_else_comes_only_where_the_office_and_the_matter_allow_it() {
        var aino = town.homes().resident("Aino").livingAt(town.homes().home(building));
        assertThat(proxied(aino, "IDENTIFY", "Eino Korhonen")).isEqualTo(Rule.NO_PROXY_FOR_MATTER);
        assertThat(proxied(aino, "OTHER", "x")).isEqualTo(Rule.PROXY_WITHOUT_NAME);
        assertThat(town.as(aino, () -> visits.noProxy("OTHER"))).isEmpty();
        town.db().update(OFFICE).set(OFFICE.PROXY_ALLOWED, false).execute();
        assertThat(proxied(aino, "OTHER", "Eino Korhonen")).isEqualTo(Rule.NO_PROXY_AT_OFFICE);
        assertThat(town.as(aino, () -> visits.noProxy("OTHER")).orElseThrow().rule())
                .isEqualTo(Rule.NO_PROXY_AT_OFFICE);
        Expect.a(Booking.Done.class, hold(aino, "OTHER", "2026-03-09T10:00"));
    }

    private Rule proxied(Caller.Resident who, String type, String name) {
        var attending = new Attending(name, null, List.of());
        var refused = town.as(who, () -> visits.hold(type, at("2026-03-09T10:00"), attending));
        return Expect.a(Booking.NotOffered.class, refused).why().rule();
    }

    private Booking hold(Caller.Resident who, String type, String start) {
        return town.as(who, () -> visits.hold(type, at(start)));
    }
}
