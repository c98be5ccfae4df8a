package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.calendar.OfficeCalendar;
import fi.kotiovi.domain.calendar.TimeSpan;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.line.Call;
import fi.kotiovi.domain.line.Calls;
import fi.kotiovi.domain.line.CounterShifts;
import fi.kotiovi.domain.line.HandStep;
import fi.kotiovi.domain.line.Hands;
import fi.kotiovi.domain.line.LineDesk;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What goes on in an office while residents book: clerks call visitors, and the lead changes the hours. */
final class BusyHall {
    static final int CLERKS = 20;

    /** Far quicker than any people are, and not so quick that they are all there is to measure. */
    private static final Duration BETWEEN_VISITORS = Duration.ofMillis(250);

    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(500);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final Localized REASON = new Localized("Kuunvaihde", "Månadsskifte", "Change of month");

    private final Ground ground;
    private final UUID office;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    /** The office of the building where everybody lives, with a counter for each clerk; no more of them take bookings. */
    BusyHall(Ground ground) {
        this.ground = ground;
        office = UUID.fromString(ground.owner()
                .one("select b.office_id from building b join home h on h.building_id = b.id"
                        + " where h.staircase = 'Z' limit 1"));
        ground.owner().run("update counter_shift set closed_at = now() where closed_at is null");
        ground.owner().run("""
                insert into counter_capacity (office_id, occasion, iso_weekday, opens, closes, counters, valid)
                select ?, 'WEEKDAY', d, '00:00', '23:59', (select count(*) from counter where office_id = ?), '[2020-01-01,)'
                from generate_series(1, 7) d on conflict do nothing""", office, office);
        ground.owner()
                .run(
                        "insert into counter (office_id, number) select ?, n from generate_series(1, ?) n on conflict do nothing",
                        office,
                        CLERKS);
        ground.owner().run("""
                insert into staff (given_name, family_name, email, phone, language, office_id)
                select 'Bench', 'Clerk' || n, 'clerk' || n || '@example.org', '+358401234567', 'FI', ?
                from generate_series(1, ?) n""", office, CLERKS + 1);
    }

    /** So that nobody who is too late finds a time behind those that everybody wants. */
    void offersNothingFrom(OffsetDateTime end) {
        ground.owner()
                .run(
                        "insert into closure (office_id, during, reason_fi, reason_sv, reason_en) values (?, tstzrange(?, null), ?, ?, ?)",
                        office,
                        end,
                        REASON.fi(),
                        REASON.sv(),
                        REASON.en());
    }

    /** Begins; the hours that change are those of one day. */
    void opens(LocalDate day) {
        var staff = ground.owner().column("select id from staff where given_name = 'Bench' order by id");
        var lead = person(staff.getLast(), StaffRole.MANAGER);
        begin(() -> change(lead, day), BETWEEN_CHANGES);
        for (int counter = 1; counter <= CLERKS; counter++) {
            var clerk = person(staff.get(counter - 1), StaffRole.DESK);
            var seat = UUID.randomUUID();
            var number = counter;
            ground.as(clerk, () -> ground.office(CounterShifts.class).open(number, false, seat));
            begin(() -> callNext(clerk, seat), BETWEEN_VISITORS);
        }
    }

    /** Ends, when everybody has done what they had begun. */
    void closes() {
        over.set(true);
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int changes() {
        return changes.get();
    }

    int calls() {
        return calls.get();
    }

    private void begin(Runnable work, Duration pause) {
        threads.add(Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                work.run();
                LockSupport.parkNanos(pause.toNanos());
            }
        }));
    }

    /** An hour less, and the next time the hour again. */
    private void change(Caller.Staff lead, LocalDate day) {
        var closes = OPENS.plusHours(changes.getAndIncrement() % 2 == 0 ? 5 : 6);
        var hours = Optional.of(new TimeSpan(OPENS, closes));
        var outcome = ground.as(
                lead,
                () -> ground.office(OfficeCalendar.class)
                        .setDay(office, OfficeService.APPOINTMENT, day, hours, REASON));
        if (!(outcome instanceof Changing.Changed)) {
            throw new IllegalStateException("The hours could not be changed: " + outcome);
        }
    }

    private void callNext(Caller.Staff clerk, UUID seat) {
        ground.as(clerk, () -> ground.office(LineDesk.class).take(SlotRace.TYPE, Language.FI));
        if (ground.as(clerk, () -> ground.office(Calls.class).next(seat)) instanceof Call.Done called) {
            var ticket = called.ticket().id();
            ground.as(clerk, () -> ground.office(Hands.class).step(ticket, HandStep.SERVE, seat));
            ground.as(clerk, () -> ground.office(Hands.class).step(ticket, HandStep.FINISH, seat));
            calls.incrementAndGet();
        }
    }

    private Caller.Staff person(String id, StaffRole role) {
        return new Caller.Staff(UUID.fromString(id), "Bench", "Clerk", Language.FI, EnumSet.of(role), office, null);
    }
}
