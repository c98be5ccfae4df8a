package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_TOPIC;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.TEAM;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.db.tables.Staff;
import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.privacy.Secrets;
import java.time.Clock;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;

/** Reads contacts as the office sees them. */
@Component
class ContactRows {
    private static final Staff KEPT_FOR = STAFF.as("kept_for");

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    ContactRows(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    List<Waiting> list(Condition condition, int offset, int limit, OrderField<?>... order) {
        return db.select(
                        CONTACT.ID,
                        CONTACT.NUMBER,
                        CONTACT.CHANNEL,
                        row(CONTACT_TOPIC.NAME_FI, CONTACT_TOPIC.NAME_SV, CONTACT_TOPIC.NAME_EN)
                                .mapping(Localized::new),
                        CONTACT.SUBJECT.convertFrom(Secrets::masked),
                        CONTACT.LANGUAGE,
                        CONTACT.STATE,
                        CONTACT.ARRIVED_AT,
                        CONTACT.PROMISED_BY,
                        CONTACT.RETURNED_REASON,
                        CONTACT.LEASE_UNTIL,
                        CONTACT.RESIDENT_ID,
                        coalesce(
                                concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                                CONTACT.SENDER_NAME,
                                CONTACT.SENDER_ADDRESS),
                        Addresses.ADDRESS_IF_ANY,
                        standing())
                .from(CONTACT)
                .join(CONTACT_TOPIC)
                .on(CONTACT_TOPIC.CODE.eq(CONTACT.TOPIC_CODE))
                .leftJoin(RESIDENT)
                .on(RESIDENT.ID.eq(CONTACT.RESIDENT_ID))
                .leftJoin(HOME)
                .on(HOME.ID.eq(CONTACT.HOME_ID))
                .leftJoin(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .leftJoin(TEAM)
                .on(TEAM.ID.eq(CONTACT.TEAM_ID))
                .leftJoin(KEPT_FOR)
                .on(KEPT_FOR.ID.eq(CONTACT.RESERVED_FOR))
                .where(condition)
                .orderBy(order)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Waiting::new));
    }

    private SelectField<Standing> standing() {
        var now = Helsinki.now(clock);
        var mine = Eligibility.of(callers.staff(AGENT, DESK, MANAGER).id(), now);
        // asked first, so that who is present is not looked up for the many that are kept for nobody
        var reserved = CONTACT.RESERVED_FOR
                .isNotNull()
                .and(CONTACT.RESERVED_UNTIL.gt(now))
                .and(CONTACT.RESERVED_FOR.in(Presences.present(now)));
        return row(CONTACT.MARK, CONTACT.SKIPS, TEAM.NAME, when(reserved, KEPT_FOR.GIVEN_NAME), field(mine))
                .mapping(Standing::new);
    }
}
