package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_RATING;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.privacy.Secrets;
import fi.kotiovi.vocabulary.ContactVerdict;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What residents said of our answers within {@link Fairness#LOOKED_AT}. For the weekly meeting. */
@Service
public class Verdicts {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    Verdicts(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** How many said what; a verdict that nobody gave is missing. */
    @Transactional(readOnly = true)
    public Map<ContactVerdict, Integer> tally() {
        callers.staff(MANAGER);
        return db.select(CONTACT_RATING.VERDICT, count())
                .from(CONTACT_RATING)
                .where(lately())
                .groupBy(CONTACT_RATING.VERDICT)
                .fetchMap(CONTACT_RATING.VERDICT, count());
    }

    /** What was said in words, the latest first. */
    @Transactional(readOnly = true)
    public List<Said> words(int limit) {
        callers.staff(MANAGER);
        return db.select(
                        CONTACT_RATING.AT,
                        CONTACT.NUMBER,
                        CONTACT.SUBJECT.convertFrom(Secrets::masked),
                        CONTACT_RATING.VERDICT,
                        CONTACT_RATING.WORD.convertFrom(Secrets::masked))
                .from(CONTACT_RATING)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_RATING.CONTACT_ID))
                .where(lately())
                .and(CONTACT_RATING.WORD.ne(inline("")))
                .orderBy(CONTACT_RATING.AT.desc(), CONTACT_RATING.CONTACT_ID)
                .limit(limit)
                .fetch(mapping(Said::new));
    }

    private Condition lately() {
        return CONTACT_RATING.AT.gt(Helsinki.now(clock).minus(Fairness.LOOKED_AT));
    }

    /** Somebody's word on an answer. */
    public record Said(OffsetDateTime at, String number, String subject, ContactVerdict verdict, String word) {}
}
