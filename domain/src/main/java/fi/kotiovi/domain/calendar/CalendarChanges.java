package fi.kotiovi.domain.calendar;

import static fi.kotiovi.db.Tables.CALENDAR_CHANGE;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.vocabulary.StaffRole.ADMIN;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.CalendarChangeKind;
import fi.kotiovi.vocabulary.OfficeService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who changed what in an office's calendar, the newest first; nothing in it is ever rewritten. */
@Service
public class CalendarChanges {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final BookedVisits visits;

    CalendarChanges(DSLContext db, Callers callers, Clock clock, BookedVisits visits) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.visits = visits;
    }

    /** The newest first, {@code limit} of them from {@code offset}. */
    @Transactional(readOnly = true)
    public List<Change> of(UUID office, int offset, int limit) {
        callers.staff(DESK, MANAGER, ADMIN);
        var t = CALENDAR_CHANGE;
        return db.select(t.KIND, t.SERVICE, t.AT, STAFF.FAMILY_NAME, t.EFFECTIVE, t.DETAIL, t.HITS)
                .from(t)
                .join(STAFF)
                .on(STAFF.ID.eq(t.STAFF_ID))
                .where(t.OFFICE_ID.eq(office))
                .orderBy(t.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Change::new));
    }

    /** Writes it down with the change, in its transaction; answers how many booked visits no longer fit. */
    @Transactional(propagation = Propagation.MANDATORY)
    int note(UUID office, What what, UUID lead) {
        var displaced = visits.displaced(office);
        db.insertInto(CALENDAR_CHANGE)
                .set(CALENDAR_CHANGE.OFFICE_ID, office)
                .set(CALENDAR_CHANGE.SERVICE, what.service)
                .set(CALENDAR_CHANGE.KIND, what.kind)
                .set(CALENDAR_CHANGE.AT, Helsinki.now(clock))
                .set(CALENDAR_CHANGE.STAFF_ID, lead)
                .set(CALENDAR_CHANGE.EFFECTIVE, what.effective)
                .set(CALENDAR_CHANGE.DETAIL, what.detail)
                .set(CALENDAR_CHANGE.HITS, displaced)
                .execute();
        return displaced;
    }

    /** The same for the rules of the line, which hold at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int noteOfLine(UUID office, String detail, UUID lead) {
        return note(
                office,
                new What(CalendarChangeKind.LINE_RULE, OfficeService.WALK_IN, Helsinki.today(clock), detail),
                lead);
    }

    record What(CalendarChangeKind kind, @Nullable OfficeService service, LocalDate effective, String detail) {}

    /** One change; {@code detail} in figures, {@code displaced} as counted when it was made. */
    public record Change(
            CalendarChangeKind kind,
            @Nullable OfficeService service,
            OffsetDateTime at,
            String by,
            LocalDate effective,
            String detail,
            int displaced) {}
}
