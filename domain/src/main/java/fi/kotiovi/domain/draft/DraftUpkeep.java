package fi.kotiovi.domain.draft;

import static fi.kotiovi.db.Tables.ATTACHMENT;
import static fi.kotiovi.db.Tables.DRAFT;

import fi.kotiovi.domain.calendar.Helsinki;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Throws away what nobody finished (domain.md 7.3). For the ticker. */
@Service
public class DraftUpkeep {
    private final DSLContext db;
    private final Clock clock;

    DraftUpkeep(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Drafts and unsent uploads older than {@link Drafts#KEPT}; returns how many went. */
    @Transactional
    public int discardStale() {
        var oldest = Helsinki.now(clock).minus(Drafts.KEPT);
        return db.deleteFrom(DRAFT).where(DRAFT.CHANGED_AT.lt(oldest)).execute()
                + db.deleteFrom(ATTACHMENT)
                        .where(ATTACHMENT.CREATED_AT.lt(oldest))
                        .and(ATTACHMENT.FAULT_ID.isNull())
                        .and(ATTACHMENT.WORK_ORDER_ID.isNull())
                        .and(ATTACHMENT.CONTACT_MESSAGE_ID.isNull())
                        .execute();
    }
}
