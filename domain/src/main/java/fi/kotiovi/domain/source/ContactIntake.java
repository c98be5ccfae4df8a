package fi.kotiovi.domain.source;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_ARRIVAL;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.CONTACT_SOURCE;
import static fi.kotiovi.db.Tables.CONTACT_TOPIC;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.AnswerTimes;
import fi.kotiovi.domain.contact.SameMatters;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.mail.SpokenLanguage;
import fi.kotiovi.domain.mail.Writers;
import fi.kotiovi.domain.source.SourceGate.Entered;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.MessageDirection;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what other systems bring into the one line; the same thing brought again is the same contact. */
@Service
public class ContactIntake {
    /** By one source. */
    public static final int MOST_IN_A_MINUTE = 600;

    private static final String ANY_TOPIC = "OTHER";
    private static final int LONGEST_FIRST_LINE = 80;
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final DSLContext db;
    private final Clock clock;
    private final SourceGate gate;
    private final Writers writers;
    private final AnswerTimes answerTimes;
    private final SameMatters same;

    ContactIntake(
            DSLContext db, Clock clock, SourceGate gate, Writers writers, AnswerTimes answerTimes, SameMatters same) {
        this.same = same;
        this.db = db;
        this.clock = clock;
        this.gate = gate;
        this.writers = writers;
        this.answerTimes = answerTimes;
    }

    /** Whether a key opens anything now, and not too often; nothing when something may be brought. */
    public Optional<Bringing> refusal(String key) {
        return gate.enter(key).map(this::tooMany).orElseGet(() -> Optional.of(new Bringing.Unknown()));
    }

    /**
     * Puts it in the line, once per source and external id.
     *
     * @param key of the source, let in by {@link #refusal} a moment ago
     */
    @Transactional
    public Bringing take(String key, Brought brought) {
        // what one source brings at one moment waits for each other, so that the second finds what the first one
        // brought
        var source = db.select(CONTACT_SOURCE.ID, CONTACT_SOURCE.CHANNEL, CONTACT_SOURCE.OFFICE_ID)
                .from(CONTACT_SOURCE)
                .where(CONTACT_SOURCE.KEY_SHA256.eq(SourceKeys.hash(key)))
                .and(CONTACT_SOURCE.ENDED_AT.isNull())
                .forNoKeyUpdate()
                .fetchOptional(r -> new Entered(r.value1(), r.value2(), r.value3(), 0));
        if (source.isEmpty()) {
            return new Bringing.Unknown();
        }
        var now = Helsinki.now(clock);
        var wrong = BroughtCheck.wrongWith(brought, now);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (!brought.topic().isEmpty() && !db.fetchExists(CONTACT_TOPIC, CONTACT_TOPIC.CODE.eq(brought.topic()))) {
            return new Bringing.Refused("topic", "is none of ours");
        }
        return before(source.get().id(), brought.externalId())
                .map(contact -> told(contact, false))
                .orElseGet(() -> told(opened(source.get(), brought, now), true));
    }

    private Optional<Bringing> tooMany(Entered source) {
        if (source.inMinute() <= MOST_IN_A_MINUTE) {
            return Optional.empty();
        }
        return Optional.of(new Bringing.TooMany(60 - Helsinki.now(clock).getSecond()));
    }

