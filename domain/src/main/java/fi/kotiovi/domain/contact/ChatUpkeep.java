package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CHAT;
import static fi.kotiovi.db.Tables.CONTACT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.vocabulary.ChatEnd;
import fi.kotiovi.vocabulary.ContactState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends chats in which nobody is any more. What is not answered stays where it is in the line, as a message. */
@Service
public class ChatUpkeep {
    private final DSLContext db;
    private final Clock clock;
    private final ChatHours hours;

    ChatUpkeep(DSLContext db, Clock clock, ChatHours hours) {
        this.db = db;
        this.clock = clock;
        this.hours = hours;
    }

    /** For the ticker; returns how many ended. */
    @Transactional
    public int endForsaken() {
        var now = Helsinki.now(clock);
        return end(ChatEnd.LEFT, CHAT.SEEN_AT.lt(now.minus(MyChat.AWAY)), now)
                + end(ChatEnd.CLERK, CHAT.CONTACT_ID.in(settled()), now)
                + afterHours(now);
    }

    /** Whoever is in somebody's hands at closing time is answered; whoever still waits is told that it goes on as a message. */
    private int afterHours(OffsetDateTime now) {
        return db
                .selectDistinct(CONTACT.OFFICE_ID)
                .from(CHAT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CHAT.CONTACT_ID))
                .where(CHAT.ENDED_AT.isNull())
                .and(CONTACT.STATE.eq(inline(ContactState.NEW)))
                .fetch(CONTACT.OFFICE_ID)
                .stream()
                .filter(office -> !hours.of(office, now).isOpen())
                .mapToInt(office -> end(ChatEnd.HOURS, CHAT.CONTACT_ID.in(waitingAt(office)), now))
                .sum();
    }

    private int end(ChatEnd how, Condition which, OffsetDateTime now) {
        return db.update(CHAT)
                .set(CHAT.ENDED, how)
                .set(CHAT.ENDED_AT, now)
                .where(CHAT.ENDED_AT.isNull())
                .and(which)
                .execute();
    }

    private static Select<Record1<UUID>> settled() {
        return select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.ID.in(select(CHAT.CONTACT_ID).from(CHAT).where(CHAT.ENDED_AT.isNull())))
                .and(CONTACT.STATE.notIn(inline(ContactState.NEW), inline(ContactState.TAKEN)));
    }

    private static Select<Record1<UUID>> waitingAt(UUID office) {
        return select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.OFFICE_ID.eq(office))
                .and(CONTACT.STATE.eq(inline(ContactState.NEW)));
    }
}
