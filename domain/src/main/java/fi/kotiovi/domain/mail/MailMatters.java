package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;

import fi.kotiovi.db.tables.Contact;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.privacy.Secrets;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the office sees of a contact beside its messages, where mail is concerned. */
@Service
public class MailMatters {
    private static final Contact MAYBE = CONTACT.as("maybe");

    private final DSLContext db;
    private final Callers callers;

    MailMatters(DSLContext db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /** Which address a contact came from, and what it may belong to; empty when it did not come by mail. */
    @Transactional(readOnly = true)
    public Optional<Sender> sender(UUID contact) {
        callers.staff(AGENT, DESK, MANAGER);
        return db.select(CONTACT.SENDER_ADDRESS, CONTACT.SENDER_NAME, MAYBE.ID, MAYBE.NUMBER, MAYBE.SUBJECT)
                .from(CONTACT)
                .leftJoin(MAYBE)
                .on(MAYBE.ID.eq(CONTACT.MAYBE_OF_ID))
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.SENDER_ADDRESS.isNotNull())
                .fetchOptional(r -> new Sender(
                        r.value1(),
                        r.value2(),
                        r.value3() == null ? null : new Hint(r.value3(), r.value4(), Secrets.masked(r.value5()))));
    }

    /** What came with the messages of a contact and is not in them, by the id of the message. */
    @Transactional(readOnly = true)
    public Map<UUID, Beside> beside(UUID contact) {
        callers.staff(AGENT, DESK, MANAGER);
        return db.select(INBOUND_MAIL.CONTACT_MESSAGE_ID, INBOUND_MAIL.FOLDED, INBOUND_MAIL.REFUSED_FILES)
                .from(INBOUND_MAIL)
                .where(INBOUND_MAIL.CONTACT_ID.eq(contact))
                .and(INBOUND_MAIL.CONTACT_MESSAGE_ID.isNotNull())
                .fetchMap(r -> r.value1(), r -> new Beside(Secrets.masked(r.value2()), List.of(r.value3())));
    }

    /** The name is missing where the sender gave none. */
    public record Sender(
            String address, @Nullable String name, @Nullable Hint hint) implements Serializable {}

    /** The contact it seems to belong to; a person says whether it does. */
    public record Hint(UUID contact, String number, String subject) implements Serializable {}

    /** History that the mail program quoted, and names of files we do not keep; either may be empty. */
    public record Beside(String folded, List<String> refusedFiles) implements Serializable {}
}
