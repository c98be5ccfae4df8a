package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.max;

import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.AnswerTimes;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.MessageDirection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what came by mail into the line: a contact of its own, or more to one that is there. */
@Component
class MailContacts {
    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_ADDRESS = 320;
    private static final String TOPIC = "OTHER";

    private final DSLContext db;
    private final Writers writers;
    private final AnswerTimes answerTimes;
    private final Clock clock;

    MailContacts(DSLContext db, Writers writers, AnswerTimes answerTimes, Clock clock) {
        this.db = db;
        this.writers = writers;
        this.answerTimes = answerTimes;
        this.clock = clock;
    }

    /** A contact of its own, at the end of the line. */
    UUID opened(
            IncomingMail opened, MailWords words, OffsetDateTime at, @Nullable UUID maybe, String officeForStrangers) {
        var sender = opened.from().orElseThrow();
        var known = writers.byAddress(sender.address());
        var contact = db.insertInto(CONTACT)
                .set(CONTACT.NUMBER, ShortNumbers.nextContact(at))
                .set(
                        CONTACT.OFFICE_ID,
                        known.flatMap(writer -> Optional.ofNullable(writer.office()))
                                .orElseGet(() -> writers.officeForStrangers(officeForStrangers)))
                .set(CONTACT.RESIDENT_ID, known.map(Writers.Known::resident).orElse(null))
                .set(CONTACT.HOME_ID, known.map(Writers.Known::home).orElse(null))
                .set(CONTACT.CHANNEL, ContactChannel.EMAIL)
                .set(CONTACT.TOPIC_CODE, TOPIC)
                .set(CONTACT.SUBJECT, subject(opened, words))
                .set(
                        CONTACT.LANGUAGE,
                        known.map(Writers.Known::language).orElseGet(() -> SpokenLanguage.of(opened, words.words())))
                .set(CONTACT.STATE, ContactState.NEW)
                .set(CONTACT.ARRIVED_AT, at)
                .set(CONTACT.PROMISED_BY, answerTimes.promise(TOPIC, at))
                .set(CONTACT.SENDER_ADDRESS, MailWords.first(sender.address(), LONGEST_ADDRESS))
                .set(CONTACT.SENDER_NAME, sender.name().isEmpty() ? null : MailWords.first(sender.name(), LONGEST_NAME))
                .set(CONTACT.MAYBE_OF_ID, maybe)
                .returningResult(CONTACT.ID)
                .fetchSingle(mapping(id -> id));
        // from now on it can be taken; before, nobody could pass it over
        event(contact, ContactEventKind.ARRIVED, Helsinki.now(clock));
        return contact;
    }

    /** The letter's own id is its submission: filed twice, it would be refused by the database. */
    UUID message(UUID contact, UUID mail, MailWords words, IncomingMail.Sender sender, OffsetDateTime at) {
        return db.insertInto(CONTACT_MESSAGE)
                .set(CONTACT_MESSAGE.CONTACT_ID, contact)
                .set(CONTACT_MESSAGE.SUBMISSION_ID, mail)
                .set(CONTACT_MESSAGE.DIRECTION, MessageDirection.IN)
                .set(CONTACT_MESSAGE.BODY, words.words())
                .set(CONTACT_MESSAGE.AT, afterWhatWasSaid(contact, at))
                .set(
                        CONTACT_MESSAGE.RESIDENT_ID,
                        writers.byAddress(sender.address())
                                .map(Writers.Known::resident)
                                .orElse(null))
                .returningResult(CONTACT_MESSAGE.ID)
                .fetchSingle(mapping(id -> id));
    }

    /**
     * A mail server tells the second in which it got a letter. One that answers what was said in that same second stands
     * below it.
     */
    private OffsetDateTime afterWhatWasSaid(UUID contact, OffsetDateTime at) {
        var last = db.select(max(CONTACT_MESSAGE.AT))
                .from(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.CONTACT_ID.eq(contact))
                .and(CONTACT_MESSAGE.AT.ge(at))
                .and(CONTACT_MESSAGE.AT.lt(at.plusSeconds(1)))
                .fetchOne(max(CONTACT_MESSAGE.AT));
        return last == null ? at : last.plusNanos(1_000);
    }

    private void event(UUID contact, ContactEventKind kind, OffsetDateTime at) {
        db.insertInto(CONTACT_EVENT, CONTACT_EVENT.CONTACT_ID, CONTACT_EVENT.KIND, CONTACT_EVENT.AT)
                .values(contact, kind, at)
                .execute();
    }

    private static String subject(IncomingMail opened, MailWords words) {
        var given =
                opened.subject().isBlank() ? words.words().lines().findFirst().orElse("…") : opened.subject();
        return MailWords.first(given.replaceAll("\\s+", " ").strip(), LONGEST_SUBJECT);
    }
}
