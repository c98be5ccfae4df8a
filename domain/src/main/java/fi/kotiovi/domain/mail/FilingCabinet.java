package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.contact.Replies;
import fi.kotiovi.domain.contact.SameMatters;
import fi.kotiovi.domain.mail.FilingUpkeep.Enclosures;
import fi.kotiovi.vocabulary.InboundMailState;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a letter becomes, and that it has become it, in one transaction. */
@Component
class FilingCabinet {

    /** Keeps these locks apart from the other uses of advisory locks. */
    private static final int SENDER_LOCK = 0x6d61696c;

    private final DSLContext db;
    private final Threading threading;
    private final MailContacts contacts;
    private final Attachments attachments;
    private final Receipts receipts;
    private final Bounces bounces;
    private final Replies replies;
    private final SameMatters same;

    FilingCabinet(
            DSLContext db,
            Threading threading,
            MailContacts contacts,
            Attachments attachments,
            Receipts receipts,
            Bounces bounces,
            Replies replies,
            SameMatters same) {
        this.same = same;
        this.db = db;
        this.threading = threading;
        this.contacts = contacts;
        this.attachments = attachments;
        this.receipts = receipts;
        this.bounces = bounces;
        this.replies = replies;
    }

    @Transactional
    public MailFiling leaveOut(UUID mail, IncomingMail opened, LeftOut why) {
        if (locked(mail).isEmpty()) {
            return new MailFiling.Done();
        }
        if (why == LeftOut.BOUNCE) {
            opened.report().ifPresent(bounces::note);
        }
        done(mail, opened, InboundMailState.IGNORED, why.name(), null, null, "", new String[0]);
        return new MailFiling.NotAnswered(why);
    }

    @Transactional
    public MailFiling file(
            UUID mail, IncomingMail opened, Enclosures files, MailIdentity us, String officeForStrangers) {
        var sender = opened.from().orElseThrow();
        db.select(function(
                        name("pg_advisory_xact_lock"),
                        SQLDataType.OTHER,
                        inline(SENDER_LOCK),
                        val(sender.address().hashCode())))
                .execute();
        var received = locked(mail);
        if (received.isEmpty()) {
            return new MailFiling.Done();
        }
        var at = received.get();
        if (cameByAnotherWay(mail, opened)) {
            done(mail, opened, InboundMailState.IGNORED, LeftOut.DUPLICATE.name(), null, null, "", new String[0]);
            return new MailFiling.NotAnswered(LeftOut.DUPLICATE);
        }
        var words = MailWords.of(opened);
        var match = threading.find(opened, us);
        var contact = switch (match) {
            case Threading.Match.Belongs(var known) -> {
                replies.arrived(known, at);
                yield known;
            }
            case Threading.Match.Maybe(var maybe) -> contacts.opened(opened, words, at, maybe, officeForStrangers);
            case Threading.Match.Nothing _ -> contacts.opened(opened, words, at, null, officeForStrangers);
        };
        var message = contacts.message(contact, mail, words, sender, at);
        attachments.belongToMessageOfMail(message, mail, files.kept());
        done(
                mail,
                opened,
                InboundMailState.FILED,
                "",
                contact,
                message,
                words.folded(),
                files.refused().toArray(String[]::new));
        if (match instanceof Threading.Match.Belongs) {
            return new MailFiling.Added(contact);
        }
        same.settle(contact);
        receipts.confirm(contact, sender);
        return new MailFiling.Opened(contact);
    }

    /** Empty when it is filed already; the moment it arrived. */
    private Optional<OffsetDateTime> locked(UUID mail) {
        return db.select(INBOUND_MAIL.RECEIVED_AT)
                .from(INBOUND_MAIL)
                .where(INBOUND_MAIL.ID.eq(mail))
                .and(INBOUND_MAIL.STATE.eq(InboundMailState.RECEIVED))
                .forUpdate()
                .fetchOptional(INBOUND_MAIL.RECEIVED_AT);
    }

    /** The same letter in another of our mailboxes, or in this one by another way. */
    private boolean cameByAnotherWay(UUID mail, IncomingMail opened) {
        return !opened.messageId().isBlank()
                && db.fetchExists(
                        INBOUND_MAIL,
                        INBOUND_MAIL
                                .MESSAGE_ID
                                .eq(opened.messageId())
                                .and(INBOUND_MAIL.SENDER_ADDRESS.eq(
                                        opened.from().orElseThrow().address()))
                                .and(INBOUND_MAIL.SUBJECT.eq(
                                        MailWords.first(opened.subject(), MailContacts.LONGEST_SUBJECT)))
                                .and(INBOUND_MAIL.STATE.eq(InboundMailState.FILED))
                                .and(INBOUND_MAIL.ID.ne(mail)));
    }

    private void done(
            UUID mail,
            IncomingMail opened,
            InboundMailState state,
            String reason,
            @Nullable UUID contact,
            @Nullable UUID message,
            String folded,
            String[] refused) {
        db.update(INBOUND_MAIL)
                .set(INBOUND_MAIL.STATE, state)
                .set(INBOUND_MAIL.REASON, reason)
                .set(INBOUND_MAIL.CONTACT_ID, contact)
                .set(INBOUND_MAIL.CONTACT_MESSAGE_ID, message)
                .set(
                        INBOUND_MAIL.SENDER_ADDRESS,
                        opened.from()
                                .map(from -> MailWords.first(from.address(), MailContacts.LONGEST_ADDRESS))
                                .orElse(null))
                .set(
                        INBOUND_MAIL.SENDER_NAME,
                        opened.from()
                                .map(from -> MailWords.first(from.name(), MailContacts.LONGEST_NAME))
                                .orElse(null))
                .set(INBOUND_MAIL.SUBJECT, MailWords.first(opened.subject(), MailContacts.LONGEST_SUBJECT))
                .set(INBOUND_MAIL.FOLDED, folded)
                .set(INBOUND_MAIL.REFUSED_FILES, refused)
                .where(INBOUND_MAIL.ID.eq(mail))
                .execute();
    }
}
