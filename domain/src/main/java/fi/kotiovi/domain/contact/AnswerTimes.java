package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT_TOPIC;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Promises;
import fi.kotiovi.domain.identity.Callers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How soon what is answered, by topic. A promise once given is not changed by it. */
@Service
public class AnswerTimes {
    private final DSLContext db;
    private final Callers callers;
    private final Promises promises;

    AnswerTimes(DSLContext db, Callers callers, Promises promises) {
        this.db = db;
        this.callers = callers;
        this.promises = promises;
    }

    @Transactional(readOnly = true)
    public List<AnswerTime> list() {
        callers.staff(MANAGER);
        return db.select(
                        row(
                                        CONTACT_TOPIC.CODE,
                                        row(CONTACT_TOPIC.NAME_FI, CONTACT_TOPIC.NAME_SV, CONTACT_TOPIC.NAME_EN)
                                                .mapping(Localized::new))
                                .mapping(Topic::new),
                        CONTACT_TOPIC.ANSWER_HOURS)
                .from(CONTACT_TOPIC)
                .orderBy(CONTACT_TOPIC.POSITION)
                .fetch(mapping(AnswerTime::new));
    }

    /** For what arrives from now on. False for a time that nobody should promise. */
    @Transactional
    public boolean set(String topic, @Nullable Integer hours) {
        callers.staff(MANAGER);
        if (hours != null && (hours < 1 || hours > AnswerTime.LONGEST)) {
            return false;
        }
        return db.update(CONTACT_TOPIC)
                        .set(CONTACT_TOPIC.ANSWER_HOURS, hours)
                        .where(CONTACT_TOPIC.CODE.eq(topic))
                        .execute()
                == 1;
    }

    /** By when something of this topic that arrives now is answered. */
    public OffsetDateTime promise(String topic, OffsetDateTime arrivedAt) {
        return db.select(CONTACT_TOPIC.ANSWER_HOURS)
                .from(CONTACT_TOPIC)
                .where(CONTACT_TOPIC.CODE.eq(topic))
                .fetchOptional(CONTACT_TOPIC.ANSWER_HOURS)
                .map(hours -> promises.afterOfficeTime(arrivedAt, Duration.ofHours(hours)))
                .orElseGet(() -> promises.forAnswer(arrivedAt));
    }
}
