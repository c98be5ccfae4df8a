package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static org.jooq.impl.DSL.inline;

import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** One person has one contact in hand. */
@Component
class ClerkHands {
    private final DSLContext db;

    ClerkHands(DSLContext db) {
        this.db = db;
    }

    /** Two clicks of one person wait for each other, so that the second finds what the first one took. */
    void oneAtATime(UUID me) {
        db.select(STAFF.ID).from(STAFF).where(STAFF.ID.eq(me)).forNoKeyUpdate().execute();
    }

    boolean areEmpty(UUID me) {
        return !db.fetchExists(CONTACT, CONTACT.OWNER_ID.eq(me).and(CONTACT.STATE.eq(inline(TAKEN))));
    }
}
