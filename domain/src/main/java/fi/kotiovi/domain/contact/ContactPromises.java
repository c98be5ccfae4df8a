package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static fi.kotiovi.vocabulary.ContactState.WAITING_INTERNAL;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.impl.DSL.inline;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Holidays;
import fi.kotiovi.domain.calendar.Promises;
import fi.kotiovi.domain.identity.Callers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.types.DayToSecond;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "I will find out and come back by Thursday": the resident is told, and the contact comes back by itself. */
@Service
public class ContactPromises {
    /** Days. */
    public static final int FURTHEST = 30;

    /** So long before it is broken a promise is shown to whoever leads. */
    static final Duration SOON = Duration.ofHours(4);

    private final Callers callers;
    private final Clock clock;
    private final Holidays holidays;
    private final Promises promises;
    private final Answers answers;
    private final ContactRows rows;

    ContactPromises(
            Callers callers, Clock clock, Holidays holidays, Promises promises, Answers answers, ContactRows rows) {
        this.callers = callers;
        this.clock = clock;
        this.holidays = holidays;
        this.promises = promises;
        this.answers = answers;
        this.rows = rows;
    }

    /** A day somebody may promise without thinking: the second working day from now. */
    public LocalDate usualDay() {
        return holidays.plusWorkingDays(Helsinki.today(clock), 2);
    }

    /**
     * Tells the resident that we find out and by which day. The contact leaves the hand, keeps its arrival, and is in the
     * line again on the morning of that day.
     *
     * @param seen the newest message the clerk has on the screen
     */
    @Transactional
    public Promising promise(UUID contact, UUID submission, String words, UUID seen, LocalDate day) {
        callers.staff(AGENT, DESK, MANAGER);
        var wrong = wrongWith(day);
        if (wrong.isPresent()) {
            return new Promising.DayWrong(wrong.get());
        }
        var ending = Ending.promise(promises.beginningOf(day), promises.endOf(day));
        return new Promising.Said(answers.answer(contact, WriteAnswer.of(submission, words), seen, ending));
    }

    /** What will be late soon or is late already, the most urgent first; for whoever leads. */
    @Transactional(readOnly = true)
    public List<Waiting> soonLate(int limit) {
        callers.staff(MANAGER);
        return rows.list(
                CONTACT.STATE
                        .in(inline(NEW), inline(TAKEN), inline(WAITING_INTERNAL))
                        .and(CONTACT.PROMISED_BY.lt(Helsinki.now(clock).plus(SOON))),
                0,
                limit,
                CONTACT.PROMISED_BY,
                CONTACT.ID);
    }

    /** The last moment at which something may be kept for one person. */
    static Field<OffsetDateTime> beforeItIsLate() {
        return CONTACT.PROMISED_BY.minus(DayToSecond.valueOf(SOON));
    }

    private Optional<Promising.Why> wrongWith(LocalDate day) {
        var today = Helsinki.today(clock);
        if (!day.isAfter(today)) {
            return Optional.of(Promising.Why.NOT_LATER);
        }
        if (day.isAfter(today.plusDays(FURTHEST))) {
            return Optional.of(Promising.Why.TOO_FAR);
        }
        return holidays.isWorkingDay(day) ? Optional.empty() : Optional.of(Promising.Why.DAY_OFF);
    }
}
