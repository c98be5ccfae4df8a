package fi.kotiovi.domain.attachment;

import static fi.kotiovi.db.Tables.ATTACHMENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.StaffRole;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in, keeps them with what they came with, and gives them back to who may see them. */
@Service
public class Attachments {
    /** Bytes of one file, as it comes from the phone. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int LARGEST_KEPT = 10 * 1024 * 1024;
    private static final int LONGEST_NAME = 120;
    private static final byte[] PDF_MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Attachments(DSLContext db, Callers callers, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Keeps a photo (JPEG, PNG, GIF, WebP) for a form that is still being written. */
    public Upload keepPhoto(String fileName, byte[] content) {
        callers.anybody();
        if (content.length > LARGEST || Photos.isTooBig(content)) {
            return new Upload.TooBig();
        }
        return Photos.toJpeg(content)
                .<Upload>map(jpeg -> insert(fileName, "image/jpeg", jpeg))
                .orElseGet(Upload.NotReadable::new);
    }

    /** Keeps a photo or a PDF. */
    public Upload keepFile(String fileName, byte[] content) {
        if (!startsLikePdf(content)) {
            return keepPhoto(fileName, content);
        }
        return content.length > LARGEST_KEPT ? new Upload.TooBig() : insert(fileName, "application/pdf", content);
    }

    /** Keeps a photo or a PDF that came by mail, until the letter is filed. For the ticker: nobody is signed in. */
    public Upload keepOfMail(UUID mail, String fileName, byte[] content) {
        if (startsLikePdf(content)) {
            return content.length > LARGEST_KEPT
                    ? new Upload.TooBig()
                    : keepGivenBy(ATTACHMENT.INBOUND_MAIL_ID, mail, fileName, "application/pdf", content);
        }
        if (content.length > LARGEST || Photos.isTooBig(content)) {
            return new Upload.TooBig();
        }
        return Photos.toJpeg(content)
                .<Upload>map(jpeg -> keepGivenBy(ATTACHMENT.INBOUND_MAIL_ID, mail, fileName, "image/jpeg", jpeg))
                .orElseGet(Upload.NotReadable::new);
    }

