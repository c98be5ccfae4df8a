package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static fi.kotiovi.db.Tables.MAILBOX;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a mailbox holds before anything is made of it, one fetcher per mailbox. For the ticker. */
@Service
public class MailboxUpkeep {
    /** Longer than all timeouts of a mail server together, so that a silent one never leads to a second fetcher. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    /** Bytes of a letter that is kept as it came; of a larger one only the head is. */
    public static final int LARGEST = 25 * 1024 * 1024;

    private static final int LONGEST_ID = 400;
    private static final int LONGEST_TROUBLE = 500;

    private final DSLContext db;
    private final Clock clock;

    MailboxUpkeep(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False while somebody else fetches from it. */
    @Transactional
    public boolean lease(String mailbox, UUID holder) {
        var now = Helsinki.now(clock);
        db.insertInto(MAILBOX, MAILBOX.ADDRESS)
                .values(mailbox)
                .onConflictDoNothing()
                .execute();
        return db.update(MAILBOX)
                        .set(MAILBOX.HOLDER, holder)
                        .set(MAILBOX.LEASE_UNTIL, now.plus(LEASE))
                        .where(MAILBOX.ADDRESS.eq(mailbox))
                        .and(MAILBOX.HOLDER
                                .isNull()
                                .or(MAILBOX.HOLDER.eq(holder))
                                .or(MAILBOX.LEASE_UNTIL.le(now)))
                        .execute()
                == 1;
    }

    /** Lets go; {@code trouble} is why nothing came, or empty. */
    @Transactional
    public void release(String mailbox, UUID holder, String trouble) {
        db.update(MAILBOX)
                .setNull(MAILBOX.HOLDER)
                .setNull(MAILBOX.LEASE_UNTIL)
                .set(MAILBOX.FETCHED_AT, Helsinki.now(clock))
                .set(MAILBOX.TROUBLE, MailWords.first(Storable.text(trouble), LONGEST_TROUBLE))
                .where(MAILBOX.ADDRESS.eq(mailbox))
                .and(MAILBOX.HOLDER.eq(holder))
                .execute();
    }

    /**
     * Keeps a letter as it came; false when it was kept before. Only after this has returned may it be moved away on the
     * mail server.
     *
     * @param messageId as the sender gave it; may be empty
     * @param receivedAt when the mail server took it
     */
    @Transactional
    public boolean store(String mailbox, String messageId, byte[] raw, OffsetDateTime receivedAt) {
        var hash = sha256(raw);
        var mark = "sha256:" + HexFormat.of().formatHex(hash);
        var given = MailWords.first(Storable.text(messageId).strip(), LONGEST_ID);
        var id = given.isEmpty() ? mark : given;
        return insert(mailbox, id, raw, hash, receivedAt)
                || (isAnother(mailbox, id, hash) && insert(mailbox, id + " " + mark, raw, hash, receivedAt));
    }

    private boolean insert(String mailbox, String id, byte[] raw, byte[] hash, OffsetDateTime receivedAt) {
        var now = Helsinki.now(clock);
        return db.insertInto(INBOUND_MAIL)
                        .set(INBOUND_MAIL.MAILBOX, mailbox)
                        .set(INBOUND_MAIL.MESSAGE_ID, id)
                        .set(INBOUND_MAIL.SHA256, hash)
                        .set(INBOUND_MAIL.RAW, raw)
                        .set(INBOUND_MAIL.RECEIVED_AT, receivedAt.isAfter(now) ? now : receivedAt)
                        .set(INBOUND_MAIL.STORED_AT, now)
                        .set(INBOUND_MAIL.DUE_AT, now)
                        .onConflict(INBOUND_MAIL.MAILBOX, INBOUND_MAIL.MESSAGE_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Some machines give all their letters one id: what differs is kept, and compared when it is filed. */
    private boolean isAnother(String mailbox, String id, byte[] hash) {
        return db.fetchExists(
                INBOUND_MAIL,
                INBOUND_MAIL
                        .MAILBOX
                        .eq(mailbox)
                        .and(INBOUND_MAIL.MESSAGE_ID.eq(id))
                        .and(INBOUND_MAIL.SHA256.ne(hash)));
    }

    private static byte[] sha256(byte[] raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
