package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.db.tables.Contact;
import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactMark;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one line of everything that wants an answer. The order is (arrival, id) as given when it was accepted; whoever
 * takes the next gets the oldest that nobody has.
 */
@Service
public class ContactQueue {
    /** How long somebody may be silent on a contact before it goes back to its old place. */
    public static final Duration LEASE = Duration.ofMinutes(15);

    /** So long somebody does not get back what the same person handed back. */
    static final Duration LEFT_TO_COLLEAGUES = Duration.ofMinutes(15);

    private static final int LEASES_A_TICK = 200;

    /** Made once: another name for a table is a copy of all its columns. */
    private static final Contact MINE = CONTACT.as("mine");

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final ContactRows rows;
    private final Threads threads;
    private final AccessLog accessLog;
    private final Presences presences;
    private final ClerkHands hands;

    ContactQueue(
            DSLContext db,
            Callers callers,
            Clock clock,
            ContactRows rows,
            Threads threads,
            AccessLog accessLog,
            Presences presences,
            ClerkHands hands) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.rows = rows;
        this.threads = threads;
        this.accessLog = accessLog;
        this.presences = presences;
        this.hands = hands;
    }

    /** How many wait, and since when the oldest. */
    @Transactional(readOnly = true)
    public Length length() {
        callers.staff(AGENT, DESK, MANAGER);
        return db.select(count(), min(CONTACT.ARRIVED_AT))
                .from(CONTACT)
                .where(CONTACT.STATE.eq(inline(NEW)))
                .fetchSingle(r -> new Length(r.value1(), r.value2()));
    }

    /** Who waits, the oldest first, {@code limit} of them from {@code offset}. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(int offset, int limit) {
        callers.staff(AGENT, DESK, MANAGER);
        return rows.list(CONTACT.STATE.eq(inline(NEW)), offset, limit, CONTACT.ARRIVED_AT, CONTACT.ID);
    }

    /** What was given back again and again, the oldest first: somebody who leads should look. */
    @Transactional(readOnly = true)
    public List<Waiting> skippedOften(int limit) {
        callers.staff(MANAGER);
        return rows.list(
                CONTACT.STATE.eq(inline(NEW)).and(CONTACT.SKIPS.ge(inline(Standing.OFTEN))),
                0,
                limit,
                CONTACT.ARRIVED_AT,
                CONTACT.ID);
    }

    /** What the caller has in hand; a second browser finds the same. */
    @Transactional(readOnly = true)
    public Optional<Waiting> inHand() {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        return rows.list(CONTACT.OWNER_ID.eq(me).and(CONTACT.STATE.eq(inline(TAKEN))), 0, 1, CONTACT.ID).stream()
                .findFirst();
    }

    /**
     * Gives the oldest one that the caller may take and nobody has ({@link Eligibility}); the one in hand, if there is
     * one; empty when nothing waits for the caller. What the caller
     * handed back a moment ago is left to colleagues, unless nothing else waits.
     */
    @Transactional
    public Optional<Waiting> takeNext() {
        var me = callers.staff(AGENT, DESK, MANAGER);
        var now = Helsinki.now(clock);
        hands.oneAtATime(me.id());
        presences.active(me.id(), now);
        var eligible = Eligibility.of(me.id(), now);
        claim(eligible.and(CONTACT.ID.notIn(Eligibility.handedBackBy(me.id(), now))), me.id(), now)
                .or(() -> claim(eligible, me.id(), now))
                .ifPresent(taken -> {
                    threads.event(taken.id, ContactEventKind.TAKEN, now, me.id(), "");
                    taken.resident.ifPresent(
                            resident -> accessLog.note(me, resident, AccessReason.ANSWERING_CONTACT, taken.id));
                });
        return inHand();
    }

    /** The oldest of those that nobody has, for somebody with empty hands. */
    private Optional<Taken> claim(Condition wanted, UUID me, OffsetDateTime now) {
        var next = name("next")
                .fields("id")
                .asMaterialized(select(CONTACT.ID)
                        .from(CONTACT)
                        .where(CONTACT.STATE.eq(inline(NEW)))
                        .and(wanted)
                        .and(notExists(selectOne()
                                .from(MINE)
                                .where(MINE.OWNER_ID.eq(me))
                                .and(MINE.STATE.eq(inline(TAKEN)))))
                        .orderBy(CONTACT.ARRIVED_AT, CONTACT.ID)
                        .limit(1)
                        .forUpdate()
                        .of(CONTACT)
                        .skipLocked());
        return db.with(next)
                .update(CONTACT)
                .set(CONTACT.STATE, TAKEN)
                .set(CONTACT.OWNER_ID, me)
                .set(CONTACT.HAND, ChatHands.handFor(CONTACT.ID))
                .set(CONTACT.LEASE_UNTIL, now.plus(LEASE))
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .from(next)
                .where(CONTACT.ID.eq(next.field("id", UUID.class)))
                .returningResult(CONTACT.ID, CONTACT.RESIDENT_ID)
                .fetchOptional(r -> new Taken(r.value1(), Optional.ofNullable(r.value2())));
    }

    /** Gives it back with a reason; it keeps its place and the skip is counted. */
    @Transactional
    public HandingBack handBack(UUID contact, String given) {
        var reason = Storable.text(given).strip();
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        if (reason.isEmpty()) {
            return HandingBack.NO_REASON;
        }
        var returned = db.update(CONTACT)
                .set(CONTACT.STATE, NEW)
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .set(CONTACT.RETURNED_REASON, reason)
                .set(CONTACT.MARK, ContactMark.HANDED_BACK)
                .set(CONTACT.SKIPS, CONTACT.SKIPS.plus(1))
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.OWNER_ID.eq(me))
                .execute();
        if (returned == 0) {
            return HandingBack.NOT_IN_HAND;
        }
        threads.event(contact, ContactEventKind.HANDED_BACK, Helsinki.now(clock), me, reason);
        return HandingBack.BACK;
    }

    /** Says that the caller still works on it. False when the lease was lost. */
    @Transactional
    public boolean renew(UUID contact) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var now = Helsinki.now(clock);
        presences.active(me, now);
        return db.update(CONTACT)
                        .set(CONTACT.LEASE_UNTIL, now.plus(LEASE))
                        .where(CONTACT.ID.eq(contact))
                        .and(CONTACT.OWNER_ID.eq(me))
                        .execute()
                == 1;
    }

    /** Puts back, at their old places, those whose holders fell silent. For the ticker; returns how many. */
    @Transactional
    public int returnLostLeases() {
        var now = Helsinki.now(clock);
        var lost = name("lost")
                .fields("id", "owner_id")
                .asMaterialized(select(CONTACT.ID, CONTACT.OWNER_ID)
                        .from(CONTACT)
                        .where(CONTACT.STATE.eq(inline(TAKEN)))
                        .and(CONTACT.LEASE_UNTIL.le(now))
                        .limit(LEASES_A_TICK)
                        .forUpdate()
                        .skipLocked());
        var returned = db.with(lost)
                .update(CONTACT)
                .set(CONTACT.STATE, NEW)
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .set(CONTACT.MARK, ContactMark.LEASE_LOST)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .from(lost)
                .where(CONTACT.ID.eq(lost.field("id", UUID.class)))
                .returningResult(CONTACT.ID, lost.field("owner_id", UUID.class))
                .fetch();
        returned.forEach(row -> threads.event(row.value1(), ContactEventKind.LEASE_LOST, now, row.value2(), ""));
        return returned.size();
    }

    /** The length of the line. */
    public record Length(int waiting, @Nullable OffsetDateTime oldest) {}

    private record Taken(UUID id, Optional<UUID> resident) {}
}
