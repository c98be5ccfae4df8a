package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.ShortNumbers;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.PhoneNoting.Written;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.MessageDirection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls, written down while somebody speaks: into the one line as all else, or closed with the call (domain.md section 5). */
@Service
public class PhoneNotes {
    private final DSLContext db;
    private final Topics topics;
    private final Callers callers;
    private final Clock clock;
    private final AnswerTimes answerTimes;
    private final Threads threads;
    private final Drafts drafts;
    private final SameMatters same;

    PhoneNotes(
            DSLContext db,
            Callers callers,
            Clock clock,
            AnswerTimes answerTimes,
            Threads threads,
            Drafts drafts,
            Topics topics,
            SameMatters same) {
        this.topics = topics;
        this.same = same;
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.answerTimes = answerTimes;
        this.threads = threads;
        this.drafts = drafts;
    }

    /** What a call can be about, in the order to show. */
    @Transactional(readOnly = true)
    public List<Topic> topics() {
        me();
        return topics.inOrder();
    }

    /** Keeps what is being typed; a clerk has one call at a time. */
    @Transactional
    public void keep(String body) {
        drafts.saveAnswer(me().id(), body, List.of());
    }

    /** What was typed and not written down yet. */
    @Transactional(readOnly = true)
    public Optional<String> kept() {
        return drafts.loadAnswer(me().id()).map(Drafts.Answer::body);
    }

    /** Writes it down, once per submission; it arrives now. */
    @Transactional
    public PhoneNoting write(PhoneNote note) {
        var me = me();
        var gaps = note.gaps();
        if (!gaps.isEmpty()) {
            return new PhoneNoting.Incomplete(gaps);
        }
        // two windows of one clerk wait for each other, so that the second finds what the first one wrote
        db.select(STAFF.ID)
                .from(STAFF)
                .where(STAFF.ID.eq(me.id()))
                .forNoKeyUpdate()
                .execute();
        var before = ofSubmission(note.submission());
        if (before.isPresent()) {
            return before.get();
        }
        var now = Helsinki.now(clock);
        var state = note.solved() ? ContactState.CLOSED : ContactState.NEW;
        var contact = db.insertInto(CONTACT)
                .set(CONTACT.NUMBER, ShortNumbers.nextContact(now))
                .set(CONTACT.OFFICE_ID, office(me, note.home()))
                .set(CONTACT.RESIDENT_ID, note.resident())
                .set(CONTACT.HOME_ID, note.home())
                .set(CONTACT.CHANNEL, ContactChannel.PHONE)
                .set(CONTACT.TOPIC_CODE, note.topic())
                .set(CONTACT.SUBJECT, note.subject())
                .set(CONTACT.LANGUAGE, language(note.resident()))
                .set(CONTACT.STATE, state)
                .set(CONTACT.ARRIVED_AT, now)
                .set(CONTACT.PROMISED_BY, answerTimes.promise(note.topic(), now))
                .set(CONTACT.CLOSED_AT, note.solved() ? now : null)
                .set(CONTACT.CALLER_PHONE, PhoneNumbers.parse(note.phone()).orElse(null))
                .returningResult(CONTACT.ID, CONTACT.NUMBER)
                .fetchSingle();
        db.insertInto(CONTACT_MESSAGE)
                .set(CONTACT_MESSAGE.CONTACT_ID, contact.value1())
                .set(CONTACT_MESSAGE.SUBMISSION_ID, note.submission())
                .set(CONTACT_MESSAGE.DIRECTION, MessageDirection.IN)
                .set(CONTACT_MESSAGE.BODY, note.body())
                .set(CONTACT_MESSAGE.AT, now)
                .set(CONTACT_MESSAGE.RESIDENT_ID, note.resident())
                .execute();
        threads.event(contact.value1(), ContactEventKind.ARRIVED, now, me.id(), "");
        if (note.solved()) {
            threads.event(contact.value1(), ContactEventKind.CLOSED, now, me.id(), "");
        }
        drafts.discardAnswer(me.id());
        same.settle(contact.value1());
        return new Written(contact.value2(), note.solved());
    }

    private Optional<PhoneNoting> ofSubmission(UUID submission) {
        return db.select(CONTACT.NUMBER, CONTACT.STATE)
                .from(CONTACT)
                .join(CONTACT_MESSAGE)
                .on(CONTACT_MESSAGE.CONTACT_ID.eq(CONTACT.ID))
                .where(CONTACT_MESSAGE.SUBMISSION_ID.eq(submission))
                .fetchOptional(r -> new Written(r.value1(), r.value2() == ContactState.CLOSED));
    }

    /** The office of the home it is about, else the clerk's own, else the first there is. */
    private UUID office(Caller.Staff me, @Nullable UUID home) {
        return Optional.ofNullable(home)
                .flatMap(of -> db.select(BUILDING.OFFICE_ID)
                        .from(HOME)
                        .join(BUILDING)
                        .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                        .where(HOME.ID.eq(of))
                        .fetchOptional(BUILDING.OFFICE_ID))
                .or(() -> Optional.ofNullable(me.officeId()))
                .orElseGet(() -> db.select(OFFICE.ID)
                        .from(OFFICE)
                        .orderBy(OFFICE.ID)
                        .limit(1)
                        .fetchSingle(mapping(id -> id)));
    }

    private Language language(@Nullable UUID resident) {
        return Optional.ofNullable(resident)
                .flatMap(who -> db.select(RESIDENT.LANGUAGE)
                        .from(RESIDENT)
                        .where(RESIDENT.ID.eq(who))
                        .fetchOptional(RESIDENT.LANGUAGE))
                .orElse(Language.FI);
    }

    private Caller.Staff me() {
        return callers.staff(AGENT, DESK, MANAGER);
    }
}
