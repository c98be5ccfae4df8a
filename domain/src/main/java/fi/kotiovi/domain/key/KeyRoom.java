package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the keys of the caller's own key room by whatever somebody knows of them (domain.md 4.3). */
@Service
public class KeyRoom {
    private static final int MOST_FOUND = 30;
    private static final int SHORTEST_WORD = 2;

    private final Clerks clerks;
    private final Clock clock;
    private final KeyRows rows;

    KeyRoom(Clerks clerks, Clock clock, KeyRows rows) {
        this.clerks = clerks;
        this.clock = clock;
        this.rows = rows;
    }

    /** By the beginning of tag, hook or serial, or by part of an address or of a resident's name; at most thirty. */
    @Transactional(readOnly = true)
    public List<Key> find(String text) {
        var office = clerks.here().office();
        var wanted = Storable.text(text).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return wanted.isEmpty()
                ? List.of()
                : rows.list(KEY.OFFICE_ID.eq(office).and(matches(wanted, office)), MOST_FOUND);
    }

    /** By the beginning of tag, hook or serial alone; at most thirty. */
    @Transactional(readOnly = true)
    public List<Key> labelled(String text) {
        var office = clerks.here().office();
        var wanted = Storable.text(text).strip().toLowerCase(Locale.ROOT);
        return wanted.length() < SHORTEST_WORD
                ? List.of()
                : these(rows.ids(
                        labels(wanted, office).and(KEY.OFFICE_ID.eq(office)).limit(MOST_FOUND)));
    }

    /** The keys of some homes; at most thirty. */
    @Transactional(readOnly = true)
    public List<Key> ofHomes(Collection<UUID> homes) {
        var office = clerks.here().office();
        return these(rows.ids(select(KEY.ID)
                .from(KEY)
                .where(KEY.HOME_ID.in(homes))
                .and(KEY.OFFICE_ID.eq(office))
                .limit(MOST_FOUND)));
    }

    /** Found first and read then: together the planner would walk along every hook of the wall. */
    private List<Key> these(Collection<UUID> keys) {
        return keys.isEmpty() ? List.of() : rows.list(KEY.ID.in(keys), MOST_FOUND);
    }

    /** The keys of a home, in hook order. */
    @Transactional(readOnly = true)
    public List<Key> ofHome(UUID home) {
        return rows.list(KEY.HOME_ID.eq(home).and(KEY.OFFICE_ID.eq(clerks.here().office())), MOST_FOUND);
    }

    @Transactional(readOnly = true)
    public Optional<Key> one(UUID key) {
        return rows.one(KEY.ID.eq(key).and(KEY.OFFICE_ID.eq(clerks.here().office())));
    }

    private Condition matches(String wanted, UUID office) {
        var hits = labels(wanted, office);
        return wanted.length() < SHORTEST_WORD
                ? KEY.ID.in(hits)
                : KEY.ID.in(hits.union(byHouse(wanted, office))
                        .union(byHome(wanted, office))
                        .union(byName(wanted)));
    }

    private static SelectConditionStep<Record1<UUID>> labels(String wanted, UUID office) {
        var tag = wanted.matches("\\d+") ? "k-" + wanted : wanted;
        var hook =
                Hook.read(wanted).map(h -> h.label().toLowerCase(Locale.ROOT)).orElse(wanted);
        return select(KEY.ID)
                .from(KEY)
                .where(lower(KEY.TAG).startsWith(tag))
                .or(lower(KEY.SERIAL).startsWith(wanted))
                .or(KEY.OFFICE_ID.eq(office).and(lower(KEY.HOOK).startsWith(hook)));
    }

    private static Select<Record1<UUID>> byHome(String wanted, UUID office) {
        return select(KEY.ID)
                .from(BUILDING)
                .join(HOME)
                .on(HOME.BUILDING_ID.eq(BUILDING.ID))
                .join(KEY)
                .on(KEY.HOME_ID.eq(HOME.ID))
                .where(BUILDING.OFFICE_ID.eq(office))
                .and(inHome(BUILDING.STREET_FI, wanted).or(inHome(BUILDING.STREET_SV, wanted)));
    }

    private static Condition inHome(Field<String> street, String wanted) {
        return lower(concat(
                        street,
                        inline(" "),
                        BUILDING.HOUSE_NUMBER,
                        inline(" "),
                        HOME.STAIRCASE,
                        inline(" "),
                        HOME.FLAT_NUMBER.cast(SQLDataType.VARCHAR)))
                .contains(wanted);
    }

    private static Select<Record1<UUID>> byHouse(String wanted, UUID office) {
        var house = lower(concat(BUILDING.STREET_FI, inline(" "), BUILDING.HOUSE_NUMBER));
        var hus = lower(concat(BUILDING.STREET_SV, inline(" "), BUILDING.HOUSE_NUMBER));
        return select(KEY.ID)
                .from(BUILDING)
                .join(KEY)
                .on(KEY.BUILDING_ID.eq(BUILDING.ID))
                .where(BUILDING.OFFICE_ID.eq(office))
                .and(KEY.HOME_ID.isNull())
                .and(house.contains(wanted).or(hus.contains(wanted)));
    }

    /** The keys of the home where somebody of that name lives, or is going to. */
    private Select<Record1<UUID>> byName(String wanted) {
        var today = Helsinki.today(clock);
        return select(KEY.ID)
                .from(RESIDENT)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.RESIDENT_ID.eq(RESIDENT.ID))
                .join(TENANCY)
                .on(TENANCY.ID.eq(TENANCY_RESIDENT.TENANCY_ID))
                .join(KEY)
                .on(KEY.HOME_ID.eq(TENANCY.HOME_ID))
                .where(isNamed(wanted))
                .and(LeaseDates.notOverBy(today.minusMonths(1)));
    }

    private static Condition isNamed(String wanted) {
        var name = lower(concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME));
        var condition = name.contains(wanted);
        var turned = wanted.split(" ", 2);
        return turned.length == 2 ? condition.or(name.contains(turned[1] + " " + turned[0])) : condition;
    }
}
