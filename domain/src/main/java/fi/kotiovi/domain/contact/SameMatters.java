package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.CONTACT_MERGE;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.vocabulary.ContactState.ANSWERED;
import static fi.kotiovi.vocabulary.ContactState.MERGED;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static fi.kotiovi.vocabulary.ContactState.WAITING_INTERNAL;
import static fi.kotiovi.vocabulary.ContactState.WAITING_RESIDENT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.db.tables.records.ContactRecord;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.MyHome;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.MessageDirection;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recognises what somebody has told us a moment ago by another way, so that it is answered once and keeps the place of the
 * first time. Only ever what the same person said about the same home (field-notes.md 6.2).
 */
@Service
public class SameMatters {
    /** So long somebody who hears nothing tries again. */
    static final Duration LATELY = Duration.ofDays(3);

    /** Of one, how like the words are: enough to ask. */
    static final double LIKE = 0.45;

    /** Enough to say it is the same. */
    static final double NEARLY_THE_SAME = 0.8;

    /** In characters; a question that many ask in the same few words is asked of the clerk. */
    static final int SHORTEST = 60;

    /** What everything can be says nothing about what it is. */
    private static final String ANY_TOPIC = "OTHER";

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final MyContacts mine;
    private final Residents residents;

    SameMatters(DSLContext db, Callers callers, Clock clock, MyContacts mine, Residents residents) {
        this.residents = residents;
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.mine = mine;
    }

