package fi.kotiovi.e2e.trouble;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.key.Handover;
import fi.kotiovi.domain.key.KeyHandovers;
import fi.kotiovi.domain.key.Signature;
import fi.kotiovi.domain.line.Call;
import fi.kotiovi.domain.line.Calls;
import fi.kotiovi.domain.line.CounterShifts;
import fi.kotiovi.domain.line.HandStep;
import fi.kotiovi.domain.line.Hands;
import fi.kotiovi.domain.line.LineDesk;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.Visit;
import fi.kotiovi.domain.visit.VisitChanges;
import fi.kotiovi.e2e.house.Services;
import fi.kotiovi.e2e.house.Sql;
import fi.kotiovi.e2e.house.Tenants;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A program of its own that books, calls, hands over keys and answers without end, and says on its output what it has been told is
 * done, one line each. Whoever started it kills it.
 */
final class Toil {
    private static final int BOOKERS = 3;
    private static final String MATTER = "OTHER";
    private static final int CONNECTIONS = 8;
    private static final long BREATH_NANOS = Duration.ofMillis(50).toNanos();

    private final Random random = new Random();
    private final Sql owner;
    private final Services portal;
    private final Services office;

    private Toil(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("kotiovi_owner");
        owner = new Sql(source);
        portal = Services.of(url, "kotiovi_portal", CONNECTIONS);
        office = Services.of(url, "kotiovi_backoffice", CONNECTIONS);
    }

    /** Works until it is killed; {@code arguments} is the address of the database. */
    public static void main(String... arguments) {
        var toil = new Toil(arguments[0]);
        var people = Tenants.all(toil.owner);
        for (int n = 0; n < BOOKERS; n++) {
            var mine = people.subList(n * people.size() / BOOKERS, (n + 1) * people.size() / BOOKERS);
            without(() -> toil.book(mine.get(toil.random.nextInt(mine.size()))));
        }
        var clerks = toil.clerks();
        for (int counter = 1; counter <= 2; counter++) {
            var number = counter;
            var seat = UUID.randomUUID();
            without(() -> toil.call(clerks.get(number - 1), number, seat));
        }
        without(() -> toil.handOver(clerks.get(2)));
        var line = new LineToil(toil.portal, toil.office, Toil::done);
        without(slowly(() -> line.write(people.get(toil.random.nextInt(people.size())))));
        clerks.stream().limit(2).forEach(clerk -> without(slowly(() -> line.answer(clerk))));
    }

    /** Does it without end; what fails, for the database may go away, is not told and tried again. */
    private static void without(Runnable work) {
        Thread.ofPlatform().start(() -> {
            while (true) {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LockSupport.parkNanos(BREATH_NANOS);
                }
            }
        });
    }

    /** With a breath after it, so that what others do is told too. */
    private static Runnable slowly(Runnable work) {
        return () -> {
            work.run();
            LockSupport.parkNanos(BREATH_NANOS);
        };
    }

    private static synchronized void done(String what, Object id) {
        System.out.println(what + " " + id);
        System.out.flush();
    }

    private void book(Caller.Resident who) {
        var visits = portal.get(OfficeVisits.class);
        var changes = portal.get(VisitChanges.class);
        var day = visits.today().plusDays(1 + random.nextInt(20));
        var free = portal.as(who, () -> visits.free(MATTER, day, day));
        if (free.isEmpty()) {
            return;
        }
        switch (portal.as(who, () -> visits.hold(MATTER, any(free).start()))) {
            case Booking.Done held -> {
                var id = told("HELD", held.visit());
                if (portal.as(who, () -> visits.confirm(id)) instanceof Booking.Done booked) {
                    told("BOOKED", booked.visit());
                    changeOrNot(who, id, changes, free);
                }
            }
            case Booking.AlreadyBooked open ->
                portal.as(who, () -> changes.cancel(open.visit().id()));
            default -> {}
        }
    }

    private void changeOrNot(Caller.Resident who, UUID id, VisitChanges changes, List<Slot> free) {
        if (random.nextBoolean()
                && portal.as(who, () -> changes.move(id, any(free).start())) instanceof Booking.Done moved) {
            done("MOVED", id + " " + moved.visit().start().toInstant());
        }
        if (random.nextBoolean() && portal.as(who, () -> changes.cancel(id)) instanceof Booking.Done cancelled) {
            told("CANCELLED", cancelled.visit());
        }
    }

    private static UUID told(String what, Visit visit) {
        done(what, visit.id());
        return visit.id();
    }

    private Slot any(List<Slot> free) {
        return free.get(random.nextInt(free.size()));
    }

    private void call(Caller.Staff clerk, int counter, UUID seat) {
        var shifts = office.get(CounterShifts.class);
        office.as(clerk, () -> {
            if (shifts.mine().isEmpty()) {
                shifts.open(counter, false, seat);
            }
            shifts.takeOver(seat);
            return seat;
        });
        var line = office.get(LineDesk.class);
        done("TAKEN", office.as(clerk, () -> line.take(MATTER, Language.FI)).label());
        switch (office.as(clerk, () -> office.get(Calls.class).next(seat))) {
            case Call.Done called -> {
                done("CALLED", called.ticket().id());
                serve(clerk, called.ticket().id(), seat);
            }
            // whoever was there when the program died is still there
            case Call.StillHere here -> serve(clerk, here.ticket().id(), seat);
            default -> {}
        }
    }

    private void serve(Caller.Staff clerk, UUID ticket, UUID seat) {
        var hands = office.get(Hands.class);
        if (office.as(clerk, () -> hands.step(ticket, HandStep.SERVE, seat)) instanceof Call.Done) {
            done("SERVING", ticket);
        }
        if (office.as(clerk, () -> hands.step(ticket, HandStep.FINISH, seat)) instanceof Call.Done) {
            done("SERVED", ticket);
        }
    }

    /** To the next who stands at the counter and has not got the key. */
    private void handOver(Caller.Staff clerk) {
        var next = owner.first(
                "select v.id || ' ' || k.id from visit v join key k on k.home_id = v.home_id"
                        + " where v.state = 'SERVING' and k.state = 'IN_STORE' and v.number like 'T-%' order by v.number limit 1");
        if (next.isEmpty()) {
            LockSupport.parkNanos(BREATH_NANOS);
            return;
        }
        var ids = next.get().split(" ", -1);
        var visit = UUID.fromString(ids[0]);
        var key = UUID.fromString(ids[1]);
        var answer = office.as(
                clerk,
                () -> office.get(KeyHandovers.class)
                        .handOver(visit, List.of(key), IdKind.PASSPORT, Signature.onPaper("Bench Person")));
        if (answer instanceof Handover.Done) {
            done("HANDED", key);
        }
    }

    private List<Caller.Staff> clerks() {
        var west = UUID.fromString(owner.one("select id from office where code = 'WEST'"));
        return owner
                .column(
                        "select s.id from staff s join staff_has_role r on r.staff_id = s.id and r.role in ('DESK', 'MANAGER')"
                                + " where s.office_id = ? group by s.id order by s.id",
                        west)
                .stream()
                .map(id -> new Caller.Staff(
                        UUID.fromString(id), "Clerk", "Person", Language.FI, EnumSet.of(StaffRole.DESK), west, null))
                .toList();
    }
}
