package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.KEY_PROPOSAL;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.Rounds;
import fi.kotiovi.domain.Rounds.Round;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Holidays;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.KeyProposalState;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What falls due in the key room. Each reminder goes out once. What fell due long ago, while nothing ran, does not go
 * out one by one any more: it is in one summary a day for the office.
 */
@Service
public class KeyUpkeep {
    /** How late a reminder may be and still be sent by itself. */
    static final Duration STILL_NEWS = Duration.ofHours(1);

    private static final Duration FOREMAN_AFTER = Duration.ofHours(2);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int BATCH = 100;
    private static final int LAST_STEP = 3;
    private static final int LOOKS_BACK_DAYS = 60;

    private final DSLContext db;
    private final Clock clock;
    private final Holidays holidays;
    private final Outbox outbox;
    private final ReturnDeadlines deadlines;
    private final ProposalBook proposals;
    private final KeyPeople people;
    private final Rounds rounds;

    KeyUpkeep(
            DSLContext db,
            Clock clock,
            Holidays holidays,
            Outbox outbox,
            ReturnDeadlines deadlines,
            ProposalBook proposals,
            KeyPeople people,
            Rounds rounds) {
        this.db = db;
        this.clock = clock;
        this.holidays = holidays;
        this.outbox = outbox;
        this.deadlines = deadlines;
        this.proposals = proposals;
        this.people = people;
        this.rounds = rounds;
    }

    /** Reminds of loans: whoever has the key, after two hours the foreman, next morning the office. For the ticker. */
    @Transactional
    public int remindOfLoans() {
        if (!rounds.begin(Round.LOANS)) {
            return 0;
        }
        var now = Helsinki.now(clock);
        var due = db.select(
                        KEY_LOAN.ID,
                        KEY_LOAN.DUE_AT,
                        KEY_LOAN.STEP,
                        KEY.OFFICE_ID,
                        KEY_LOAN.CREW_ID,
                        KEY_LOAN.BORROWER_ID,
                        KEY_LOAN.LENT_BY)
                .from(KEY_LOAN)
                .join(KEY)
                .on(KEY.ID.eq(KEY_LOAN.KEY_ID))
                .where(KEY_LOAN.NEXT_AT.le(now))
                .orderBy(KEY_LOAN.NEXT_AT)
                .limit(BATCH)
                .forUpdate()
                .of(KEY_LOAN)
                .skipLocked()
                .fetch(r ->
                        new Due(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()));
        due.forEach(loan -> climb(loan, now));
        return due.size();
    }

    private void climb(Due loan, OffsetDateTime now) {
        int step = loan.step;
        var old = false;
        while (step < LAST_STEP && !at(loan, step + 1).isAfter(now)) {
            step++;
            if (at(loan, step).plus(STILL_NEWS).isBefore(now)) {
                old = true;
            } else {
                tell(loan, step);
            }
        }
        if (old) {
            people.summarise(loan.office, now);
        }
        db.update(KEY_LOAN)
                .set(KEY_LOAN.STEP, step)
                .set(KEY_LOAN.NEXT_AT, step == LAST_STEP ? null : at(loan, step + 1))
                .where(KEY_LOAN.ID.eq(loan.id))
                .execute();
    }

    private OffsetDateTime at(Due loan, int step) {
        return switch (step) {
            case 1 -> loan.due;
            case 2 -> loan.due.plus(FOREMAN_AFTER);
            default ->
                holidays.nextWorkingDay(Helsinki.dateOf(loan.due))
                        .atTime(MORNING)
                        .atZone(Helsinki.ZONE)
                        .toOffsetDateTime();
        };
    }

    private void tell(Due loan, int step) {
        switch (step) {
            case 1 -> {
                if (!outbox.toContractor(loan.id, NotificationKind.KEY_LENT_DUE, step)) {
                    people.borrowers(loan.crew, loan.borrower, loan.lentBy)
                            .forEach(one -> outbox.toStaff(one, NotificationKind.KEY_LOAN_DUE, loan.id, step));
                }
            }
            case 2 -> {
                outbox.toContractor(loan.id, NotificationKind.KEY_LENT_LATE, step);
                people.foremen(loan.office)
                        .forEach(one -> outbox.toStaff(one, NotificationKind.KEY_LOAN_LATE, loan.id, step));
            }
            default ->
                people.desk(loan.office)
                        .forEach(one -> outbox.toStaff(one, NotificationKind.KEY_LOAN_MISSING, loan.id, step));
        }
    }

    /** Says of keys that should have come back that they have not, and proposes what to do. For the ticker. */
    @Transactional
    public int openLateReturns() {
        if (!rounds.begin(Round.RETURNS)) {
            return 0;
        }
        var now = Helsinki.now(clock);
        db.update(KEY_PROPOSAL)
                .set(KEY_PROPOSAL.STATE, KeyProposalState.OPEN)
                .where(KEY_PROPOSAL.STATE.eq(KeyProposalState.WAITING))
                .and(KEY_PROPOSAL.DUE_AT.le(now))
                .execute();
        var today = Helsinki.today(clock);
        var late = db.select(
                        KEY.ID,
                        KEY.OFFICE_ID,
                        KEY_CUSTODY.RESIDENT_ID,
                        TENANCY.ID,
                        LeaseDates.AFTER,
                        OFFICE.KEY_RETURN_TIME)
                .from(TENANCY)
                .join(HOME)
                .on(HOME.ID.eq(TENANCY.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .join(OFFICE)
                .on(OFFICE.ID.eq(BUILDING.OFFICE_ID))
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .join(KEY_CUSTODY)
                .on(KEY_CUSTODY
                        .RESIDENT_ID
                        .eq(TENANCY_RESIDENT.RESIDENT_ID)
                        .and(Ranges.upper(KEY_CUSTODY.DURING).isNull()))
                .join(KEY)
                .on(KEY.ID.eq(KEY_CUSTODY.KEY_ID).and(KEY.HOME_ID.eq(HOME.ID)).and(KEY.STATE.eq(KeyState.HANDED_OUT)))
                .where(LeaseDates.AFTER.le(today))
                .and(LeaseDates.AFTER.gt(today.minusDays(LOOKS_BACK_DAYS)))
                .andNotExists(selectOne()
                        .from(KEY_PROPOSAL)
                        .where(KEY_PROPOSAL.KEY_ID.eq(KEY.ID))
                        .and(KEY_PROPOSAL
                                .TENANCY_ID
                                .eq(TENANCY.ID)
                                .or(KEY_PROPOSAL.STATE.in(KeyProposalState.WAITING, KeyProposalState.OPEN))))
                .orderBy(KEY.ID)
                .forUpdate()
                .of(KEY)
                .skipLocked()
                .fetch(r -> new Late(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        deadlines.after(r.value5().minusDays(1), r.value6())));
        var due = late.stream().filter(key -> !key.deadline.isAfter(now)).toList();
        due.forEach(key -> report(key, now));
        return due.size();
    }

    private void report(Late key, OffsetDateTime now) {
        proposals.forOverdue(key.id, key.resident, key.tenancy, key.deadline, now);
        if (!key.deadline.plus(STILL_NEWS).isBefore(now)) {
            outbox.toResident(key.resident, NotificationKind.KEY_RETURN_LATE, key.tenancy, 1);
        }
        people.summarise(key.office, now);
    }

    private record Due(
            UUID id,
            OffsetDateTime due,
            int step,
            UUID office,
            @Nullable UUID crew,
            @Nullable UUID borrower,
            UUID lentBy) {}

    private record Late(UUID id, UUID office, UUID resident, UUID tenancy, OffsetDateTime deadline) {}
}
