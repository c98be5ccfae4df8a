package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static fi.kotiovi.vocabulary.InboundMailState.QUARANTINED;
import static fi.kotiovi.vocabulary.InboundMailState.RECEIVED;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.attachment.Upload;
import fi.kotiovi.domain.calendar.Helsinki;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes contacts of the letters that are kept. Each try is counted before it begins, so that a letter that kills whoever
 * reads it is left aside after a few tries and holds up nobody (field-notes.md M15). For the ticker.
 */
@Service
public class FilingUpkeep {
    /** Tries after which a letter waits for a person. */
    public static final int MOST_ATTEMPTS = 3;

    /** Longer than any reading takes; after it a letter whose reader died is tried again. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final int LONGEST_REASON = 500;
    private static final int MOST_FILES = 20;

    private final DSLContext db;
    private final Clock clock;
    private final Attachments attachments;
    private final FilingCabinet cabinet;

    FilingUpkeep(DSLContext db, Clock clock, Attachments attachments, FilingCabinet cabinet) {
        this.db = db;
        this.clock = clock;
        this.attachments = attachments;
        this.cabinet = cabinet;
    }

    /** Takes letters that are due, the oldest first; those that were tried too often are left aside instead. */
    @Transactional
    public List<Kept> claimDue(int limit) {
        var now = Helsinki.now(clock);
        setAside(now);
        var due = name("due")
                .fields("id")
                .asMaterialized(select(INBOUND_MAIL.ID)
                        .from(INBOUND_MAIL)
                        .where(INBOUND_MAIL.STATE.eq(inline(RECEIVED)))
                        .and(INBOUND_MAIL.DUE_AT.le(now))
                        .orderBy(INBOUND_MAIL.DUE_AT, INBOUND_MAIL.ID)
                        .limit(limit)
                        .forUpdate()
                        .skipLocked());
        return db
                .with(due)
                .update(INBOUND_MAIL)
                .set(INBOUND_MAIL.ATTEMPTS, INBOUND_MAIL.ATTEMPTS.plus(1))
                .set(INBOUND_MAIL.DUE_AT, now.plus(LEASE))
                .from(due)
                .where(INBOUND_MAIL.ID.eq(due.field("id", UUID.class)))
                .returningResult(INBOUND_MAIL.ID, INBOUND_MAIL.RECEIVED_AT)
                .fetch(mapping(Kept::new))
                .stream()
                .sorted(Kept.OLDEST_FIRST)
                .toList();
    }

    /** Nobody came back from the last try. */
    private void setAside(OffsetDateTime now) {
        db.update(INBOUND_MAIL)
                .set(INBOUND_MAIL.STATE, QUARANTINED)
                .set(
                        INBOUND_MAIL.REASON,
                        when(INBOUND_MAIL.REASON.eq(""), inline("Nobody came back from reading it."))
                                .otherwise(INBOUND_MAIL.REASON))
                .where(INBOUND_MAIL.STATE.eq(inline(RECEIVED)))
                .and(INBOUND_MAIL.DUE_AT.le(now))
                .and(INBOUND_MAIL.ATTEMPTS.ge(MOST_ATTEMPTS))
                .execute();
    }

    /** The letter as it came. */
    @Transactional(readOnly = true)
    public byte[] raw(UUID mail) {
        return db.select(INBOUND_MAIL.RAW)
                .from(INBOUND_MAIL)
                .where(INBOUND_MAIL.ID.eq(mail))
                .fetchSingle(mapping(raw -> raw));
    }

    /**
     * Files an opened letter, once: what it becomes and that it is done are one transaction.
     *
     * @param officeForStrangers the code of the office that gets letters of people we do not know
     */
    public MailFiling file(UUID mail, IncomingMail opened, MailIdentity us, String officeForStrangers) {
        return MailFilters.look(opened, us)
                .<MailFiling>map(why -> cabinet.leaveOut(mail, opened, why))
                .orElseGet(() -> cabinet.file(mail, opened, keep(mail, opened), us, officeForStrangers));
    }

    /** Pictures are decoded before the transaction, so that none waits for them. */
    private Enclosures keep(UUID mail, IncomingMail opened) {
        attachments.discardOfMail(mail);
        var kept = new ArrayList<UUID>();
        var refused = new ArrayList<String>();
        for (var file : opened.files()) {
            if (kept.size() < MOST_FILES
                    && attachments.keepOfMail(mail, file.name(), file.content())
                            instanceof Upload.Kept(var attachment)) {
                kept.add(attachment.id());
            } else {
                refused.add(Attachments.shown(file.name()));
            }
        }
        return new Enclosures(kept, refused);
    }

    /** It could not be read this time: tried again later, and left aside for a person after a few tries. */
    @Transactional
    public void failed(UUID mail, String why) {
        var reason = Storable.text(why).isBlank() ? "?" : MailWords.first(Storable.text(why), LONGEST_REASON);
        var now = Helsinki.now(clock);
        db.update(INBOUND_MAIL)
                .set(
                        INBOUND_MAIL.STATE,
                        when(INBOUND_MAIL.ATTEMPTS.lt(MOST_ATTEMPTS), val(RECEIVED))
                                .otherwise(val(QUARANTINED)))
                .set(INBOUND_MAIL.REASON, reason)
                .set(INBOUND_MAIL.DUE_AT, now.plusSeconds(10))
                .where(INBOUND_MAIL.ID.eq(mail))
                .and(INBOUND_MAIL.STATE.eq(RECEIVED))
                .execute();
    }

    /** A letter to be filed. */
    public record Kept(UUID id, OffsetDateTime receivedAt) {
        private static final Comparator<Kept> OLDEST_FIRST =
                Comparator.comparing(Kept::receivedAt).thenComparing(Kept::id);
    }

    /** What was kept of the files, and the names of the others. */
    record Enclosures(List<UUID> kept, List<String> refused) {}
}