    private Optional<UUID> before(UUID source, String externalId) {
        return db.select(coalesce(CONTACT.MERGED_INTO, CONTACT.ID))
                .from(CONTACT_ARRIVAL)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_ARRIVAL.CONTACT_ID))
                .where(CONTACT_ARRIVAL.SOURCE_ID.eq(source))
                .and(CONTACT_ARRIVAL.EXTERNAL_ID.eq(externalId))
                .fetchOptional(r -> r.value1());
    }

    private UUID opened(Entered source, Brought brought, OffsetDateTime now) {
        var arrived = brought.arrivedAt() == null ? now : brought.arrivedAt();
        var phone = PhoneNumbers.parse(brought.phone());
        var known = brought.mail().isEmpty()
                ? phone.flatMap(writers::byPhone)
                : writers.byAddress(brought.mail().toLowerCase(Locale.ROOT));
        var topic = brought.topic().isEmpty() ? ANY_TOPIC : brought.topic();
        var language = Optional.ofNullable(brought.language())
                .or(() -> known.map(Writers.Known::language))
                .orElseGet(() -> SpokenLanguage.ofWords(brought.subject() + " " + brought.text()));
        var contact = db.insertInto(CONTACT)
                .set(CONTACT.NUMBER, ShortNumbers.nextContact(now))
                .set(
                        CONTACT.OFFICE_ID,
                        known.flatMap(one -> Optional.ofNullable(one.office())).orElse(source.office()))
                .set(CONTACT.RESIDENT_ID, known.map(Writers.Known::resident).orElse(null))
                .set(CONTACT.HOME_ID, known.map(Writers.Known::home).orElse(null))
                .set(CONTACT.CHANNEL, source.channel())
                .set(CONTACT.SOURCE_ID, source.id())
                .set(CONTACT.TOPIC_CODE, topic)
                .set(CONTACT.SUBJECT, subject(brought))
                .set(CONTACT.LANGUAGE, language)
                .set(CONTACT.STATE, ContactState.NEW)
                .set(CONTACT.ARRIVED_AT, arrived)
                .set(CONTACT.PROMISED_BY, answerTimes.promise(topic, arrived))
                .set(CONTACT.SENDER_ADDRESS, nullif(val(brought.mail()), inline("")))
                .set(CONTACT.SENDER_NAME, nullif(val(brought.name()), inline("")))
                .set(CONTACT.SENDER_ELSEWHERE, nullif(val(brought.elsewhere()), inline("")))
                .set(CONTACT.CALLER_PHONE, phone.orElse(null))
                .returningResult(CONTACT.ID)
                .fetchSingle(r -> r.value1());
        db.insertInto(
                        CONTACT_ARRIVAL,
                        CONTACT_ARRIVAL.SOURCE_ID,
                        CONTACT_ARRIVAL.EXTERNAL_ID,
                        CONTACT_ARRIVAL.CONTACT_ID)
                .values(source.id(), brought.externalId(), contact)
                .execute();
        db.insertInto(CONTACT_MESSAGE)
                .set(CONTACT_MESSAGE.CONTACT_ID, contact)
                .set(CONTACT_MESSAGE.SUBMISSION_ID, UUID.randomUUID())
                .set(CONTACT_MESSAGE.DIRECTION, MessageDirection.IN)
                .set(CONTACT_MESSAGE.BODY, brought.text())
                .set(CONTACT_MESSAGE.AT, arrived)
                .set(
                        CONTACT_MESSAGE.RESIDENT_ID,
                        known.map(Writers.Known::resident).orElse(null))
                .execute();
        // from now on it can be taken; before, nobody could pass it over
        db.insertInto(CONTACT_EVENT, CONTACT_EVENT.CONTACT_ID, CONTACT_EVENT.KIND, CONTACT_EVENT.AT)
                .values(contact, ContactEventKind.ARRIVED, now)
                .execute();
        return same.settle(contact);
    }

    private Bringing told(UUID contact, boolean isNew) {
        var before = CONTACT.as("before");
        var place = select(count())
                .from(before)
                .where(before.STATE.eq(inline(ContactState.NEW)))
                .and(row(before.ARRIVED_AT, before.ID).le(row(CONTACT.ARRIVED_AT, CONTACT.ID)));
        return db.select(CONTACT.NUMBER, when(CONTACT.STATE.eq(inline(ContactState.NEW)), field(place)))
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .fetchSingle(r -> {
                    var standing = r.value2();
                    return new Bringing.Taken(
                            contact, r.value1(), standing == null ? null : standing.longValue(), isNew);
                });
    }

    /** What stands in the list; a source that knows no subjects is helped by the first line. */
    private static String subject(Brought brought) {
        if (!brought.subject().isEmpty()) {
            return brought.subject();
        }
        var line = LINE_END.splitAsStream(brought.text())
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("…");
        return line.codePointCount(0, line.length()) <= LONGEST_FIRST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_FIRST_LINE)) + "…";
    }
}
