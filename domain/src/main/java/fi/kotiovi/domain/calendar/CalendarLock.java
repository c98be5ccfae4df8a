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
class CalendarLock {
    /** Keeps these locks apart from other uses of the office's id; the same in the function {@code calendar_beside}. */
    private static final int CALENDAR = 0x63616C;

    private final DSLContext db;

    CalendarLock(DSLContext db) {
        this.db = db;
    }

    /** While somebody changes the rules; whoever books goes {@link PublishedCalendars#beside beside} others. */
    void alone(UUID office) {
        var lock = function(
                name("pg_advisory_xact_lock"), SQLDataType.OTHER, inline(CALENDAR), val(CalendarLock.of(office)));
        db.select(lock).execute();
    }

    static int of(UUID office) {
        return office.hashCode();
    }
}
