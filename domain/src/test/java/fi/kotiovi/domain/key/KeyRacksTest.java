package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_RACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.lpad;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.UUID;
import org.jooq.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The wall of the key room: a manager changes it, and no key loses its hook by that. */
class KeyRacksTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final KeyRacks racks = town.backOffice(KeyRacks.class);
    private KeyPlace place = new KeyPlace(town);

    @BeforeEach
    void a_key_room() {
        place = new KeyPlace(town);
    }

    @Test
    void a_new_rack_hangs_at_once_on_the_drawn_wall_and_takes_keys() {
        var rack = Expect.a(Racking.Done.class, town.as(place.leena, () -> racks.add(" d ", 3, 8)))
                .rack();
        assertThat(rack).isEqualTo(new Rack("D", 24, 8, 0));
        assertThat(rack.rows()).isEqualTo(3);
        var walls = town.backOffice(KeyWall.class);
        assertThat(town.as(place.liisa, walls::racks)).contains("D");
        var key = place.key(KeyState.IN_STORE);
        var register = town.backOffice(KeyRegister.class);
        Expect.a(Registering.Done.class, town.as(place.liisa, () -> register.moveHook(key, "d24")));
        assertThat(town.as(place.liisa, () -> walls.rack("D")).orElseThrow().look(24))
                .isEqualTo(Wall.Look.OCCUPIED);
        Expect.a(Racking.NameTaken.class, town.as(place.leena, () -> racks.add("D", 1, 1)));
        Expect.a(Racking.NameUnreadable.class, town.as(place.leena, () -> racks.add("D1", 1, 1)));
        Expect.a(Racking.SizeWrong.class, town.as(place.leena, () -> racks.add("E", 26, 40)));
        Expect.a(Racking.SizeWrong.class, town.as(place.leena, () -> racks.add("E", 0, 40)));
    }

    @Test
    void no_hook_goes_while_a_key_belongs_on_it_even_when_the_key_is_out() {
        var key = hangsOn("C 31", KeyState.HANDED_OUT);
        var used = Expect.a(Racking.InUse.class, town.as(place.leena, () -> racks.resize("C", 3, 10)));
        assertThat(used.keys()).extracting(Key::id).containsExactly(key);
        Expect.a(Racking.InUse.class, town.as(place.leena, () -> racks.remove("C")));
        assertThatThrownBy(() -> town.db()
                        .update(KEY_RACK)
                        .set(KEY_RACK.HOOKS, 30)
                        .where(KEY_RACK.OFFICE_ID.eq(place.office).and(KEY_RACK.NAME.eq("C")))
                        .execute())
                .hasStackTraceContaining("A key belongs on hook C 31");
        assertThat(Expect.a(Racking.Done.class, town.as(place.leena, () -> racks.resize("C", 4, 8)))
                        .rack()
                        .hooks())
                .isEqualTo(32);
        town.db().update(KEY).set(KEY.HOOK, "C 01").where(KEY.ID.eq(key)).execute();
        Expect.a(Racking.Done.class, town.as(place.leena, () -> racks.resize("C", 1, 1)));
    }

    @Test
    void an_empty_rack_comes_down_once() {
        Expect.a(Racking.Done.class, town.as(place.leena, () -> racks.remove("C")));
        Expect.a(Racking.Gone.class, town.as(place.leena, () -> racks.remove("C")));
        Expect.a(Racking.Gone.class, town.as(place.leena, () -> racks.resize("C", 2, 2)));
    }

    @Test
    void whoever_hangs_a_key_while_its_hook_goes_finds_either_the_hook_or_the_refusal() {
        var register = town.backOffice(KeyRegister.class);
        for (int round = 0; round < 10; round++) {
            var name = "X" + (char) ('A' + round);
            town.as(place.leena, () -> racks.add(name, 2, 10));
            var key = place.key(KeyState.IN_STORE);
            var results = Race.of(
                    2,
                    i -> () -> i == 0
                            ? town.as(place.liisa, () -> register.moveHook(key, name + " 20"))
                                    instanceof Registering.Done
                            : town.as(place.leena, () -> racks.resize(name, 1, 10)) instanceof Racking.Done);
            assertThat(results).containsExactlyInAnyOrder(true, false);
        }
        assertThat(town.deadlocks()).isZero();
    }

    @Test
    void the_desk_looks_at_the_wall_and_a_manager_of_that_office_changes_it() {
        assertThat(town.as(place.liisa, () -> racks.list(0, 10)))
                .extracting(Rack::name)
                .containsExactly("A", "C");
        assertThatThrownBy(() -> town.as(place.liisa, () -> racks.add("D", 1, 1)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(place.liisa, () -> racks.resize("C", 1, 1)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(place.liisa, () -> racks.remove("C"))).isInstanceOf(NotAllowedException.class);
        var stranger = town.work().clerk("Siru", town.work().office(1), StaffRole.MANAGER);
        Expect.a(Racking.Gone.class, town.as(stranger, () -> racks.remove("C")));
    }

    @Test
    void twelve_full_racks_are_drawn_to_the_last_hook() {
        for (char letter = 'A'; letter < 'M'; letter++) {
            town.db()
                    .insertInto(KEY_RACK, KEY_RACK.OFFICE_ID, KEY_RACK.NAME, KEY_RACK.HOOKS)
                    .values(place.office, "W" + letter, 500)
                    .execute();
            town.db()
                    .insertInto(
                            KEY,
                            KEY.OFFICE_ID,
                            KEY.BUILDING_ID,
                            KEY.TAG,
                            KEY.HOOK,
                            KEY.KIND,
                            KEY.LOCK_SYSTEM,
                            KEY.SERIAL,
                            KEY.STATE)
                    .select(select(
                                    val(place.office),
                                    val(place.building),
                                    concat(val("K-" + (200 + letter)), lpad(number(), 3, "0")),
                                    concat(val("W" + letter + " "), number()),
                                    val(KeyKind.MASTER),
                                    val(LockSystem.MECHANICAL),
                                    val(""),
                                    val(KeyState.HANDED_OUT))
                            .from(generateSeries(10, 500).as("n", "n")))
                    .execute();
        }
        var names = town.as(place.liisa, () -> racks.list(0, 20)).stream()
                .map(Rack::name)
                .toList();
        var walls = town.as(place.liisa, () -> town.backOffice(KeyWall.class).drawn(names));
        assertThat(walls)
                .hasSize(14)
                .filteredOn(wall -> wall.rack().startsWith("W"))
                .allSatisfy(wall -> {
                    assertThat(wall.look(500)).isEqualTo(Wall.Look.OUT);
                    assertThat(wall.count(Wall.Look.OUT)).isEqualTo(491);
                    assertThat(wall.count(Wall.Look.EMPTY)).isEqualTo(9);
                });
    }

    private static Field<String> number() {
        return field(name("n", "n"), Integer.class).cast(String.class);
    }

    private UUID hangsOn(String hook, KeyState state) {
        var key = place.key(state);
        town.db().update(KEY).set(KEY.HOOK, hook).where(KEY.ID.eq(key)).execute();
        return key;
    }
}
