package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.vocabulary.VisitState.BOOKED;
import static fi.kotiovi.vocabulary.VisitState.CALLED;
import static fi.kotiovi.vocabulary.VisitState.CHECKED_IN;
import static fi.kotiovi.vocabulary.VisitState.EXPIRED;
import static fi.kotiovi.vocabulary.VisitState.HELD;
import static fi.kotiovi.vocabulary.VisitState.SERVING;

import fi.kotiovi.domain.housing.MyHome;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Keeps a time for a resident, if every rule allows it and nobody was faster. */
@Component
class Holding {
    private static final List<VisitState> OPEN = List.of(HELD, BOOKED, CHECKED_IN, CALLED, SERVING);
    private static final int LOOK_AHEAD_DAYS = 14;
    private static final int NEAREST = 3;

    /** More than any office allows one person. */
    private static final int MOST_AHEAD = 50;

    private final DSLContext db;
    private final FreeTimes freeTimes;
    private final CounterClaims claims;
    private final VisitRows rows;
    private final KeyRules keyRules;
    private final ProxyRules proxyRules;
    private final NewVisits newVisits;
    private final Residents residents;
    private final JustTaken justTaken;

    Holding(
            DSLContext db,
            FreeTimes freeTimes,
            CounterClaims claims,
            VisitRows rows,
            KeyRules keyRules,
            ProxyRules proxyRules,
            NewVisits newVisits,
            Residents residents,
            JustTaken justTaken) {
        this.db = db;
        this.freeTimes = freeTimes;
        this.claims = claims;
        this.rows = rows;
        this.keyRules = keyRules;
        this.proxyRules = proxyRules;
        this.newVisits = newVisits;
        this.residents = residents;
        this.justTaken = justTaken;
    }

    /** {@code asked} is when the resident did, in {@link System#nanoTime}. */
    @Transactional
    Booking hold(UUID me, String typeCode, OffsetDateTime start, Attending attending, long asked) {
        var type = rows.type(typeCode).orElseThrow(() -> new NotAllowedException("No such visit type: " + typeCode));
        var home = keyRules.about(type, residents.myHomesOneAtATime())
                .orElseThrow(() -> new NotAllowedException("Somebody without a home books no visit."));
        var times = freeTimes.toBook(home.office().id(), type.minutes());
        var refused = refusal(type, home, start, attending, times);
        if (refused.isPresent()) {
            return refused.get();
        }
        var ahead = rows.newestFirst(VISIT.RESIDENT_ID.eq(me).and(VISIT.STATE.in(OPEN)), MOST_AHEAD);
        var open = ahead.stream()
                .filter(visit -> visit.type().code().equals(type.code()))
                .findFirst();
        if (open.isPresent() && open.get().state() != HELD) {
            return new Booking.AlreadyBooked(open.get());
        }
        if (open.filter(visit -> isKept(visit, start, times.now())).isPresent()) {
            newVisits.attend(open.get().id(), attending);
            return new Booking.Done(openOf(me, type).orElseThrow());
        }
        if (ahead.size() - (open.isPresent() ? 1 : 0) >= times.openVisits()) {
            return new Booking.TooMany(times.openVisits());
        }
        if (open.isEmpty()) {
            return take(me, type, home, times, start, attending, asked);
        }
        // what is held goes only for something better: whoever is too late keeps it
        var status = TransactionAspectSupport.currentTransactionStatus();
        var before = status.createSavepoint();
        letGo(open.get(), times.now());
        var taken = take(me, type, home, times, start, attending, null);
        if (!(taken instanceof Booking.Done)) {
            status.rollbackToSavepoint(before);
        }
        status.releaseSavepoint(before);
        return taken;
    }

    /** {@code asked} is null when no look but the own one will do: a time let go just now may have stood in the way. */
    private Booking take(
            UUID me,
            VisitType type,
            MyHome home,
            FreeTimes.Times times,
            OffsetDateTime start,
            Attending attending,
            @Nullable Long asked) {
        var wanted = times.wanted(start);
        var wish = new JustTaken.Wish(wanted.office(), start, wanted.minutes(), wanted.served());
        var told = asked == null ? Optional.<Booking.SlotTaken>empty() : justTaken.since(asked, wish);
        if (told.isPresent()) {
            return notBeforeLease(told.get(), type, home, times);
        }
        var begun = System.nanoTime();
        return claims.claim(wanted)
                .<Booking>map(counter -> newVisits
                        .hold(me, home, type, counter, wanted, attending)
                        .<Booking>map(Booking.Done::new)
                        .orElseGet(
                                () -> new Booking.AlreadyBooked(openOf(me, type).orElseThrow())))
                .orElseGet(() -> notBeforeLease(
                        justTaken.remember(wish, begun, new Booking.SlotTaken(times.nearest(start))),
                        type,
                        home,
                        times));
    }

    /** What is nearest to the first day of a lease may lie before it, where keys are not handed over yet. */
    private Booking notBeforeLease(Booking.SlotTaken taken, VisitType type, MyHome home, FreeTimes.Times times) {
        return taken.nearest().stream()
                        .allMatch(slot ->
                                keyRules.tooEarly(type, home, slot.start()).isEmpty())
                ? taken
                : new Booking.SlotTaken(from(home.since(), times));
    }

    private Optional<Booking> refusal(
            VisitType type, MyHome home, OffsetDateTime start, Attending attending, FreeTimes.Times times) {
        var nothing = keyRules.nothingToFetch(type, home);
        if (nothing.isPresent()) {
            return nothing.map(why -> new Booking.NotOffered(why, List.of()));
        }
        var early = keyRules.tooEarly(type, home, start);
        if (early.isPresent()) {
            return early.map(why -> new Booking.NotOffered(why, from(home.since(), times)));
        }
        return times.refusal(start)
                .or(() -> proxyRules.refusal(type, attending, home.office().id()))
                .map(why -> new Booking.NotOffered(why, times.nearest(start)));
    }

    private static List<Slot> from(LocalDate first, FreeTimes.Times times) {
        return times.between(first, first.plusDays(LOOK_AHEAD_DAYS)).stream()
                .limit(NEAREST)
                .toList();
    }

    private static boolean isKept(Visit visit, OffsetDateTime start, OffsetDateTime now) {
        var until = visit.heldUntil();
        return until != null && until.isAfter(now) && visit.start().isEqual(start);
    }

    private void letGo(Visit held, OffsetDateTime now) {
        var released = db.update(VISIT)
                .set(VISIT.STATE, EXPIRED)
                .setNull(VISIT.HELD_UNTIL)
                .where(VISIT.ID.eq(held.id()))
                .and(VISIT.STATE.eq(HELD))
                .execute();
        if (released == 1) {
            rows.event(held.id(), VisitEventKind.EXPIRED, held.start(), now);
        }
    }

    private Optional<Visit> openOf(UUID me, VisitType type) {
        return rows.one(VISIT.RESIDENT_ID
                .eq(me)
                .and(VISIT.VISIT_TYPE_CODE.eq(type.code()))
                .and(VISIT.STATE.in(OPEN)));
    }
}
