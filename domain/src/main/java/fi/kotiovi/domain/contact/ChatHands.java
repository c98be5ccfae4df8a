package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CHAT;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.db.tables.Contact;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactEventKind;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** The exception to one thing at a time: whoever has a chat in hand may have up to three. */
@Component
class ChatHands {
    /** At once, by one clerk. */
    static final int MOST = 3;

    /** The reason on the record of one that was taken beside another, past whatever else waits. */
    static final String BESIDE = "CHAT_BESIDE";

    /** Made once: another name for a table is a copy of all its columns. */
    private static final Contact CHATTED = CONTACT.as("chatted");

    private final DSLContext db;
    private final Threads threads;
    private final AccessLog accessLog;

    ChatHands(DSLContext db, Threads threads, AccessLog accessLog) {
        this.db = db;
        this.threads = threads;
        this.accessLog = accessLog;
    }

    /** The lowest hand without a chat, for somebody who has one or two and nothing else. */
    Optional<Integer> free(UUID me) {
        var full = db.select(CONTACT.HAND)
                .from(CONTACT)
                .where(CONTACT.OWNER_ID.eq(me))
                .and(CONTACT.STATE.eq(inline(TAKEN)))
                .fetch(CONTACT.HAND);
        if (full.isEmpty() || full.contains(0)) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, MOST)
                .boxed()
                .filter(hand -> !full.contains(hand))
                .findFirst();
    }

    /** How many chats wait that somebody may take. */
    int waiting(UUID me, OffsetDateTime now) {
        return db.fetchCount(
                CONTACT,
                CONTACT.STATE.eq(inline(NEW)).and(CONTACT.ID.in(live())).and(Eligibility.of(me, now)));
    }

    /** Takes the chat that has waited longest into a hand. */
    Optional<UUID> take(Caller.Staff me, int hand, OffsetDateTime now) {
        var next = name("next")
                .fields("id")
                .asMaterialized(select(CONTACT.ID)
                        .from(CONTACT)
                        .where(CONTACT.STATE.eq(inline(NEW)))
                        .and(CONTACT.ID.in(live()))
                        .and(Eligibility.of(me.id(), now))
                        .orderBy(CONTACT.ARRIVED_AT, CONTACT.ID)
                        .limit(1)
                        .forUpdate()
                        .of(CONTACT)
                        .skipLocked());
        var taken = db.with(next)
                .update(CONTACT)
                .set(CONTACT.STATE, TAKEN)
                .set(CONTACT.OWNER_ID, me.id())
                .set(CONTACT.HAND, hand)
                .set(CONTACT.LEASE_UNTIL, now.plus(ContactQueue.LEASE))
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .from(next)
                .where(CONTACT.ID.eq(next.field("id", UUID.class)))
                .returningResult(CONTACT.ID, CONTACT.RESIDENT_ID)
                .fetchOptional();
        return taken.map(row -> {
            threads.event(row.value1(), ContactEventKind.TAKEN, now, me.id(), BESIDE);
            accessLog.note(me, row.value2(), AccessReason.ANSWERING_CONTACT, row.value1());
            return row.value1();
        });
    }

    /** The hand for one that is taken in its turn: a chat leaves room for others beside it. */
    static Field<Integer> handFor(Field<UUID> contact) {
        return coalesce(
                field(select(inline(1))
                        .from(CHAT)
                        .join(CHATTED)
                        .on(CHATTED.ID.eq(CHAT.CONTACT_ID))
                        .where(CHAT.CONTACT_ID.eq(contact))
                        .and(CHATTED.CHANNEL.eq(inline(ContactChannel.CHAT)))
                        .and(CHAT.ENDED_AT.isNull())),
                inline(0));
    }

    private static Select<Record1<UUID>> live() {
        return select(CHAT.CONTACT_ID).from(CHAT).where(CHAT.ENDED_AT.isNull());
    }
}
