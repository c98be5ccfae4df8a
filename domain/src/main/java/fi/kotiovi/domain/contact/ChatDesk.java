package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CHAT;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.InHand.Talk;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.ChatEnd;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.MessageDirection;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a clerk does in chats. The first comes in its turn like everything else; because whoever chats waits for the other to
 * write, up to two more may be taken beside it, those that have waited longest first.
 */
@Service
public class ChatDesk {
    /** A page that is open is heard of more often than this. */
    private static final Duration UNSEEN = Duration.ofSeconds(30);

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final ContactRows rows;
    private final ContactQueue queue;
    private final Answers answers;
    private final ChatHands hands;
    private final Threads threads;
    private final ClerkHands clerkHands;
    private final Outbox outbox;

    ChatDesk(
            DSLContext db,
            Callers callers,
            Clock clock,
            ContactRows rows,
            ContactQueue queue,
            Answers answers,
            ChatHands hands,
            Threads threads,
            ClerkHands clerkHands,
            Outbox outbox) {
        this.clerkHands = clerkHands;
        this.outbox = outbox;
        this.hands = hands;
        this.threads = threads;
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.rows = rows;
        this.queue = queue;
        this.answers = answers;
    }

    /** All that the caller has in hand, in the order in which it was taken up. */
    @Transactional(readOnly = true)
    public List<InHand> inHand() {
        var mine = CONTACT.OWNER_ID.eq(me().id()).and(CONTACT.STATE.eq(inline(TAKEN)));
        var contacts = rows.list(mine, 0, ChatHands.MOST + 1, CONTACT.HAND, CONTACT.ID);
        var talks = talks(mine);
        return contacts.stream()
                .map(contact -> new InHand(contact, talks.get(contact.id())))
                .toList();
    }

    /** How many chats wait that the caller may take beside the ones in hand; none when the hands are full. */
    @Transactional(readOnly = true)
    public int others() {
        var me = me();
        return hands.free(me.id()).isEmpty() ? 0 : hands.waiting(me.id(), Helsinki.now(clock));
    }

    /** The chat that has waited longest, beside those in hand; empty without one in hand, with three, or when none waits. */
    @Transactional
    public Optional<InHand> takeAnother() {
        var me = me();
        clerkHands.oneAtATime(me.id());
        return hands.free(me.id())
                .flatMap(hand -> hands.take(me, hand, Helsinki.now(clock)))
                .flatMap(taken ->
                        inHand().stream().filter(one -> one.id().equals(taken)).findFirst());
    }

    /** Says something to the resident, once per submission; the chat goes on and stays in hand. */
    @Transactional
    public ChatSaying say(UUID contact, UUID submission, String given) {
        var me = me().id();
        var words = Storable.text(given).strip();
        if (words.isEmpty()) {
            return ChatSaying.EMPTY;
        }
        if (words.codePointCount(0, words.length()) > WriteContact.LONGEST_BODY) {
            return ChatSaying.TOO_LONG;
        }
        if (!queue.renew(contact)) {
            return ChatSaying.NOT_IN_HAND;
        }
        var here = db.update(CHAT)
                .setNull(CHAT.STAFF_TYPING_AT)
                .where(CHAT.CONTACT_ID.eq(contact))
                .and(CHAT.ENDED_AT.isNull())
                .execute();
        if (here == 0) {
            return ChatSaying.RESIDENT_GONE;
        }
        db.insertInto(CONTACT_MESSAGE)
                .set(CONTACT_MESSAGE.CONTACT_ID, contact)
                .set(CONTACT_MESSAGE.SUBMISSION_ID, submission)
                .set(CONTACT_MESSAGE.DIRECTION, MessageDirection.OUT)
                .set(CONTACT_MESSAGE.BODY, words)
                .set(CONTACT_MESSAGE.AT, Helsinki.now(clock))
                .set(CONTACT_MESSAGE.STAFF_ID, me)
                .onConflict(CONTACT_MESSAGE.SUBMISSION_ID)
                .doNothing()
                .execute();
        return ChatSaying.SAID;
    }

    /** The caller writes something; also a sign that the caller still works on it. */
    @Transactional
    public void typing(UUID contact) {
        if (queue.renew(contact)) {
            db.update(CHAT)
                    .set(CHAT.STAFF_TYPING_AT, Helsinki.now(clock))
                    .where(CHAT.CONTACT_ID.eq(contact))
                    .and(CHAT.ENDED_AT.isNull())
                    .execute();
        }
    }

    /** Ends the chat; the matter is done with it. What the resident wrote meanwhile is read first. */
    @Transactional
    public Answering end(UUID contact, UUID seen) {
        var me = me().id();
        var closed = answers.close(contact, "", seen);
        if (closed instanceof Answering.Answered) {
            if (leftUnheard(contact)) {
                outbox.toWriter(contact, NotificationKind.CONTACT_ANSWERED, answers.answersTo(contact));
            }
            leave(contact);
            threads.event(contact, ContactEventKind.ANSWERED, Helsinki.now(clock), me, "");
        }
        return closed;
    }

    /** Ends the chat and keeps the matter in hand, to be answered as a message. */
    @Transactional
    public boolean goOnByMessage(UUID contact) {
        me();
        if (!queue.renew(contact)) {
            return false;
        }
        leave(contact);
        return true;
    }

    /** Whether the last word was said to a page that nobody looks at any more. */
    private boolean leftUnheard(UUID contact) {
        var last = select(max(CONTACT_MESSAGE.AT))
                .from(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.CONTACT_ID.eq(contact))
                .and(CONTACT_MESSAGE.DIRECTION.eq(MessageDirection.OUT));
        return db.fetchExists(
                CHAT,
                CHAT.CONTACT_ID
                        .eq(contact)
                        .and(CHAT.SEEN_AT.lt(Helsinki.now(clock).minus(UNSEEN)))
                        .and(CHAT.SEEN_AT.le(field(last))));
    }

    private void leave(UUID contact) {
        db.update(CHAT)
                .set(CHAT.ENDED, ChatEnd.CLERK)
                .set(CHAT.ENDED_AT, Helsinki.now(clock))
                .setNull(CHAT.STAFF_TYPING_AT)
                .where(CHAT.CONTACT_ID.eq(contact))
                .and(CHAT.ENDED_AT.isNull())
                .execute();
    }

    private Map<UUID, Talk> talks(Condition which) {
        var last = CONTACT_MESSAGE.as("last");
        return db.select(CHAT.CONTACT_ID, CHAT.ENDED, CHAT.RESIDENT_TYPING_AT, last.DIRECTION, last.ID)
                .distinctOn(CHAT.CONTACT_ID)
                .from(CHAT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CHAT.CONTACT_ID))
                .join(last)
                .on(last.CONTACT_ID.eq(CONTACT.ID))
                .where(which)
                .orderBy(CHAT.CONTACT_ID, last.ID.desc())
                .fetchMap(
                        r -> r.value1(),
                        r -> new Talk(r.value2(), isTyping(r.value3()), r.value4() == MessageDirection.IN, r.value5()));
    }

    private boolean isTyping(@Nullable OffsetDateTime last) {
        return last != null && last.isAfter(Helsinki.now(clock).minus(MyChat.TYPING));
    }

    private Caller.Staff me() {
        return callers.staff(AGENT, DESK, MANAGER);
    }
}
