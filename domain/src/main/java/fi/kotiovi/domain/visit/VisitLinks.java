package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.OPEN_VISIT_LINK;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.visit.LinkedVisits.Link;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the database whose visit a link opens. The link itself no role of the portal can read. */
@Component
class VisitLinks {
    /** So many links that do not exist may be tried from one address within {@link #WINDOW}. */
    static final int MISSES = 10;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final UUID NO_VISIT = new UUID(0, 0);

    private final DSLContext db;
    private final Clock clock;

    VisitLinks(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What a link opens now; a link that does not exist is remembered of the address it came from. */
    @Transactional
    Key key(Link link) {
        var now = Helsinki.now(clock);
        var opened = OPEN_VISIT_LINK(link.token(), link.address(), now, now.minus(WINDOW), MISSES);
        return db.select(opened.BRAKED, opened.VISIT_ID, opened.RESIDENT_ID, opened.GIVEN_NAME, opened.LANGUAGE)
                .from(opened)
                .fetchOptional(r -> r.value1()
                        ? new Key(true, NO_VISIT, null)
                        : new Key(false, r.value2(), new Caller.Resident(r.value3(), r.value4(), r.value5())))
                .orElse(new Key(false, NO_VISIT, null));
    }

    /** {@code holder} is the resident whose visit it is; null when the link opens none. */
    record Key(boolean braked, UUID visit, Caller.@Nullable Resident holder) {}
}
