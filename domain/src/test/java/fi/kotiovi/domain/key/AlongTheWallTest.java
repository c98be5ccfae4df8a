package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY_ORDER;
import static fi.kotiovi.db.Tables.KEY_STAGING;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.vocabulary.KeyOrderState;
import fi.kotiovi.vocabulary.KeyState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a clerk does on a walk along the wall: counts, makes ready for tomorrow, hangs back. */
class AlongTheWallTest {
    @RegisterExtension
    static final Town town = Town.found();

    private KeyPlace place = new KeyPlace(town);

    @BeforeEach
    void a_key_room() {
        place = new KeyPlace(town);
    }

    @Test
    void a_walk_along_the_wall_is_put_away_gone_on_with_and_signed_off() {
        var here = place.key(KeyState.IN_STORE);
        var gone = place.key(KeyState.IN_STORE);
        var out = place.key(KeyState.LOST);
        var walks = town.backOffice(KeyInventories.class);
        var id = town.as(place.liisa, walks::start);
        assertThat(town.as(place.leena, walks::start)).isEqualTo(id);
        town.as(place.liisa, () -> walks.look(here, true));
        assertThat(town.as(place.leena, walks::signOff)).isFalse();
        town.as(place.leena, () -> walks.look(gone, false));
        town.as(place.leena, () -> walks.look(out, true));
        var walk = town.as(place.liisa, () -> walks.latest("")).orElseThrow();
        assertThat(walk.missing()).extracting(Key::id).containsExactly(gone);
        assertThat(walk.strangers()).extracting(Key::id).containsExactly(out);
        assertThat(town.as(place.leena, walks::signOff)).isTrue();
        assertThat(town.as(place.liisa, () -> walks.look(gone, true))).isFalse();
    }

    @Test
    void keys_are_made_ready_in_hook_order_and_hang_back_when_unticked() {
        var key = place.key(KeyState.IN_STORE);
        var visits = town.portal(OfficeVisits.class);
        var held = Expect.a(
                Booking.Done.class, town.as(place.aino, () -> visits.hold("KEY_PICKUP", at("2026-03-04T09:00"))));
        town.as(place.aino, () -> visits.confirm(held.visit().id()));
        var ready = town.backOffice(KeyPreparations.class);
        var list = town.as(place.liisa, () -> ready.on(ready.nextDay()));
        assertThat(list).singleElement().extracting(Preparation::resident).isEqualTo("Aino Korhonen");
        assertThat(list.getFirst().keys()).extracting(Key::id).containsExactly(key);
        assertThat(town.as(place.liisa, () -> ready.stage(held.visit().id(), key, true)))
                .isTrue();
        assertThat(place.state(key)).isEqualTo(KeyState.RESERVED);
        town.as(place.liisa, () -> ready.note(held.visit().id(), "Puhuu hiljaa"));
        assertThat(town.as(place.liisa, () -> ready.of(held.visit().id()))
                        .orElseThrow()
                        .note())
                .isEqualTo("Puhuu hiljaa");
        town.as(place.liisa, () -> ready.stage(held.visit().id(), key, false));
        assertThat(place.state(key)).isEqualTo(KeyState.IN_STORE);
    }

    @Test
    void a_key_made_ready_for_somebody_who_cancelled_goes_back_to_its_hook() {
        var key = place.key(KeyState.IN_STORE);
        var visit = place.served(place.aino, "KEY_PICKUP");
        town.as(place.liisa, () -> town.backOffice(KeyPreparations.class).stage(visit, key, true));
        var leftovers = town.backOffice(KeyLeftovers.class);
        assertThat(town.as(place.liisa, leftovers::list)).isEmpty();
        place.finish(visit);
        assertThat(town.as(place.liisa, leftovers::list)).extracting(Key::id).containsExactly(key);
        assertThat(town.as(place.liisa, () -> leftovers.hangBack(key))).isTrue();
        assertThat(town.as(place.liisa, () -> leftovers.hangBack(key))).isFalse();
        assertThat(place.state(key)).isEqualTo(KeyState.IN_STORE);
    }

    @Test
    void an_ordered_key_that_was_laid_out_for_nothing_can_be_laid_out_again_and_goes_on_waiting() {
        var key = place.key(KeyState.READY_FOR_PICKUP);
        var ready = town.backOffice(KeyPreparations.class);
        var leftovers = town.backOffice(KeyLeftovers.class);
        var first = place.served(place.aino, "EXTRA_KEY_PICKUP");
        assertThat(town.as(place.liisa, () -> ready.stage(first, key, true))).isTrue();
        place.finish(first);
        assertThat(town.as(place.liisa, leftovers::list)).extracting(Key::id).contains(key);
        var second = place.served(place.aino, "EXTRA_KEY_PICKUP");
        assertThat(town.as(place.liisa, () -> ready.stage(second, key, true))).isTrue();
        place.finish(second);
        assertThat(town.as(place.liisa, () -> leftovers.hangBack(key))).isTrue();
        assertThat(place.state(key)).isEqualTo(KeyState.READY_FOR_PICKUP);
    }

    @Test
    void a_key_that_is_lost_or_out_of_use_is_neither_laid_out_nor_ordered_any_more() {
        var key = place.key(KeyState.READY_FOR_PICKUP);
        town.db()
                .insertInto(KEY_ORDER)
                .set(KEY_ORDER.NUMBER, "O-" + key)
                .set(KEY_ORDER.KEY_ID, key)
                .set(KEY_ORDER.OFFICE_ID, place.office)
                .set(KEY_ORDER.HOME_ID, place.home)
                .set(KEY_ORDER.RESIDENT_ID, place.aino.id())
                .set(KEY_ORDER.STATE, KeyOrderState.READY)
                .set(KEY_ORDER.ORDERED_BY, place.liisa.id())
                .set(KEY_ORDER.ORDERED_AT, town.clock.now())
                .set(KEY_ORDER.READY_AT, town.clock.now())
                .execute();
        var visit = place.served(place.aino, "EXTRA_KEY_PICKUP");
        town.as(place.liisa, () -> town.backOffice(KeyPreparations.class).stage(visit, key, true));
        assertThat(town.as(
                        place.liisa, () -> town.backOffice(KeyDecisions.class).reportLost(key)))
                .isPresent();
        assertThat(town.db().fetchExists(KEY_STAGING, KEY_STAGING.KEY_ID.eq(key)))
                .isFalse();
        assertThat(town.db()
                        .select(KEY_ORDER.STATE)
                        .from(KEY_ORDER)
                        .where(KEY_ORDER.KEY_ID.eq(key))
                        .fetchSingle(KEY_ORDER.STATE))
                .isEqualTo(KeyOrderState.CANCELLED);
        place.finish(visit);
    }
}
