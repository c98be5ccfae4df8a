package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.vocabulary.ContactState.ANSWERED;
import static fi.kotiovi.vocabulary.ContactState.CLOSED;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.WAITING_RESIDENT;

import fi.kotiovi.domain.calendar.Promises;
import fi.kotiovi.vocabulary.ContactEventKind;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What another word of the resident does to the place in the line, by whichever door it comes (domain.md section 5). */
@Component
public class Replies {
    private final DSLContext db;
    private final AnswerTimes times;
    private final Promises promises;
    private final Threads threads;

    Replies(DSLContext db, AnswerTimes times, Promises promises, Threads threads) {
        this.db = db;
        this.times = times;
        this.promises = promises;
        this.threads = threads;
    }

    /** The resident wrote again: {@link #comesBack}, and it is written down. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(UUID contact, OffsetDateTime at) {
        comesBack(contact, at);
        threads.event(contact, ContactEventKind.RESIDENT_REPLIED, at);
    }

    /**
     * One that waits keeps its place. One whose resident was asked for more comes back to its old place, with the office
     * time that was left of the promise. One that was answered or closed comes back at the time of this word.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void comesBack(UUID contact, OffsetDateTime at) {
        var before = db.select(CONTACT.STATE, CONTACT.TOPIC_CODE, CONTACT.ARRIVED_AT, CONTACT.MINUTES_LEFT)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .forUpdate()
                .fetchSingle();
        var state = before.value1();
        if (state == WAITING_RESIDENT) {
            var left = Duration.ofMinutes(Objects.requireNonNull(before.value4()));
            back(contact, before.value3(), promises.afterOfficeTime(at, left));
        } else if (state == ANSWERED || state == CLOSED) {
            back(contact, at, times.promise(before.value2(), at));
        }
    }

    private void back(UUID contact, OffsetDateTime arrivedAt, OffsetDateTime promisedBy) {
        db.update(CONTACT)
                .set(CONTACT.STATE, NEW)
                .set(CONTACT.ARRIVED_AT, arrivedAt)
                .set(CONTACT.PROMISED_BY, promisedBy)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .setNull(CONTACT.MINUTES_LEFT)
                .setNull(CONTACT.CLOSED_AT)
                .where(CONTACT.ID.eq(contact))
                .execute();
    }
}