    /** What an earlier try to file a letter left behind. */
    @Transactional
    public void discardOfMail(UUID mail) {
        db.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.INBOUND_MAIL_ID.eq(mail))
                .and(ATTACHMENT.CONTACT_MESSAGE_ID.isNull())
                .execute();
    }

    @Transactional
    public void belongToMessageOfMail(UUID message, UUID mail, Collection<UUID> files) {
        db.update(ATTACHMENT)
                .set(ATTACHMENT.CONTACT_MESSAGE_ID, message)
                .where(ATTACHMENT.ID.in(files))
                .and(ATTACHMENT.INBOUND_MAIL_ID.eq(mail))
                .execute();
    }

    /** A transaction of its own, so that none waits for a photo to be decoded. */
    private Upload insert(String fileName, String mediaType, byte[] content) {
        var caller = callers.anybody();
        var giver = caller instanceof Caller.Resident ? ATTACHMENT.RESIDENT_ID : ATTACHMENT.STAFF_ID;
        return keepGivenBy(giver, caller.id(), fileName, mediaType, content);
    }

    private Upload keepGivenBy(Field<UUID> giver, UUID whose, String fileName, String mediaType, byte[] content) {
        return Objects.requireNonNull(transactions.execute(status -> kept(giver, whose, fileName, mediaType, content)));
    }

    private Upload kept(Field<UUID> giver, UUID whose, String fileName, String mediaType, byte[] content) {
        var now = Helsinki.now(clock);
        return new Upload.Kept(db.insertInto(ATTACHMENT)
                .set(giver, whose)
                .set(ATTACHMENT.FILE_NAME, shown(fileName))
                .set(ATTACHMENT.MEDIA_TYPE, mediaType)
                .set(ATTACHMENT.CONTENT, content)
                .set(ATTACHMENT.CREATED_AT, now)
                .returningResult(ATTACHMENT.ID, ATTACHMENT.FILE_NAME, ATTACHMENT.MEDIA_TYPE, ATTACHMENT.CREATED_AT)
                .fetchSingle(mapping(Attachment::new)));
    }

    /** Those of the given uploads that still exist and belong to nothing yet, in order of arrival. */
    @Transactional(readOnly = true)
    public List<Attachment> unsent(Collection<UUID> uploads) {
        return list(ATTACHMENT.ID.in(uploads).and(unsentOfCaller()));
    }

    /** Takes an upload back that was not sent yet. */
    @Transactional
    public void discard(UUID upload) {
        db.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.ID.eq(upload).and(unsentOfCaller()))
                .execute();
    }

    @Transactional
    public void belongToFault(UUID fault, Collection<UUID> uploads) {
        if (uploads.isEmpty()) {
            return;
        }
        db.update(ATTACHMENT)
                .set(ATTACHMENT.FAULT_ID, fault)
                .where(ATTACHMENT.ID.in(uploads).and(unsentOfCaller()))
                .execute();
    }

    @Transactional
    public void belongToMessage(UUID message, Collection<UUID> uploads) {
        db.update(ATTACHMENT)
                .set(ATTACHMENT.CONTACT_MESSAGE_ID, message)
                .where(ATTACHMENT.ID.in(uploads).and(unsentOfCaller()))
                .execute();
    }

    @Transactional
    public void belongToWorkOrder(UUID workOrder, Collection<UUID> uploads) {
        db.update(ATTACHMENT)
                .set(ATTACHMENT.WORK_ORDER_ID, workOrder)
                .where(ATTACHMENT.ID.in(uploads).and(unsentOfCaller()))
                .execute();
    }

    @Transactional(readOnly = true)
    public List<Attachment> ofFault(UUID fault) {
        return list(ATTACHMENT.FAULT_ID.eq(fault));
    }

    @Transactional(readOnly = true)
    public List<Attachment> ofWorkOrder(UUID workOrder) {
        return list(ATTACHMENT.WORK_ORDER_ID.eq(workOrder));
    }

    @Transactional(readOnly = true)
    public List<Attachment> ofMessage(UUID message) {
        return list(ATTACHMENT.CONTACT_MESSAGE_ID.eq(message));
    }

    /** The bytes, if the caller may see the file: for a resident, row-level security decides. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(UUID attachment) {
        return db.select(ATTACHMENT.CONTENT)
                .from(ATTACHMENT)
                .where(ATTACHMENT.ID.eq(attachment))
                .and(visibleTo(callers.anybody()))
                .fetchOptional(ATTACHMENT.CONTENT);
    }

    private List<Attachment> list(Condition condition) {
        callers.anybody();
        return db.select(ATTACHMENT.ID, ATTACHMENT.FILE_NAME, ATTACHMENT.MEDIA_TYPE, ATTACHMENT.CREATED_AT)
                .from(ATTACHMENT)
                .where(condition)
                .orderBy(ATTACHMENT.ID)
                .fetch(mapping(Attachment::new));
    }

    private static Condition visibleTo(Caller caller) {
        return switch (caller) {
            case Caller.Resident resident -> noCondition();
            case Caller.Staff staff ->
                staff.isAny(StaffRole.CREW, StaffRole.ON_CALL, StaffRole.FOREMAN)
                        ? ATTACHMENT.CONTACT_MESSAGE_ID.isNull()
                        : noCondition();
        };
    }

    private Condition unsentOfCaller() {
        var caller = callers.anybody();
        var mine = caller instanceof Caller.Resident
                ? ATTACHMENT.RESIDENT_ID.eq(caller.id())
                : ATTACHMENT.STAFF_ID.eq(caller.id()).and(ATTACHMENT.WORK_ORDER_ID.isNull());
        return mine.and(ATTACHMENT.FAULT_ID.isNull()).and(ATTACHMENT.CONTACT_MESSAGE_ID.isNull());
    }

    private static boolean startsLikePdf(byte[] content) {
        return content.length > PDF_MARK.length
                && Arrays.equals(content, 0, PDF_MARK.length, PDF_MARK, 0, PDF_MARK.length);
    }

    /** A name that is safe to show and to save: no folders, no control characters, not endless, never empty. */
    public static String shown(String fileName) {
        var given = Storable.text(fileName);
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return name.isEmpty() ? "?" : name;
    }
}
