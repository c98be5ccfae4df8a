package fi.kotiovi.domain.calendar;

import static fi.kotiovi.vocabulary.StaffRole.MANAGER;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.Refusal;
import fi.kotiovi.domain.visit.Slot;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** An office with two counters, its lead and somebody who lives near, on the morning of 3 March 2026. */
final class CalendarPlace {
    final UUID office;
    final Caller.Staff lead;
    final Caller.Resident aino;

    private final Town town;
    private final OfficeVisits visits;

    CalendarPlace(Town town) {
        this.town = town;
        visits = town.portal(OfficeVisits.class);
        town.clock.setHelsinki(Town.START);
        office = town.work().office(2);
        lead = town.work().clerk("Sari", office, MANAGER);
        aino = town.homes().residentOf(office, "Aino");
    }

    void rule(BookingRule rule) {
        town.as(
                lead,
                () -> town.backOffice(OfficeCalendar.class).setBookingRule(office, rule, Helsinki.today(town.clock)));
    }

    Refusal why(Caller.Resident who, OffsetDateTime start) {
        return Expect.a(Booking.NotOffered.class, town.as(who, () -> visits.hold("KEY_PICKUP", start)))
                .why();
    }

    UUID book(Caller.Resident who, OffsetDateTime start) {
        return town.as(who, () -> {
            var held = Expect.a(Booking.Done.class, visits.hold("KEY_PICKUP", start));
            return Expect.a(Booking.Done.class, visits.confirm(held.visit().id()))
                    .visit()
                    .id();
        });
    }

    List<String> starts(LocalDate first, LocalDate last) {
        return town.as(aino, () -> visits.free("KEY_PICKUP", first, last)).stream()
                .map(slot -> slot.local().toLocalTime().toString())
                .toList();
    }

    List<Integer> free(LocalDate day) {
        return town.as(aino, () -> visits.free("KEY_PICKUP", day, day)).stream()
                .map(Slot::free)
                .toList();
    }
}
