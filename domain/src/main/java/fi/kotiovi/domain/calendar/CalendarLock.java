package fi.kotiovi.domain.calendar;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Bookings of an office go on beside each other; a change of its calendar waits for those under way, and those that come
 * wait for it. So a booking either follows the new rules or is among the visits the change says it hits (field-notes.md,
 * B07). The lock ends with the transaction.
 */
@Component
public class CalendarLock {
    /** Keeps these locks apart from other uses of the office's id. */
    private static final int CALENDAR = 0x63616C;

    private final DSLContext db;

    CalendarLock(DSLContext db) {
        this.db = db;
    }

    /** While somebody books. */
    public void beside(UUID office) {
        take("pg_advisory_xact_lock_shared", office);
    }

    /** While somebody changes the rules. */
    void alone(UUID office) {
        take("pg_advisory_xact_lock", office);
    }

    private void take(String function, UUID office) {
        db.select(function(name(function), SQLDataType.OTHER, inline(CALENDAR), val(office.hashCode())))
                .execute();
    }
}
