package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.RESIDENT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.lower;

import fi.kotiovi.vocabulary.NotificationKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Which contact a letter belongs to, the strongest sign first. Our token in the address it was sent to is enough; after
 * any other sign the sender must have a part in that contact, because numbers and Message-IDs get around
 * (field-notes.md M03, M07). {@code Thread-Index} is never a sign (M11).
 */
@Component
class Threading {
    private static final Pattern NUMBER = Pattern.compile("(?i)\\bC-\\d{2}-\\d{6,}\\b");
    private static final Pattern UUID_IN_ID =
            Pattern.compile("(?i)^<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@");
    private static final int MOST_REFERENCES = 50;

    private final DSLContext db;

    Threading(DSLContext db) {
        this.db = db;
    }

    Match find(IncomingMail mail, MailIdentity us) {
        var addressed = mail.recipients().stream()
                .filter(us::isOurs)
                .flatMap(address -> us.tokenIn(address).stream())
                .toList();
        var genuine = addressed.stream()
                .filter(MailIdentity.Token::genuine)
                .flatMap(token -> byNumber(token.number()).stream())
                .findFirst();
        if (genuine.isPresent()) {
            return new Match.Belongs(survivor(genuine.get()));
        }
        var signs = Stream.concat(
                        addressed.stream().flatMap(token -> byNumber(token.number()).stream()),
                        MailWords.isForward(mail) ? Stream.empty() : weakerSigns(mail, us))
                .toList();
        var forged = addressed.stream().anyMatch(token -> !token.genuine());
        return signs.stream()
                .filter(contact -> !forged && hasAPartIn(contact, mail))
                .findFirst()
                .<Match>map(contact -> new Match.Belongs(survivor(contact)))
                .or(() -> signs.stream().findFirst().map(contact -> new Match.Maybe(survivor(contact))))
                .orElseGet(Match.Nothing::new);
    }

    /** The contact itself, or the one it has become a part of (field-notes.md H09). */
    UUID survivor(UUID contact) {
        return db.select(CONTACT.MERGED_INTO)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.MERGED_INTO.isNotNull())
                .fetchOptional(CONTACT.MERGED_INTO)
                .map(this::survivor)
                .orElse(contact);
    }

    private Stream<UUID> weakerSigns(IncomingMail mail, MailIdentity us) {
        var references = mail.references().stream().limit(MOST_REFERENCES).toList();
        return Stream.of(
                        references.stream().flatMap(id -> byOurId(id, us).stream()),
                        references.stream().flatMap(id -> byForeignId(id).stream()),
                        NUMBER.matcher(mail.subject())
                                .results()
                                .flatMap(found -> byNumber(found.group().toUpperCase(Locale.ROOT)).stream()))
                .flatMap(found -> found);
    }

    private Optional<UUID> byNumber(String number) {
        return db.select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.NUMBER.eq(number))
                .fetchOptional(CONTACT.ID);
    }

    /** Ours are signed, or made of an id that nobody can guess; anything else that looks like ours is forged. */
    private Optional<UUID> byOurId(String id, MailIdentity us) {
        var token = us.tokenIn(id);
        if (token.isPresent()) {
            return token.filter(MailIdentity.Token::genuine).flatMap(known -> byNumber(known.number()));
        }
        var letter = UUID_IN_ID.matcher(id);
        return letter.find() ? byNotification(UUID.fromString(letter.group(1)), id) : Optional.empty();
    }

    private Optional<UUID> byNotification(UUID notification, String messageId) {
        return db.select(NOTIFICATION.CAUSE_ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.ID.eq(notification))
                .and(NOTIFICATION.MESSAGE_ID.eq(messageId))
                .and(NOTIFICATION.KIND.in(NotificationKind.CONTACT_ANSWERED, NotificationKind.CONTACT_RECEIVED))
                .fetchOptional(NOTIFICATION.CAUSE_ID);
    }

    private Optional<UUID> byForeignId(String id) {
        return db.select(INBOUND_MAIL.CONTACT_ID)
                .from(INBOUND_MAIL)
                .where(INBOUND_MAIL.MESSAGE_ID.eq(id))
                .and(INBOUND_MAIL.CONTACT_ID.isNotNull())
                .orderBy(INBOUND_MAIL.ID.desc())
                .limit(1)
                .fetchOptional(INBOUND_MAIL.CONTACT_ID);
    }

    private boolean hasAPartIn(UUID contact, IncomingMail mail) {
        var sender = mail.from().map(IncomingMail.Sender::address).orElse("");
        return partners(contact).contains(sender);
    }

    /** Who has written by mail here, and the resident whose contact it is; in small letters. */
    private List<String> partners(UUID contact) {
        return db.select(CONTACT.SENDER_ADDRESS)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.SENDER_ADDRESS.isNotNull())
                .union(db.select(lower(RESIDENT.EMAIL))
                        .from(CONTACT)
                        .join(RESIDENT)
                        .on(RESIDENT.ID.eq(CONTACT.RESIDENT_ID))
                        .where(CONTACT.ID.eq(contact))
                        .and(RESIDENT.EMAIL.isNotNull()))
                .union(db.select(INBOUND_MAIL.SENDER_ADDRESS)
                        .from(INBOUND_MAIL)
                        .where(INBOUND_MAIL.CONTACT_ID.eq(contact))
                        .and(INBOUND_MAIL.SENDER_ADDRESS.isNotNull()))
                .fetch(mapping(address -> address));
    }

    /** How sure it is. */
    sealed interface Match {
        record Belongs(UUID contact) implements Match {}

        /** A person at the office decides. */
        record Maybe(UUID contact) implements Match {}

        record Nothing() implements Match {}
    }
}
