package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static fi.kotiovi.vocabulary.InboundMailState.IGNORED;
import static fi.kotiovi.vocabulary.InboundMailState.QUARANTINED;
import static fi.kotiovi.vocabulary.InboundMailState.RECEIVED;
import static fi.kotiovi.vocabulary.StaffRole.ADMIN;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.privacy.Secrets;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters that could not be read: a person looks at them, has them tried again, or says that nothing is in them. */
@Service
public class Quarantine {
    /** Bytes of a letter that are shown. */
    private static final int SHOWN = 4_000;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    Quarantine(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** Whether the caller is one of those who look after it. */
    public boolean isForCaller() {
        return callers.anybody() instanceof Caller.Staff staff && staff.isAny(MANAGER, ADMIN);
    }

    /** The newest first, {@code limit} of them. */
    @Transactional(readOnly = true)
    public List<Entry> newestFirst(int limit) {
        callers.staff(MANAGER, ADMIN);
        return db.select(INBOUND_MAIL.ID, INBOUND_MAIL.RECEIVED_AT, INBOUND_MAIL.REASON)
                .from(INBOUND_MAIL)
                .where(INBOUND_MAIL.STATE.eq(inline(QUARANTINED)))
                .orderBy(INBOUND_MAIL.RECEIVED_AT.desc(), INBOUND_MAIL.ID.desc())
                .limit(limit)
                .fetch(mapping(Entry::new));
    }

    @Transactional(readOnly = true)
    public int count() {
        callers.staff(MANAGER, ADMIN);
        return db.fetchCount(INBOUND_MAIL, INBOUND_MAIL.STATE.eq(inline(QUARANTINED)));
    }

    /** The beginning of a letter as it came, with nothing in it that does more than stand there. */
    @Transactional(readOnly = true)
    public String beginning(UUID mail) {
        callers.staff(MANAGER, ADMIN);
        var raw = db.select(INBOUND_MAIL.RAW)
                .from(INBOUND_MAIL)
                .where(INBOUND_MAIL.ID.eq(mail))
                .fetchSingle(mapping(bytes -> bytes));
        return Secrets.masked(new String(raw, 0, Math.min(raw.length, SHOWN), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", ""));
    }

    /** Read again, with all its tries. */
    @Transactional
    public void tryAgain(UUID mail) {
        callers.staff(MANAGER, ADMIN);
        db.update(INBOUND_MAIL)
                .set(INBOUND_MAIL.STATE, RECEIVED)
                .set(INBOUND_MAIL.ATTEMPTS, 0)
                .set(INBOUND_MAIL.DUE_AT, Helsinki.now(clock))
                .where(INBOUND_MAIL.ID.eq(mail))
                .and(INBOUND_MAIL.STATE.eq(QUARANTINED))
                .execute();
    }

    /** Nothing in it wants an answer; it is kept all the same. */
    @Transactional
    public void leaveOut(UUID mail) {
        callers.staff(MANAGER, ADMIN);
        db.update(INBOUND_MAIL)
                .set(INBOUND_MAIL.STATE, IGNORED)
                .where(INBOUND_MAIL.ID.eq(mail))
                .and(INBOUND_MAIL.STATE.eq(QUARANTINED))
                .execute();
    }

    /** One letter, and what was the matter with it. */
    public record Entry(UUID id, OffsetDateTime receivedAt, String reason) implements Serializable {}
}