    /** What the resident has told us already that this seems to be; empty when it is something else or was sent before. */
    @Transactional(readOnly = true)
    public Optional<MyContact> ofMine(WriteContact message) {
        var me = callers.resident().id();
        if (!message.gaps().isEmpty()
                || db.fetchExists(CONTACT_MESSAGE, CONTACT_MESSAGE.SUBMISSION_ID.eq(message.submission()))) {
            return Optional.empty();
        }
        var home = residents.myLatestHome().map(MyHome::id).orElse(null);
        var alike = alike(message.body());
        return db.select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.RESIDENT_ID.eq(me))
                .and(CONTACT.HOME_ID.isNotDistinctFrom(home))
                .and(CONTACT.STATE.in(
                        inline(NEW),
                        inline(TAKEN),
                        inline(WAITING_INTERNAL),
                        inline(WAITING_RESIDENT),
                        inline(ANSWERED)))
                .and(CONTACT.ARRIVED_AT.gt(Helsinki.now(clock).minus(LATELY)))
                // a new question about what has been answered is a new question
                .and(alike.ge(LIKE).or(CONTACT.STATE.ne(inline(ANSWERED)).and(sameTopic(message.topic()))))
                .orderBy(alike.desc(), CONTACT.ARRIVED_AT, CONTACT.ID)
                .limit(1)
                .fetchOptional(CONTACT.ID)
                .flatMap(mine::one);
    }

    /**
     * Looks at a contact that has just come in. When the same person said nearly the same before, it becomes a part of that
     * one, which keeps its place; whoever has it in hand can take it out again. When it is only like it, the clerk is asked.
     *
     * @return the contact that goes on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID settle(UUID contact) {
        var fresh = db.fetchSingle(CONTACT, CONTACT.ID.eq(contact));
        var words = db.select(min(CONTACT_MESSAGE.BODY))
                .from(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.CONTACT_ID.eq(contact))
                .fetchSingle(r -> Optional.ofNullable(r.value1()).orElse(""));
        var sender = sameSender(fresh);
        // one that somebody claims to belong elsewhere, without proof, is for a person to decide (field-notes.md M07)
        if (sender.isEmpty() || fresh.getState() != NEW || fresh.getMaybeOfId() != null) {
            return contact;
        }
        var alike = alike(words);
        var before = db.select(CONTACT.ID, alike)
                .from(CONTACT)
                .where(sender.get())
                .and(CONTACT.ID.ne(contact))
                .and(CONTACT.HOME_ID.isNotDistinctFrom(fresh.getHomeId()))
                .and(CONTACT.STATE.in(inline(NEW), inline(TAKEN), inline(WAITING_INTERNAL)))
                .and(CONTACT.ARRIVED_AT.gt(fresh.getArrivedAt().minus(LATELY)))
                .and(CONTACT.ARRIVED_AT.le(fresh.getArrivedAt()))
                .and(alike.ge(LIKE).or(sameTopic(fresh.getTopicCode())))
                .orderBy(alike.desc(), CONTACT.ARRIVED_AT, CONTACT.ID)
                .limit(1)
                .fetchOptional();
        if (before.isEmpty()) {
            return contact;
        }
        var older = before.get().value1();
        var enough = words.strip().length() >= SHORTEST && before.get().value2() > NEARLY_THE_SAME;
        if (enough) {
            return joined(fresh, older);
        }
        db.update(CONTACT)
                .set(CONTACT.MAYBE_OF_ID, older)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.MAYBE_OF_ID.isNull())
                .execute();
        return contact;
    }

    private UUID joined(ContactRecord fresh, UUID older) {
        // locked against whoever answers it now; what has been answered meanwhile is another matter
        var into = db.selectFrom(CONTACT)
                .where(CONTACT.ID.eq(older))
                .and(CONTACT.STATE.in(NEW, TAKEN, WAITING_INTERNAL))
                .forUpdate()
                .fetchOptional();
        if (into.isEmpty()) {
            return fresh.getId();
        }
        var now = Helsinki.now(clock);
        db.insertInto(CONTACT_MERGE)
                .set(CONTACT_MERGE.MERGED_ID, fresh.getId())
                .set(CONTACT_MERGE.INTO_ID, older)
                .set(CONTACT_MERGE.AT, now)
                .set(CONTACT_MERGE.MERGED_STATE, fresh.getState())
                .set(CONTACT_MERGE.INTO_ARRIVED_AT, into.get().getArrivedAt())
                .set(CONTACT_MERGE.INTO_PROMISED_BY, into.get().getPromisedBy())
                .execute();
        db.update(CONTACT)
                .set(CONTACT.STATE, MERGED)
                .set(CONTACT.MERGED_INTO, older)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CONTACT.ID.eq(fresh.getId()))
                .execute();
        event(older, fresh.getNumber(), now);
        event(fresh.getId(), into.get().getNumber(), now);
        return older;
    }

    /** Whoever is known is known by that; a stranger by the mail address, and one without any by nothing. */
    private static Optional<Condition> sameSender(ContactRecord contact) {
        if (contact.getResidentId() != null) {
            return Optional.of(CONTACT.RESIDENT_ID.eq(contact.getResidentId()));
        }
        return Optional.ofNullable(contact.getSenderAddress())
                .map(address -> CONTACT.RESIDENT_ID
                        .isNull()
                        .and(lower(CONTACT.SENDER_ADDRESS).eq(lower(val(address)))));
    }

    /** A chat that goes on is not like anything else: somebody waits in it. */
    private static Condition sameTopic(String topic) {
        return inline(ANY_TOPIC)
                .ne(topic)
                .and(CONTACT.TOPIC_CODE.eq(topic))
                .and(CONTACT.CHANNEL.ne(inline(ContactChannel.CHAT)));
    }

    /** How like the most like message of a contact is to some words, between nothing and one. */
    private static Field<Double> alike(String words) {
        var likeness = function(name("ext", "similarity"), SQLDataType.REAL, CONTACT_MESSAGE.BODY, val(words));
        return field(select(max(likeness))
                        .from(CONTACT_MESSAGE)
                        .where(CONTACT_MESSAGE.CONTACT_ID.eq(CONTACT.ID))
                        .and(CONTACT_MESSAGE.DIRECTION.eq(inline(MessageDirection.IN))))
                .cast(SQLDataType.DOUBLE);
    }

    private void event(UUID contact, String reason, OffsetDateTime now) {
        db.insertInto(CONTACT_EVENT)
                .set(CONTACT_EVENT.CONTACT_ID, contact)
                .set(CONTACT_EVENT.KIND, ContactEventKind.MERGED)
                .set(CONTACT_EVENT.AT, now)
                .set(CONTACT_EVENT.REASON, reason)
                .execute();
    }
}
