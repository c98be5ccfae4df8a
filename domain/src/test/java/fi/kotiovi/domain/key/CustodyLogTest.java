package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.KEY_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyHolder;
import fi.kotiovi.vocabulary.KeyState;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CustodyLogTest {
    @RegisterExtension
    static final Town town = Town.found();

    @Test
    void sixteen_writers_at_once_make_one_chain() {
        var place = new KeyPlace(town);
        var register = town.backOffice(KeyRegister.class);
        var keys = Stream.generate(() -> place.key(KeyState.IN_STORE)).limit(16).toList();
        Race.of(16, i -> () -> {
            for (int n = 0; n < 5; n++) {
                town.as(place.liisa, () -> register.change(keys.get(i), "S-" + i, ""));
            }
            return i;
        });
        var chain = town.db().selectFrom(KEY_EVENT).orderBy(KEY_EVENT.CHAIN_NO).fetch();
        assertThat(chain).hasSizeGreaterThanOrEqualTo(80);
        for (int n = 0; n < chain.size(); n++) {
            assertThat(chain.get(n).getChainNo()).isEqualTo(n + 1L);
            assertThat(chain.get(n).getPreviousHash())
                    .isEqualTo(n == 0 ? new byte[32] : chain.get(n - 1).getHash());
        }
        assertThat(town.deadlocks()).isZero();
    }

    @Test
    void the_office_reads_where_a_key_has_been_and_nobody_else_does() {
        var place = new KeyPlace(town);
        var key = place.key(KeyState.IN_STORE);
        place.handOver(place.served(place.aino, "KEY_PICKUP"), List.of(key));
        var history = town.backOffice(KeyHistory.class);
        var latest = town.as(place.liisa, () -> history.newestFirst(key, 0, 10)).getFirst();
        assertThat(latest.kind()).isEqualTo(KeyEventKind.HANDED_OUT);
        assertThat(latest.with()).startsWith("Aino");
        assertThat(latest.by()).startsWith("Liisa");
        assertThat(latest.idKind()).isNotNull();
        assertThat(latest.receipt()).startsWith("R-");
        var elsewhere = new KeyPlace(town);
        assertThat(town.as(elsewhere.liisa, () -> history.newestFirst(key, 0, 10)))
                .isEmpty();
        assertThatThrownBy(() -> town.as(place.aino, () -> history.newestFirst(key, 0, 10)))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void what_was_rolled_back_leaves_no_gap() {
        var place = new KeyPlace(town);
        var visit = place.served(place.aino, "KEY_PICKUP");
        place.handOver(visit, List.of(place.key(KeyState.IN_STORE)));
        var before = town.db().fetchCount(KEY_EVENT);
        assertThatThrownBy(() -> town.db().transaction(inside -> {
                    inside.dsl()
                            .insertInto(KEY_EVENT)
                            .set(KEY_EVENT.KEY_ID, place.key(KeyState.IN_STORE))
                            .set(KEY_EVENT.KIND, KeyEventKind.STORED)
                            .set(KEY_EVENT.AT, Town.at("2026-03-03T10:00"))
                            .execute();
                    throw new IllegalStateException("the power goes out");
                }))
                .hasMessageContaining("the power goes out");
        place.handOver(visit, List.of(place.key(KeyState.IN_STORE)));
        assertThat(town.db().fetchCount(KEY_EVENT)).isEqualTo(before + 1);
        Long last = town.db()
                .select(org.jooq.impl.DSL.max(KEY_EVENT.CHAIN_NO))
                .from(KEY_EVENT)
                .fetchSingle()
                .value1();
        assertThat(last).isEqualTo(before + 1L);
    }

    @Test
    void J12_a_custody_is_never_empty_unbounded_below_or_double() {
        var place = new KeyPlace(town);
        var key = place.key(KeyState.IN_STORE);
        var noon = Town.at("2019-03-03T12:00");
        assertThatThrownBy(() -> custody(key, OffsetDateTimeRange.offsetDateTimeRange(noon, true, noon, false)))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> custody(key, OffsetDateTimeRange.offsetDateTimeRange(null, false, noon, false)))
                .hasMessageContaining("key_custody_not_empty");
        assertThatThrownBy(() -> custody(
                        key, OffsetDateTimeRange.offsetDateTimeRange(Town.at("2021-01-01T00:00"), true, null, false)))
                .hasMessageContaining("key_with_one_holder_at_a_time");
    }

    @Test
    void K06_two_keys_never_carry_one_tag() {
        var place = new KeyPlace(town);
        var tag = town.db()
                .fetchSingle(KEY, KEY.ID.eq(place.key(KeyState.IN_STORE)))
                .getTag();
        var register = town.backOffice(KeyRegister.class);
        var wanted = new NewKey(
                place.building,
                place.home,
                tag,
                "c7",
                fi.kotiovi.vocabulary.KeyKind.FLAT,
                fi.kotiovi.vocabulary.LockSystem.MECHANICAL,
                "1",
                false);
        assertThat(town.as(place.liisa, () -> register.add(wanted))).isEqualTo(new Registering.TagTaken(tag));
        var free = new NewKey(
                place.building, place.home, "k-777777", "c7", wanted.kind(), wanted.lockSystem(), "1", false);
        var results = Race.of(4, i -> () -> town.as(place.liisa, () -> register.add(free)));
        assertThat(results).filteredOn(Registering.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Registering.TagTaken.class::isInstance).hasSize(3);
        assertThat(town.as(place.liisa, () -> town.backOffice(KeyRoom.class).find("777777")))
                .singleElement()
                .extracting(Key::hook)
                .isEqualTo("C 07");
    }

    @Test
    void a_retired_key_stays_retired() {
        var place = new KeyPlace(town);
        var key = place.key(KeyState.IN_STORE);
        town.as(place.liisa, () -> town.backOffice(KeyRegister.class).retire(key, "lukko vaihdettu"));
        assertThat(place.holders(key)).isEmpty();
        assertThatThrownBy(() -> town.db()
                        .update(KEY)
                        .set(KEY.STATE, KeyState.IN_STORE)
                        .where(KEY.ID.eq(key))
                        .execute())
                .hasMessageContaining("RETIRED cannot become IN_STORE");
    }

    private static void custody(UUID key, OffsetDateTimeRange during) {
        town.db()
                .insertInto(KEY_CUSTODY)
                .set(KEY_CUSTODY.KEY_ID, key)
                .set(KEY_CUSTODY.DURING, during)
                .set(KEY_CUSTODY.HOLDER, KeyHolder.OFFICE)
                .execute();
    }
}
