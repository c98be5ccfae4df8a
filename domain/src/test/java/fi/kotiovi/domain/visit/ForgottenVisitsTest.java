package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.VisitState;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForgottenVisitsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final VisitDesk desk = town.backOffice(VisitDesk.class);
    private final VisitUpkeep upkeep = town.backOffice(VisitUpkeep.class);
    private UUID office = town.work().office(1);
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void aNewOffice() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void somebody_the_desk_forgot_can_book_again() {
        var visit = booked("2026-03-03T11:00");
        town.clock.setHelsinki(at("2026-03-03T12:00").toLocalDateTime());
        assertThat(upkeep.endForgotten()).as("the desk may still write it down").isZero();

        town.clock.setHelsinki(at("2026-03-03T14:00").toLocalDateTime());
        upkeep.endForgotten();
        assertThat(state(visit)).isEqualTo(VisitState.NO_SHOW);
        assertThat(booked("2026-03-05T11:00")).isNotEqualTo(visit);
    }

    @Test
    void somebody_who_was_received_has_been_served() {
        var visit = booked("2026-03-03T11:00");
        town.clock.setHelsinki(at("2026-03-03T11:00").toLocalDateTime());
        town.as(liisa, () -> desk.step(visit, DeskStep.CHECK_IN));
        town.clock.setHelsinki(at("2026-03-04T08:00").toLocalDateTime());
        upkeep.endForgotten();
        assertThat(state(visit)).isEqualTo(VisitState.SERVED);
    }

    @Test
    void whoever_checks_in_late_waits_and_is_served_although_the_time_is_long_over() {
        var visit = booked("2026-03-03T09:00");
        town.clock.setHelsinki(at("2026-03-03T12:00").toLocalDateTime());
        town.as(liisa, () -> desk.step(visit, DeskStep.CHECK_IN));
        upkeep.endForgotten();
        assertThat(state(visit)).isEqualTo(VisitState.CHECKED_IN);
        town.as(liisa, () -> desk.step(visit, DeskStep.SERVE));
        upkeep.endForgotten();
        assertThat(state(visit)).isEqualTo(VisitState.SERVING);
    }

    private UUID booked(String start) {
        return town.as(aino, () -> {
            var held = Expect.a(Booking.Done.class, visits.hold("KEY_PICKUP", at(start)))
                    .visit();
            return Expect.a(Booking.Done.class, visits.confirm(held.id()))
                    .visit()
                    .id();
        });
    }

    private static VisitState state(UUID visit) {
        return town.db()
                .select(VISIT.STATE)
                .from(VISIT)
                .where(VISIT.ID.eq(visit))
                .fetchSingle(mapping(state -> state));
    }
}
