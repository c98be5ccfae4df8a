package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CANCELLED_OFFICE;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.CancelReason;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.VisitEventKind;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the desk calls a booked visit off, and what its resident is told. */
@Service
public class StaffCancellations {
    /** The longest that is told in own words. */
    public static final int LONGEST_WORDS = 300;

    private static final int SHORTEST_WORDS = 3;

    private final DSLContext db;
    private final Callers callers;
    private final FreeTimes freeTimes;
    private final VisitRows rows;
    private final VisitMoves moves;
    private final Outbox outbox;
    private final AccessLog accessLog;

    StaffCancellations(
            DSLContext db,
            Callers callers,
            FreeTimes freeTimes,
            VisitRows rows,
            VisitMoves moves,
            Outbox outbox,
            AccessLog accessLog) {
        this.db = db;
        this.callers = callers;
        this.freeTimes = freeTimes;
        this.rows = rows;
        this.moves = moves;
        this.outbox = outbox;
        this.accessLog = accessLog;
    }

    /**
     * What the resident is told; {@code words} are the clerk's own, in whatever language, and needed where nothing else
     * says why. {@code seen} is when it was to start on the clerk's screen, null for wherever it is now.
     */
    public record Cancel(
            UUID visit,
            CancelReason reason,
            @Nullable String words,
            @Nullable OffsetDateTime seen) {
        public Cancel {
            words = words == null || words.isBlank()
                    ? null
                    : Storable.text(words).strip();
        }

        /** Wherever it is now. */
        public Cancel(UUID visit, CancelReason reason, @Nullable String words) {
            this(visit, reason, words, null);
        }

        /** Whether it can be told: something at all, neither a grunt nor a novel. */
        public boolean isTellable() {
            return words == null
                    ? reason != CancelReason.OTHER
                    : words.length() >= SHORTEST_WORDS && words.length() <= LONGEST_WORDS;
        }
    }

    /** Before it begins; cancelling twice is answered the same and told once. */
    @Transactional
    public Booking cancel(Cancel wish) {
        var me = callers.staff(DESK, MANAGER);
        if (!wish.isTellable()) {
            throw new NotAllowedException("A resident is told why.");
        }
        var resident = db.select(VISIT.RESIDENT_ID)
                .from(VISIT)
                .where(VISIT.ID.eq(wish.visit))
                .and(VISIT.OFFICE_ID.eq(me.officeId()))
                .forNoKeyUpdate()
                .fetchOptional(VISIT.RESIDENT_ID)
                .orElseThrow(() -> new NotAllowedException("Not a visit of this office: " + wish.visit));
        var before = rows.one(VISIT.ID.eq(wish.visit)).orElseThrow();
        if (before.state() == CANCELLED_OFFICE) {
            return new Booking.Done(before);
        }
        var times = freeTimes.forStaff(before.officeId(), before.type().minutes());
        var isAsSeen = wish.seen == null || wish.seen.isEqual(before.start());
        if (!isAsSeen || before.state() != BOOKED || !before.start().isAfter(times.now())) {
            return new Booking.TooLate(before);
        }
        var sequence = moves.cancel(before, CANCELLED_OFFICE, times.now(), times.keptUntil());
        db.update(VISIT)
                .set(VISIT.CANCEL_REASON, wish.reason)
                .set(VISIT.CANCEL_WORDS, wish.words)
                .where(VISIT.ID.eq(wish.visit))
                .execute();
        rows.event(wish.visit, VisitEventKind.CANCELLED_OFFICE, before.start(), times.now(), me.id(), null);
        outbox.toResident(resident, NotificationKind.VISIT_CANCELLED, wish.visit, sequence);
        accessLog.note(me, resident, AccessReason.SERVING_VISIT, wish.visit);
        return new Booking.Done(rows.one(VISIT.ID.eq(wish.visit)).orElseThrow());
    }

    /** The nearest free times, for whoever would rather have another one than none. */
    @Transactional(readOnly = true)
    public List<Slot> instead(UUID visit) {
        var me = callers.staff(DESK, MANAGER);
        return rows.one(VISIT.ID.eq(visit).and(VISIT.OFFICE_ID.eq(me.officeId())))
                .map(booked -> freeTimes
                        .forStaff(booked.officeId(), booked.type().minutes())
                        .nearest(booked.start()))
                .orElse(List.of());
    }
}
