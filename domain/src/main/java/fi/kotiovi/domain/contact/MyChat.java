package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CHAT;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.ChatEnd;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactState;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A resident's chat with the office. It is a contact like all others and stands in the same line; what is not answered
 * while both are there is answered as a message, at the place the chat had.
 */
@Service
public class MyChat {
    /** Whoever was silent for so long, page and all, has left. */
    static final Duration AWAY = Duration.ofMinutes(3);

    /** So long after the last key somebody is still typing. */
    static final Duration TYPING = Duration.ofSeconds(6);

    /** A sign of life is written down this often at most. */
    private static final Duration GRAIN = Duration.ofSeconds(10);

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Residents residents;
    private final MyContacts contacts;
    private final ChatHours hours;

    MyChat(DSLContext db, Callers callers, Clock clock, Residents residents, MyContacts contacts, ChatHours hours) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.residents = residents;
        this.contacts = contacts;
        this.hours = hours;
    }

    /** Whether the office of the resident's home answers chats now; never for somebody without a home. */
    @Transactional(readOnly = true)
    public ChatHours.Hours hours() {
        return residents
                .myLatestHome()
                .map(home -> hours.of(home.office().id(), Helsinki.now(clock)))
                .orElse(ChatHours.Hours.NONE);
    }

    /** The chat that goes on, on whatever device it began. */
    @Transactional(readOnly = true)
    public Optional<Chat> live() {
        return chats(CHAT.ENDED_AT.isNull()).stream().findFirst();
    }

    /** How a chat stands now. */
    @Transactional(readOnly = true)
    public Optional<Chat> one(UUID contact) {
        return chats(CHAT.CONTACT_ID.eq(contact)).stream().findFirst();
    }

    /** Puts a chat at the end of the line; the one that goes on already, if there is one. */
    @Transactional
    public ChatStarting start(UUID submission, String topic, String words) {
        var me = callers.resident().id();
        var first = new WriteContact(submission, topic, PhoneNote.firstLine(words), words, List.of());
        var gaps = WriteContact.gapsOfBody(first.body(), List.of());
        if (first.topic().isEmpty()) {
            gaps.add(Writing.Gap.TOPIC);
        }
        if (!gaps.isEmpty()) {
            return new ChatStarting.Incomplete(gaps);
        }
        residents.oneAtATime();
        var running = live();
        if (running.isPresent()) {
            return new ChatStarting.Started(running.get());
        }
        var open = hours();
        if (!open.isOpen()) {
            return new ChatStarting.Closed(open);
        }
        if (!(contacts.write(first, ContactChannel.CHAT) instanceof Writing.Sent sent)) {
            throw new IllegalStateException("What was checked before is complete.");
        }
        var contact = sent.contact().id();
        var now = Helsinki.now(clock);
        db.insertInto(CHAT, CHAT.CONTACT_ID, CHAT.RESIDENT_ID, CHAT.BEGAN_AT, CHAT.SEEN_AT)
                .values(contact, me, now, now)
                .onConflict(CHAT.CONTACT_ID)
                .doNothing()
                .execute();
        return new ChatStarting.Started(one(contact).orElseThrow());
    }

    /** Says something, once per submission; also after the chat has ended, as a message. */
    @Transactional
    public Writing say(UUID contact, UUID submission, String words) {
        var said = contacts.reply(contact, submission, words, List.of());
        var now = Helsinki.now(clock);
        db.update(CHAT)
                .set(CHAT.SEEN_AT, now)
                .setNull(CHAT.RESIDENT_TYPING_AT)
                .where(mine(contact))
                .execute();
        return said;
    }

    /** The page is open. Whoever was away and comes back to it is in the chat again while it is not answered otherwise. */
    @Transactional
    public void here(UUID contact) {
        var now = Helsinki.now(clock);
        db.update(CHAT)
                .set(CHAT.SEEN_AT, now)
                .where(mine(contact))
                .and(CHAT.ENDED_AT.isNull())
                .and(CHAT.SEEN_AT.lt(now.minus(GRAIN)))
                .execute();
        if (db.fetchExists(CHAT, mine(contact).and(CHAT.ENDED.eq(ChatEnd.LEFT)))) {
            // one that begins elsewhere at the same moment waits for this, or this for it
            residents.oneAtATime();
            comeBack(contact, now);
        }
    }

    private void comeBack(UUID contact, OffsetDateTime now) {
        var other = CHAT.as("other");
        db.update(CHAT)
                .set(CHAT.SEEN_AT, now)
                .setNull(CHAT.ENDED_AT)
                .setNull(CHAT.ENDED)
                .where(mine(contact))
                .and(CHAT.ENDED.eq(inline(ChatEnd.LEFT)))
                .and(CHAT.CONTACT_ID.in(select(CONTACT.ID)
                        .from(CONTACT)
                        .where(CONTACT.ID.eq(contact))
                        .and(CONTACT.STATE.in(inline(ContactState.NEW), inline(ContactState.TAKEN)))))
                .and(notExists(selectOne()
                        .from(other)
                        .where(other.RESIDENT_ID.eq(callers.resident().id()))
                        .and(other.ENDED_AT.isNull())))
                .execute();
    }

    @Transactional
    public void typing(UUID contact) {
        var now = Helsinki.now(clock);
        db.update(CHAT)
                .set(CHAT.RESIDENT_TYPING_AT, now)
                .set(CHAT.SEEN_AT, now)
                .where(mine(contact))
                .and(CHAT.ENDED_AT.isNull())
                .execute();
    }

    /** Leaves. What is not answered yet stays in the line. */
    @Transactional
    public void bye(UUID contact) {
        db.update(CHAT)
                .set(CHAT.ENDED, ChatEnd.BYE)
                .set(CHAT.ENDED_AT, Helsinki.now(clock))
                .where(mine(contact))
                .and(CHAT.ENDED_AT.isNull())
                .execute();
    }

    private Condition mine(UUID contact) {
        return CHAT.CONTACT_ID
                .eq(contact)
                .and(CHAT.RESIDENT_ID.eq(callers.resident().id()));
    }

    private List<Chat> chats(Condition which) {
        var typing = CHAT.STAFF_TYPING_AT.gt(Helsinki.now(clock).minus(TYPING));
        return db.select(
                        CONTACT.ID,
                        CONTACT.NUMBER,
                        CONTACT.SUBJECT,
                        CONTACT.STATE,
                        Routines.placeInLine(CONTACT.ID),
                        CHAT.ENDED,
                        coalesce(field(typing), inline(false)),
                        field(selectCount().from(CONTACT_MESSAGE).where(CONTACT_MESSAGE.CONTACT_ID.eq(CONTACT.ID))))
                .from(CHAT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CHAT.CONTACT_ID))
                .where(which)
                .and(CHAT.RESIDENT_ID.eq(callers.resident().id()))
                .fetch(mapping(Chat::new));
    }
}
