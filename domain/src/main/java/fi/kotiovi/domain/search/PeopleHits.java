package fi.kotiovi.domain.search;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.SEARCH_HOMES;
import static fi.kotiovi.db.Tables.SEARCH_RESIDENTS;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.listAgg;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.vocabulary.Language;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds people by name, phone or mail, and homes by address. */
@Component
class PeopleHits {
    private final DSLContext db;
    private final Clock clock;

    PeopleHits(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** With the home of the latest lease, if there ever was one. */
    List<Hit> residents(Asked asked, int offset, int limit) {
        var ids = ids(asked, offset, limit);
        var other = TENANCY.as("other");
        var membership = TENANCY_RESIDENT.as("membership");
        var latest = select(other.ID)
                .from(membership)
                .join(other)
                .on(other.ID.eq(membership.TENANCY_ID))
                .where(membership.RESIDENT_ID.eq(RESIDENT.ID))
                .orderBy(other.DURING.desc())
                .limit(1);
        return db
                .select(
                        RESIDENT.ID,
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                        coalesce(RESIDENT.PHONE, inline("")),
                        Addresses.ADDRESS_IF_ANY)
                .from(RESIDENT)
                .leftJoin(TENANCY)
                .on(TENANCY.ID.eq(latest))
                .leftJoin(HOME)
                .on(HOME.ID.eq(TENANCY.HOME_ID))
                .leftJoin(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(RESIDENT.ID.in(ids))
                .fetch(mapping(
                        (id, name, phone, address) -> new Hit(id, phone, Hit.same(name), name, address, null, "", "")))
                .stream()
                .sorted(Comparator.comparingInt((Hit hit) -> ids.indexOf(hit.id())))
                .toList();
    }

    private List<UUID> ids(Asked asked, int offset, int limit) {
        var exactly =
                asked.phone().map(RESIDENT.PHONE::eq).or(() -> asked.mail().map(lower(RESIDENT.EMAIL)::eq));
        return exactly.map(condition -> db.select(RESIDENT.ID)
                        .from(RESIDENT)
                        .where(condition)
                        .orderBy(RESIDENT.ID)
                        .offset(offset)
                        .limit(limit)
                        .fetch(RESIDENT.ID))
                .orElseGet(() -> db.select(SEARCH_RESIDENTS.ID)
                        .from(SEARCH_RESIDENTS.call(asked.text(), offset, limit))
                        .fetch(SEARCH_RESIDENTS.ID));
    }

    /** The homes with such an address and those of such people, as long as they live or will live there. */
    Set<UUID> fitting(Asked asked, int most) {
        var all = new LinkedHashSet<>(homeIds(asked, 0, most));
        all.addAll(db.select(TENANCY.HOME_ID)
                .from(TENANCY_RESIDENT)
                .join(TENANCY)
                .on(TENANCY.ID.eq(TENANCY_RESIDENT.TENANCY_ID))
                .where(TENANCY_RESIDENT.RESIDENT_ID.in(ids(asked, 0, most)))
                .and(Ranges.notOver(TENANCY.DURING, Helsinki.today(clock)))
                .fetch(TENANCY.HOME_ID));
        return all;
    }

    private List<UUID> homeIds(Asked asked, int offset, int limit) {
        return asked.place()
                .map(place -> db.select(SEARCH_HOMES.ID)
                        .from(SEARCH_HOMES.call(
                                place.street(), place.house(), place.stair(), place.flat(), offset, limit))
                        .fetch(SEARCH_HOMES.ID))
                .orElseGet(List::of);
    }

    /** With the names of whoever lives there now. */
    List<Hit> homes(Asked asked, int offset, int limit) {
        var ids = homeIds(asked, offset, limit);
        var people = field(select(listAgg(concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME), ", ")
                        .withinGroupOrderBy(TENANCY_RESIDENT.ROLE, RESIDENT.GIVEN_NAME))
                .from(TENANCY)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .join(RESIDENT)
                .on(RESIDENT.ID.eq(TENANCY_RESIDENT.RESIDENT_ID))
                .where(TENANCY.HOME_ID.eq(HOME.ID))
                .and(Ranges.holds(TENANCY.DURING, Helsinki.today(clock))));
        return db
                .select(HOME.ID, Addresses.ADDRESS, coalesce(people, inline("")), HOME.LAYOUT)
                .from(HOME)
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(HOME.ID.in(ids))
                .fetch(mapping((id, address, names, layout) -> new Hit(
                        id,
                        "",
                        new Localized(address.in(Language.FI), address.in(Language.SV), address.in(Language.EN)),
                        names,
                        null,
                        null,
                        "",
                        layout)))
                .stream()
                .sorted(Comparator.comparingInt((Hit hit) -> ids.indexOf(hit.id())))
                .toList();
    }
}
