package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.LINE_RULE;
import static fi.kotiovi.db.Tables.OPENING_HOURS;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Visit;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.TableField;
import org.jooq.postgres.extensions.types.LocalDateRange;

/** The hall of an office on a walk-in Tuesday, 9 to 12: people who take numbers, and clerks at counters. */
final class Hall {
    private static final AtomicInteger NEXT = new AtomicInteger();

    final UUID office;
    private final Town town;

    Hall(Town town, int counters) {
        this.town = town;
        office = town.work().office(counters);
        town.db()
                .insertInto(OPENING_HOURS)
                .set(OPENING_HOURS.OFFICE_ID, office)
                .set(OPENING_HOURS.SERVICE, OfficeService.WALK_IN)
                .set(OPENING_HOURS.ISO_WEEKDAY, 2)
                .set(OPENING_HOURS.OPENS, LocalTime.of(9, 0))
                .set(OPENING_HOURS.CLOSES, LocalTime.of(12, 0))
                .set(OPENING_HOURS.VALID, LocalDateRange.localDateRange(LocalDate.of(2020, 1, 1), true, null, false))
                .execute();
    }

    <T> void rule(TableField<?, T> rule, T value) {
        town.db()
                .update(LINE_RULE)
                .set(rule, value)
                .where(LINE_RULE.OFFICE_ID.eq(office))
                .execute();
    }

    Taking takes(String matter, String address) {
        return town.portal(Kiosk.class).take(office, matter, Language.FI, address);
    }

    /** Somebody walks in. */
    Taking.Taken takes(String matter) {
        return Expect.a(Taking.Taken.class, takes(matter, "10.0.0." + NEXT.incrementAndGet()));
    }

    Place place(String secret) {
        return town.portal(MyPlace.class).of(secret).orElseThrow();
    }

    Visit booked(Caller who, String type, OffsetDateTime start) {
        var visits = town.portal(OfficeVisits.class);
        var held = Expect.a(Booking.Done.class, town.as(who, () -> visits.hold(type, start)));
        return Expect.a(
                        Booking.Done.class,
                        town.as(who, () -> visits.confirm(held.visit().id())))
                .visit();
    }

    String code(Caller who, Visit visit) {
        return town.as(who, () -> town.portal(MyPlace.class).codeOf(visit.id())).orElseThrow();
    }

    Arriving arrives(String code) {
        return town.portal(Kiosk.class).arrive(code, office, "10.1.0." + NEXT.incrementAndGet());
    }

    /** Somebody who sits at a counter with a browser. */
    Clerk clerk(String name, int counter) {
        return clerk(name, counter, false);
    }

    Clerk clerk(String name, int counter, boolean quickOnly) {
        var clerk = new Clerk(town.work().clerk(name, office, StaffRole.DESK), UUID.randomUUID());
        Expect.a(Opening.Open.class, clerk.sits(counter, quickOnly));
        return clerk;
    }

    List<String> waiting() {
        return town.portal(Lines.class).board(office).waiting();
    }

    /** A clerk and the browser the clerk uses. */
    final class Clerk {
        final Caller.Staff person;
        final UUID seat;

        Clerk(Caller.Staff person, UUID seat) {
            this.person = person;
            this.seat = seat;
        }

        Opening sits(int counter, boolean quickOnly) {
            return town.as(person, () -> town.backOffice(CounterShifts.class).open(counter, quickOnly, seat));
        }

        Call presses() {
            return town.as(person, () -> town.backOffice(Calls.class).next(seat));
        }

        LineTicket calls() {
            return Expect.a(Call.Done.class, presses()).ticket();
        }

        Call calls(LineTicket ticket) {
            return town.as(person, () -> town.backOffice(Calls.class).one(ticket.id(), seat));
        }

        Call again() {
            return town.as(person, () -> town.backOffice(Calls.class).again(seat));
        }

        Call step(LineTicket ticket, HandStep step) {
            return town.as(person, () -> town.backOffice(Hands.class).step(ticket.id(), step, seat));
        }

        void serves(LineTicket ticket) {
            Expect.a(Call.Done.class, step(ticket, HandStep.SERVE));
            Expect.a(Call.Done.class, step(ticket, HandStep.FINISH));
        }

        List<LineTicket> sees() {
            return town.as(person, () -> town.backOffice(LineDesk.class).today());
        }
    }
}
