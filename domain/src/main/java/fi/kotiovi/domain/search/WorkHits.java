package fi.kotiovi.domain.search;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.SEARCH_FAULTS;
import static fi.kotiovi.db.Tables.SEARCH_RESIDENTS;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.FOREMAN;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.key.KeyRoom;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is to be done: faults, visits to the office, keys. */
@Component
class WorkHits {
    private static final int MOST_PEOPLE = 60;

    private final DSLContext db;
    private final KeyRoom keyRoom;
    private final PeopleHits homes;

    WorkHits(DSLContext db, KeyRoom keyRoom, PeopleHits homes) {
        this.db = db;
        this.keyRoom = keyRoom;
        this.homes = homes;
    }

    /** A crew finds its own; a crew sees neither who reported nor when somebody is at home. */
    List<Hit> faults(Asked asked, Caller.Staff me, int offset, int limit) {
        var everything = me.isAny(AGENT, DESK, MANAGER, FOREMAN);
        var crew = everything ? null : me.crewId();
        if (!everything && crew == null) {
            return List.of();
        }
        var ids = faultIds(asked, crew, offset, limit);
        var order = field(select(WORK_ORDER.ID)
                .from(WORK_ORDER)
                .where(WORK_ORDER.FAULT_ID.eq(FAULT.ID))
                .and(crew == null ? noCondition() : WORK_ORDER.CREW_ID.eq(crew))
                .orderBy(WORK_ORDER.CREATED_AT.desc())
                .limit(1));
        return db.select(
                        FAULT.ID,
                        order,
                        FAULT.NUMBER,
                        row(FAULT_PROBLEM.NAME_FI, FAULT_PROBLEM.NAME_SV, FAULT_PROBLEM.NAME_EN)
                                .mapping(Localized::new),
                        Addresses.ADDRESS,
                        FAULT.FILED_AT,
                        FAULT.STATE,
                        FAULT.DESCRIPTION)
                .from(FAULT)
                .join(FAULT_PROBLEM)
                .on(FAULT_PROBLEM.CODE.eq(FAULT.PROBLEM_CODE))
                .join(HOME)
                .on(HOME.ID.eq(FAULT.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(FAULT.ID.in(ids))
                .fetch()
                .sortAsc(Comparator.comparingInt(one -> ids.indexOf(one.value1())))
                .map(one -> new Hit(
                        one.value2() == null ? one.value1() : one.value2(),
                        one.value3(),
                        one.value4(),
                        "",
                        one.value5(),
                        one.value6(),
                        "search.fault." + one.value7(),
                        Snippet.of(one.value8(), asked.text())));
    }

    private List<UUID> faultIds(Asked asked, @Nullable UUID crew, int offset, int limit) {
        return asked.number()
                .map(number -> db.select(FAULT.ID)
                        .from(FAULT)
                        .where(FAULT.NUMBER.eq(number))
                        .and(
                                crew == null
                                        ? noCondition()
                                        : exists(selectOne()
                                                .from(WORK_ORDER)
                                                .where(WORK_ORDER.FAULT_ID.eq(FAULT.ID))
                                                .and(WORK_ORDER.CREW_ID.eq(crew))))
                        .offset(offset)
                        .limit(limit)
                        .fetch(FAULT.ID))
                .orElseGet(() -> db.select(SEARCH_FAULTS.ID)
                        .from(SEARCH_FAULTS.call(asked.exactly(), asked.nearly(), crew, offset, limit))
                        .fetch(SEARCH_FAULTS.ID));
    }

    /** Of the own office, the latest first. */
    List<Hit> visits(Asked asked, Caller.Staff me, int offset, int limit) {
        var wanted = asked.number()
                .map(VISIT.NUMBER::eq)
                .orElseGet(() -> VISIT.RESIDENT_ID.in(
                        select(SEARCH_RESIDENTS.ID).from(SEARCH_RESIDENTS.call(asked.text(), 0, MOST_PEOPLE))));
        return db.select(
                        VISIT.ID,
                        VISIT.NUMBER,
                        row(VISIT_TYPE.NAME_FI, VISIT_TYPE.NAME_SV, VISIT_TYPE.NAME_EN)
                                .mapping(Localized::new),
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                        Ranges.lower(VISIT.DURING),
                        VISIT.STATE)
                .from(VISIT)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .join(RESIDENT)
                .on(RESIDENT.ID.eq(VISIT.RESIDENT_ID))
                .where(VISIT.OFFICE_ID.eq(me.officeId()))
                .and(wanted)
                .orderBy(Ranges.lower(VISIT.DURING).desc(), VISIT.ID)
                .offset(offset)
                .limit(limit)
                .fetch(mapping((id, number, type, person, at, state) ->
                        new Hit(id, number, type, person, null, at, "search.visit." + state, "")));
    }

    /** By what is written on them, else those of the homes and of the people that fit. */
    List<Hit> keys(Asked asked, int offset, int limit) {
        var labelled = keyRoom.labelled(asked.text());
        var found = labelled.isEmpty() ? keyRoom.ofHomes(homes.fitting(asked, MOST_PEOPLE)) : labelled;
        return found.stream()
                .skip(offset)
                .limit(limit)
                .map(key -> new Hit(
                        key.id(),
                        key.tag(),
                        Hit.same(key.tag()),
                        key.holder() == null ? "" : key.holder(),
                        key.address(),
                        null,
                        "key.state." + key.state(),
                        key.hook()))
                .toList();
    }
}
