package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.CONTACT_MERGE;
import static fi.kotiovi.vocabulary.ContactState.ANSWERED;
import static fi.kotiovi.vocabulary.ContactState.MERGED;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static fi.kotiovi.vocabulary.ContactState.WAITING_INTERNAL;
import static fi.kotiovi.vocabulary.ContactState.WAITING_RESIDENT;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.db.tables.Contact;
import fi.kotiovi.db.tables.records.ContactRecord;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.privacy.Secrets;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two contacts of one person one. The one in hand goes on with the older arrival of those that waited; the other
 * points at it, for the office and for the resident, and can be taken out again.
 */
@Service
public class Merges {
    private static final int SHOWN = 10;
    private static final Set<ContactState> STILL_OPEN = EnumSet.of(NEW, WAITING_INTERNAL, WAITING_RESIDENT);

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Threads threads;

    Merges(DSLContext db, Callers callers, Clock clock, Threads threads) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.threads = threads;
    }

    /** The parts of it, then the latest others of the same resident, except parts of still others. */
    @Transactional(readOnly = true)
    public List<OtherContact> others(UUID contact) {
        callers.staff(AGENT, DESK, MANAGER);
        var inThis = CONTACT.MERGED_INTO.isNotDistinctFrom(contact);
        var mine = CONTACT.as("mine");
        return db.select(
                        CONTACT.ID,
                        CONTACT.NUMBER,
                        CONTACT.SUBJECT.convertFrom(Secrets::masked),
                        CONTACT.STATE,
                        CONTACT.ARRIVED_AT,
                        field(inThis))
                .from(CONTACT)
                .where(exists(selectOne().from(mine).where(mine.ID.eq(contact)).and(samePerson(mine))))
                .and(CONTACT.ID.ne(contact))
                .and(CONTACT.MERGED_INTO.isNull().or(inThis))
                .orderBy(field(inThis).desc(), CONTACT.ARRIVED_AT.desc(), CONTACT.ID.desc())
                .limit(SHOWN)
                .fetch(mapping(OtherContact::new));
    }

    /** Takes another contact into the one in the caller's hand. */
    @Transactional
    public Merging merge(UUID inHand, UUID other) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var both = locked(inHand, other);
        var into = both.get(inHand);
        var gone = both.get(other);
        if (into == null || gone == null || !me.equals(into.getOwnerId())) {
            return Merging.NOT_IN_HAND;
        }
        if (!samePerson(into, gone)) {
            return Merging.NOT_THE_SAME_PERSON;
        }
        if (gone.getState() == TAKEN) {
            return Merging.WITH_COLLEAGUE;
        }
        if (gone.getState() == MERGED || db.fetchExists(CONTACT, CONTACT.MERGED_INTO.eq(other))) {
            return Merging.MERGED_ALREADY;
        }
        var now = Helsinki.now(clock);
        db.insertInto(CONTACT_MERGE)
                .set(CONTACT_MERGE.MERGED_ID, other)
                .set(CONTACT_MERGE.INTO_ID, inHand)
                .set(CONTACT_MERGE.AT, now)
                .set(CONTACT_MERGE.STAFF_ID, me)
                .set(CONTACT_MERGE.MERGED_STATE, gone.getState())
                .set(CONTACT_MERGE.MERGED_CLOSED_AT, gone.getClosedAt())
                .set(CONTACT_MERGE.INTO_ARRIVED_AT, into.getArrivedAt())
                .set(CONTACT_MERGE.INTO_PROMISED_BY, into.getPromisedBy())
                .execute();
        db.update(CONTACT)
                .set(CONTACT.STATE, MERGED)
                .set(CONTACT.MERGED_INTO, inHand)
                .setNull(CONTACT.BACK_AT)
                .setNull(CONTACT.MINUTES_LEFT)
                .setNull(CONTACT.CLOSED_AT)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CONTACT.ID.eq(other))
                .execute();
        if (STILL_OPEN.contains(gone.getState())) {
            stand(
                    inHand,
                    older(into.getArrivedAt(), gone.getArrivedAt()),
                    older(into.getPromisedBy(), gone.getPromisedBy()));
        }
        threads.event(inHand, ContactEventKind.MERGED, now, me, gone.getNumber());
        threads.event(other, ContactEventKind.MERGED, now, me, into.getNumber());
        return Merging.DONE;
    }

    /** Takes it out again, as it was; what waited waits again at its old place. */
    @Transactional
    public Merging undo(UUID inHand, UUID other) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var both = locked(inHand, other);
        var into = both.get(inHand);
        var gone = both.get(other);
        if (into == null || gone == null || !me.equals(into.getOwnerId())) {
            return Merging.NOT_IN_HAND;
        }
        var now = Helsinki.now(clock);
        var merge = db.update(CONTACT_MERGE)
                .set(CONTACT_MERGE.UNDONE_AT, now)
                .where(CONTACT_MERGE.MERGED_ID.eq(other))
                .and(CONTACT_MERGE.INTO_ID.eq(inHand))
                .and(CONTACT_MERGE.UNDONE_AT.isNull())
                .returning()
                .fetchOptional();
        if (merge.isEmpty()) {
            return Merging.MERGED_ALREADY;
        }
        var before = merge.get();
        // a promise that was to come back by itself, or a question, comes back now: somebody is looking at it anyway
        var waited = STILL_OPEN.contains(before.getMergedState());
        var answered = db.fetchExists(
                CONTACT_EVENT,
                CONTACT_EVENT
                        .CONTACT_ID
                        .eq(inHand)
                        .and(CONTACT_EVENT.KIND.eq(ContactEventKind.ANSWERED))
                        .and(CONTACT_EVENT.AT.ge(before.getAt())));
        // what was answered together with the other does not wait again
        var state = waited ? (answered ? ANSWERED : NEW) : before.getMergedState();
        db.update(CONTACT)
                .set(CONTACT.STATE, state)
                .setNull(CONTACT.MERGED_INTO)
                .set(CONTACT.CLOSED_AT, before.getMergedClosedAt())
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CONTACT.ID.eq(other))
                .execute();
        // a place and a promise that the contact got since are its own
        if (!answered && !into.getArrivedAt().isAfter(before.getIntoArrivedAt())) {
            stand(inHand, oldest(inHand, before.getIntoArrivedAt()), before.getIntoPromisedBy());
        }
        threads.event(inHand, ContactEventKind.UNMERGED, now, me, gone.getNumber());
        threads.event(other, ContactEventKind.UNMERGED, now, me, into.getNumber());
        return Merging.DONE;
    }

    /** The own arrival, unless another that is still part of it is older. */
    private OffsetDateTime oldest(UUID contact, OffsetDateTime own) {
        var older = db.select(coalesce(min(CONTACT.ARRIVED_AT), val(own)))
                .from(CONTACT_MERGE)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_MERGE.MERGED_ID))
                .where(CONTACT_MERGE.INTO_ID.eq(contact))
                .and(CONTACT_MERGE.UNDONE_AT.isNull())
                .and(CONTACT_MERGE.MERGED_STATE.in(STILL_OPEN))
                .fetchSingle()
                .value1();
        return older(own, older);
    }

    /** Of the same resident, or of a stranger who wrote from the same mail address. */
    private static Condition samePerson(Contact mine) {
        return CONTACT.RESIDENT_ID
                .eq(mine.RESIDENT_ID)
                .or(CONTACT.RESIDENT_ID
                        .isNull()
                        .and(mine.RESIDENT_ID.isNull())
                        .and(lower(CONTACT.SENDER_ADDRESS).eq(lower(mine.SENDER_ADDRESS))));
    }

    private static boolean samePerson(ContactRecord one, ContactRecord other) {
        var address = one.getSenderAddress();
        return one.getResidentId() == null
                ? other.getResidentId() == null && address != null && address.equalsIgnoreCase(other.getSenderAddress())
                : one.getResidentId().equals(other.getResidentId());
    }

    private void stand(UUID contact, OffsetDateTime arrivedAt, OffsetDateTime promisedBy) {
        db.update(CONTACT)
                .set(CONTACT.ARRIVED_AT, arrivedAt)
                .set(CONTACT.PROMISED_BY, promisedBy)
                .where(CONTACT.ID.eq(contact))
                .execute();
    }

    /** Both, in one order, so that two who merge the same pair from both ends do not wait for each other. */
    private Map<UUID, ContactRecord> locked(UUID one, UUID other) {
        return db.selectFrom(CONTACT)
                .where(CONTACT.ID.in(one, other))
                .orderBy(CONTACT.ID)
                .forUpdate()
                .fetchMap(CONTACT.ID);
    }

    private static OffsetDateTime older(OffsetDateTime one, OffsetDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
