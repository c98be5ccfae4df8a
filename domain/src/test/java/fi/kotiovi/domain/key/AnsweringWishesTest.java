package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.ACCESS_LOG;
import static fi.kotiovi.db.Tables.KEY_WISH;
import static fi.kotiovi.db.Tables.TENANCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyWishState;
import fi.kotiovi.vocabulary.LockSystem;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the desk does with wishes when colleagues answer at the same time and people move. */
class AnsweringWishesTest {
    private static final LocalDate MOVED_OUT = LocalDate.of(2026, 1, 1);

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
    void colleagues_who_order_at_the_same_time_all_get_tags() {
        for (int n = 0; n < 6; n++) {
            ask(neighbour(), KeyKind.FLAT, 3);
        }
        var waiting = town.as(place.liisa, () -> asked.waiting(null, 10));
        var results = Race.of(
                6,
                i -> () -> town.as(place.liisa, () -> asked.order(waiting.get(i).id(), LockSystem.MECHANICAL)));
        assertThat(results).hasSize(6).allMatch(Answering.Ordered.class::isInstance);
        assertThat(town.deadlocks()).isZero();
    }

    @Test
    void a_wish_of_somebody_who_has_moved_out_is_closed_when_the_desk_finds_out() {
        var wish = ask(place.aino, KeyKind.FLAT, 1);
        movesOut(place.home);
        Expect.a(Answering.MovedOut.class, town.as(place.liisa, () -> asked.order(wish, LockSystem.MECHANICAL)));
        assertThat(state(wish)).isEqualTo(KeyWishState.WITHDRAWN);
        assertThat(town.as(place.liisa, asked::count)).isZero();
    }

    @Test
    void who_lives_there_now_asks_although_nobody_answered_who_lived_there_before() {
        var before = ask(place.aino, KeyKind.FLAT, 3);
        ask(place.aino, KeyKind.STORAGE, 2);
        movesOut(place.home);
        var elli = town.homes().resident("Elli").livingAt(place.home, MOVED_OUT, null);
        ask(elli, KeyKind.FLAT, 3);
        assertThat(state(before)).isEqualTo(KeyWishState.WITHDRAWN);
        assertThat(town.as(place.liisa, () -> asked.waiting(null, 10)))
                .extracting(AskedKey::residentId)
                .containsExactly(elli.id());
    }

    @Test
    void who_has_moved_out_neither_counts_the_keys_there_nor_asks_by_another_date() {
        ask(place.aino, KeyKind.FLAT, 2);
        assertThat(underWay(place.aino)).isEqualTo(2);
        movesOut(place.home);
        assertThat(underWay(place.aino)).isNull();
        var longAgo = Town.at("2025-06-01T12:00");
        assertThatThrownBy(() -> inPortal(place.aino, db -> insert(db, longAgo)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void reading_and_answering_a_wish_is_written_down_for_who_asked_and_looking_again_is_not() {
        var wish = ask(place.aino, KeyKind.FLAT, 1);
        town.as(place.liisa, () -> asked.waiting(null, 10));
        town.as(place.liisa, () -> asked.waiting(null, 10));
        assertThat(entries(wish)).isEqualTo(1);
        town.as(place.leena, () -> asked.decline(wish, "Kodissa on jo kuusi avainta"));
        assertThat(entries(wish)).isEqualTo(2);
        var other = ask(place.aino, KeyKind.FLAT, 1);
        town.as(place.leena, () -> asked.order(other, LockSystem.MECHANICAL));
        assertThat(entries(other)).isEqualTo(1);
    }

    @Test
    void a_page_begins_where_the_one_before_ended_although_something_was_answered() {
        var asking = IntStream.range(0, 4)
                .mapToObj(n -> ask(neighbour(), KeyKind.FLAT, 1))
                .toList();
        var first = town.as(place.liisa, () -> asked.waiting(null, 2));
        town.as(place.liisa, () -> asked.decline(first.getFirst().id(), "Kodissa on jo kuusi avainta"));
        assertThat(town.as(place.liisa, () -> asked.waiting(first.getLast(), 2)))
                .extracting(AskedKey::id)
                .doesNotContainAnyElementsOf(first.stream().map(AskedKey::id).toList())
                .hasSize(2)
                .isSubsetOf(asking);
        assertThat(town.as(place.liisa, asked::count)).isEqualTo(3);
    }

    private Caller.Resident neighbour() {
        return town.homes().resident("Eino").livingAt(town.homes().homeWithoutKeys(place.building));
    }

    private UUID ask(Caller.Resident who, KeyKind kind, int pieces) {
        var form = UUID.randomUUID();
        Expect.a(Wishing.Asked.class, town.as(who, () -> wishes.ask(form, kind, pieces, "Lapselle, koulu alkaa")));
        return form;
    }

    private static void movesOut(UUID home) {
        town.db()
                .update(TENANCY)
                .set(TENANCY.DURING, LocalDateRange.localDateRange(LocalDate.of(2020, 1, 1), true, MOVED_OUT, false))
                .where(TENANCY.HOME_ID.eq(home))
                .execute();
    }

    private static KeyWishState state(UUID wish) {
        return town.db().fetchSingle(KEY_WISH, KEY_WISH.ID.eq(wish)).getState();
    }

    private static int entries(UUID wish) {
        return town.db()
                .fetchCount(
                        ACCESS_LOG,
                        ACCESS_LOG.SUBJECT_ID.eq(wish).and(ACCESS_LOG.REASON.eq(AccessReason.ANSWERING_KEY_WISH)));
    }

    private @Nullable Integer underWay(Caller.Resident who) {
        return inPortal(who, db -> Optional.ofNullable(Routines.myKeysUnderWay(db.configuration(), place.home)))
                .orElse(null);
    }

    private int insert(DSLContext db, OffsetDateTime when) {
        return db.insertInto(KEY_WISH)
                .set(KEY_WISH.ID, UUID.randomUUID())
                .set(KEY_WISH.RESIDENT_ID, place.aino.id())
                .set(KEY_WISH.HOME_ID, place.home)
                .set(KEY_WISH.KIND, KeyKind.STORAGE)
                .set(KEY_WISH.PIECES, 1)
                .set(KEY_WISH.REASON, "Varaston avain katkesi")
                .set(KEY_WISH.ASKED_AT, when)
                .execute();
    }

    /** What the site's own connection may do for somebody, whatever the screens offer. */
    private static <T> T inPortal(Caller.Resident who, Function<DSLContext, T> work) {
        var transactions = new TransactionTemplate(town.portal(PlatformTransactionManager.class));
        return town.as(
                who,
                () -> Objects.requireNonNull(transactions.execute(_ -> work.apply(town.portal(DSLContext.class)))));
    }
}
