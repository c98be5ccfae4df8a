package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_TOPIC;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.RESIDENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Addresses;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.springframework.stereotype.Component;

/** Reads contacts as the office sees them. */
@Component
class ContactRows {
    private final DSLContext db;

    ContactRows(DSLContext db) {
        this.db = db;
    }

    List<Waiting> list(Condition condition, int offset, int limit, OrderField<?>... order) {
        return db.select(
                        CONTACT.ID,
                        CONTACT.NUMBER,
                        CONTACT.CHANNEL,
                        row(CONTACT_TOPIC.NAME_FI, CONTACT_TOPIC.NAME_SV, CONTACT_TOPIC.NAME_EN)
                                .mapping(Localized::new),
                        CONTACT.SUBJECT,
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
                        Addresses.ADDRESS_IF_ANY)
                .from(CONTACT)
                .join(CONTACT_TOPIC)
                .on(CONTACT_TOPIC.CODE.eq(CONTACT.TOPIC_CODE))
                .leftJoin(RESIDENT)
                .on(RESIDENT.ID.eq(CONTACT.RESIDENT_ID))
                .leftJoin(HOME)
                .on(HOME.ID.eq(CONTACT.HOME_ID))
                .leftJoin(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(condition)
                .orderBy(order)
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Waiting::new));
    }
}
