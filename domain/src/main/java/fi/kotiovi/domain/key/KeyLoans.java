package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.CREW;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static fi.kotiovi.vocabulary.WorkOrderState.CANCELLED;
import static fi.kotiovi.vocabulary.WorkOrderState.DONE;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Holidays;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.key.Clerks.Clerk;
import fi.kotiovi.domain.key.KeyLedger.Entry;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.KeyEventKind;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys for crews and contractors: always with a work order, always with a time by which they are back. */
@Service
public class KeyLoans {
    /** When a shift ends, Europe/Helsinki. */
    static final LocalTime END_OF_SHIFT = LocalTime.of(15, 30);

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int MOST = 50;

    private final DSLContext db;
    private final Clerks clerks;
    private final Clock clock;
    private final Holidays holidays;
    private final KeyRows rows;
    private final KeyLedger ledger;
    private final Outbox outbox;

    KeyLoans(
            DSLContext db,
            Clerks clerks,
            Clock clock,
            Holidays holidays,
            KeyRows rows,
            KeyLedger ledger,
            Outbox outbox) {
        this.db = db;
        this.clerks = clerks;
        this.clock = clock;
        this.holidays = holidays;
        this.rows = rows;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /** Work under way in the building of a key, the newest first. */
    @Transactional(readOnly = true)
    public List<Work> workFor(UUID key) {
        clerks.here();
        return db.select(
                        WORK_ORDER.ID,
                        WORK_ORDER.NUMBER,
                        CREW.ID,
                        CREW.NAME,
                        row(FAULT_PROBLEM.NAME_FI, FAULT_PROBLEM.NAME_SV, FAULT_PROBLEM.NAME_EN)
                                .mapping(Localized::new))
                .from(KEY)
                .join(FAULT)
                .on(FAULT.BUILDING_ID.eq(KEY.BUILDING_ID))
                .join(FAULT_PROBLEM)
                .on(FAULT_PROBLEM.CODE.eq(FAULT.PROBLEM_CODE))
                .join(WORK_ORDER)
                .on(WORK_ORDER.FAULT_ID.eq(FAULT.ID))
                .join(CREW)
                .on(CREW.ID.eq(WORK_ORDER.CREW_ID))
                .where(KEY.ID.eq(key))
                .and(KEY.HOME_ID.isNull().or(KEY.HOME_ID.eq(FAULT.HOME_ID)))
                .and(WORK_ORDER.STATE.notIn(inline(DONE), inline(CANCELLED)))
                .orderBy(WORK_ORDER.CREATED_AT.desc())
                .limit(MOST)
                .fetch(r -> new Work(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    /** The end of this shift, or of the next one when this is over. */
    public OffsetDateTime usualDue() {
        var now = clock.instant().atZone(Helsinki.ZONE);
        var today = now.toLocalDate();
        var day = holidays.isWorkingDay(today) && now.toLocalTime().isBefore(END_OF_SHIFT)
                ? today
                : holidays.nextWorkingDay(today);
        return day.atTime(END_OF_SHIFT).atZone(Helsinki.ZONE).toOffsetDateTime();
    }

    /** Lends a key to the crew of the work order. */
    @Transactional
    public Lending toCrew(UUID key, UUID workOrder, OffsetDateTime due) {
        return lend(key, workOrder, due, null);
    }

    /** Lends a key to somebody who does not work for us, and tells them by mail when there is an address. */
    @Transactional
    public Lending toContractor(UUID key, UUID workOrder, OffsetDateTime due, Contractor contractor) {
        if (contractor.name().length() < 2) {
            return new Lending.NobodyNamed();
        }
        return contractor.isAddressReadable() ? lend(key, workOrder, due, contractor) : new Lending.AddressWrong();
    }

    private Lending lend(UUID key, UUID workOrder, OffsetDateTime due, @Nullable Contractor contractor) {
        var clerk = clerks.here();
        var now = Helsinki.now(clock);
        var one = lock(key, clerk);
        if (one.state() != KeyState.IN_STORE) {
            return new Lending.NotHere(one);
        }
        if (!due.isAfter(now) || due.isAfter(now.plus(LONGEST))) {
            return new Lending.DueWrong();
        }
        var work = workFor(key).stream().filter(w -> w.id().equals(workOrder)).findFirst();
        if (work.isEmpty()) {
            return new Lending.NoSuchWork();
        }
        var crew = contractor == null ? work.get().crew() : null;
        var loan = db.insertInto(KEY_LOAN)
                .set(KEY_LOAN.KEY_ID, key)
                .set(KEY_LOAN.WORK_ORDER_ID, workOrder)
                .set(KEY_LOAN.CREW_ID, crew)
                .set(KEY_LOAN.CONTRACTOR, contractor == null ? null : contractor.name())
                .set(KEY_LOAN.CONTRACTOR_PHONE, contractor == null ? null : contractor.phone())
                .set(KEY_LOAN.CONTRACTOR_EMAIL, contractor == null ? null : contractor.email())
                .set(KEY_LOAN.CONTRACTOR_LANGUAGE, contractor == null ? null : contractor.language())
                .set(KEY_LOAN.BORROWER_ID, crew == null ? null : assignee(workOrder))
                .set(KEY_LOAN.LENT_BY, clerk.id())
                .set(KEY_LOAN.LENT_AT, now)
                .set(KEY_LOAN.DUE_AT, due)
                .set(KEY_LOAN.NEXT_AT, due)
                .returningResult(KEY_LOAN.ID)
                .fetchSingle(r -> r.value1());
        ledger.state(List.of(key), KeyState.LOANED);
        ledger.toCrew(key, crew, now);
        ledger.log(entry(key, KeyEventKind.LOANED, clerk, loan), now);
        outbox.toContractor(loan, NotificationKind.KEY_LENT, 1);
        return new Lending.Done(one(key));
    }

    /** Hangs a lent key back. */
    @Transactional
    public Lending takeBack(UUID key) {
        var clerk = clerks.here();
        var before = lock(key, clerk);
        if (before.state() != KeyState.LOANED) {
            return new Lending.NotHere(before);
        }
        var now = Helsinki.now(clock);
        var loan = db.update(KEY_LOAN)
                .set(KEY_LOAN.RETURNED_AT, now)
                .set(KEY_LOAN.RETURNED_TO, clerk.id())
                .setNull(KEY_LOAN.NEXT_AT)
                .where(KEY_LOAN.KEY_ID.eq(key))
                .and(KEY_LOAN.RETURNED_AT.isNull())
                .returningResult(KEY_LOAN.ID)
                .fetchOptional(KEY_LOAN.ID);
        ledger.state(List.of(key), KeyState.IN_STORE);
        ledger.toOffice(key, null, now);
        ledger.log(entry(key, KeyEventKind.BROUGHT_BACK, clerk, loan.orElse(null)), now);
        return new Lending.Done(one(key));
    }

    /** What is out, the most overdue first; {@code limit} of it from {@code offset}. */
    @Transactional(readOnly = true)
    public List<Loan> open(int offset, int limit) {
        var office = clerks.here().office();
        var found = db.select(
                        KEY_LOAN.ID,
                        KEY_LOAN.KEY_ID,
                        WORK_ORDER.NUMBER,
                        when(STAFF.ID.isNotNull(), concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME)),
                        KEY_LOAN.CONTRACTOR,
                        KEY_LOAN.CONTRACTOR_PHONE,
                        KEY_LOAN.CONTRACTOR_EMAIL,
                        KEY_LOAN.LENT_AT,
                        KEY_LOAN.DUE_AT,
                        KEY_LOAN.STEP)
                .from(KEY_LOAN)
                .join(KEY)
                .on(KEY.ID.eq(KEY_LOAN.KEY_ID))
                .join(WORK_ORDER)
                .on(WORK_ORDER.ID.eq(KEY_LOAN.WORK_ORDER_ID))
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(KEY_LOAN.BORROWER_ID))
                .where(KEY.OFFICE_ID.eq(office))
                .and(KEY_LOAN.RETURNED_AT.isNull())
                .orderBy(KEY_LOAN.DUE_AT, KEY_LOAN.ID)
                .offset(offset)
                .limit(limit)
                .fetch();
        var keys = rows.list(KEY.ID.in(found.getValues(KEY_LOAN.KEY_ID)), limit).stream()
                .collect(Collectors.toMap(Key::id, key -> key));
        return found.map(r -> new Loan(
                r.value1(),
                Objects.requireNonNull(keys.get(r.value2())),
                r.value3(),
                r.value4(),
                r.value5(),
                r.value6(),
                r.value7(),
                r.value8(),
                r.value9(),
                r.value10()));
    }

    private static Entry entry(UUID key, KeyEventKind kind, Clerk clerk, @Nullable UUID loan) {
        return new Entry(key, kind, clerk.id(), null, null, null, null, loan, "");
    }

    private @Nullable UUID assignee(UUID workOrder) {
        return db.select(WORK_ORDER.ASSIGNEE_ID)
                .from(WORK_ORDER)
                .where(WORK_ORDER.ID.eq(workOrder))
                .fetchOne(WORK_ORDER.ASSIGNEE_ID);
    }

    private Key lock(UUID key, Clerk clerk) {
        rows.lock(List.of(key));
        return rows.one(KEY.ID.eq(key).and(KEY.OFFICE_ID.eq(clerk.office())))
                .orElseThrow(() -> new NotAllowedException("Not a key of this office: " + key));
    }

    private Key one(UUID key) {
        return rows.one(KEY.ID.eq(key)).orElseThrow();
    }
}
