package fi.kotiovi.domain.notification;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.oncall.Alerts;
import fi.kotiovi.domain.oncall.Escalation;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.domain.visit.VisitChanges;
import fi.kotiovi.domain.visit.VisitUpkeep;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.NotificationLane;
import fi.kotiovi.vocabulary.NotificationState;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OvertakenLettersTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Dispatch dispatch = town.backOffice(Dispatch.class);
    private final VisitChanges changes = town.portal(VisitChanges.class);
    private final UUID office = town.work().office(4);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void aNewNeighbour() {
        town.clock.setHelsinki(Town.START);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void M19_nobody_is_reminded_of_a_visit_that_was_cancelled() {
        var visit = bookedAndReminded();
        town.as(aino, () -> changes.cancel(visit));
        assertThat(sent(visit)).containsOnly(Map.entry(NotificationKind.VISIT_CANCELLED, 1L));
        assertThat(town.db()
                        .fetch(
                                NOTIFICATION,
                                NOTIFICATION.CAUSE_ID.eq(visit),
                                NOTIFICATION.STATE.eq(NotificationState.SKIPPED)))
                .hasSize(2)
                .allMatch(skipped -> Dispatch.OVERTAKEN.equals(skipped.getReason()));
    }

    @Test
    void M19_nobody_is_reminded_of_the_time_before_the_move() {
        var visit = bookedAndReminded();
        town.as(aino, () -> changes.move(visit, at("2026-03-06T12:00")));
        assertThat(sent(visit)).containsOnly(Map.entry(NotificationKind.VISIT_MOVED, 1L));
    }

    @Test
    void of_two_quick_moves_only_the_last_is_told() {
        var visit = bookedAndReminded();
        town.as(aino, () -> changes.move(visit, at("2026-03-06T12:00")));
        town.as(aino, () -> changes.move(visit, at("2026-03-06T13:00")));
        assertThat(sent(visit)).containsOnly(Map.entry(NotificationKind.VISIT_MOVED, 1L));
    }

    @Test
    void M21_the_calendar_entry_carries_the_sequence_of_its_letter() {
        var visit = bookedAndReminded();
        town.as(aino, () -> changes.move(visit, at("2026-03-06T12:00")));
        town.as(aino, () -> changes.cancel(visit));
        var letters = dispatch.claim(NotificationLane.NORMAL, 100).stream()
                .flatMap(id -> dispatch.open(id, "x").stream())
                .filter(letter -> letter.kind() == NotificationKind.VISIT_CANCELLED)
                .toList();
        assertThat(letters).singleElement().satisfies(letter -> {
            var content = Expect.a(Letter.OfVisit.class, letter.content());
            assertThat(content.icsSequence()).isEqualTo(2);
            assertThat(content.minutes()).isEqualTo(20);
            assertThat(content.local()).hasToString("2026-03-06T12:00");
        });
    }

    @Test
    void an_alert_that_somebody_has_taken_wakes_nobody_up() {
        var first = town.work().mechanic("Eka", town.work().crew("P"), StaffRole.ON_CALL);
        town.work().onCall(office, 1, first, at("2026-03-03T00:00"), at("2026-03-04T00:00"));
        var filed = town.as(aino, () -> town.portal(FaultReports.class).file(Reports.flood()));
        var fault = Expect.a(Filing.Filed.class, filed).fault().id();
        var alert = town.db().fetchSingle(ALERT, ALERT.FAULT_ID.eq(fault)).getId();
        town.backOffice(Escalation.class).escalateDue();
        town.as(first, () -> town.backOffice(Alerts.class).acknowledge(alert));
        var letters = dispatch.claim(NotificationLane.ALERT, 10);
        assertThat(letters).hasSize(2);
        assertThat(letters).allMatch(letter -> dispatch.open(letter, "x").isEmpty());
    }

    /** Booked for the day after tomorrow, the reminder is written, nothing is sent yet. */
    private UUID bookedAndReminded() {
        var visits = town.portal(OfficeVisits.class);
        var held = Expect.a(Booking.Done.class, town.as(aino, () -> visits.hold("KEY_PICKUP", at("2026-03-05T11:00"))));
        var visit = held.visit().id();
        town.as(aino, () -> visits.confirm(visit));
        town.clock.setHelsinki("2026-03-04T12:00");
        town.backOffice(VisitUpkeep.class).remind();
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(visit)))
                .isEqualTo(2);
        return visit;
    }

    /** Sends everything; how many of each kind really went out for this visit. */
    private Map<NotificationKind, Long> sent(UUID visit) {
        var kinds = new TreeMap<NotificationKind, Long>();
        for (var id : dispatch.claim(NotificationLane.NORMAL, 100)) {
            var cause =
                    town.db().fetchSingle(NOTIFICATION, NOTIFICATION.ID.eq(id)).getCauseId();
            dispatch.open(id, "x").filter(letter -> cause.equals(visit)).ifPresent(letter -> {
                kinds.merge(letter.kind(), 1L, Long::sum);
                dispatch.sent(id, "", "");
            });
        }
        return kinds;
    }
}
