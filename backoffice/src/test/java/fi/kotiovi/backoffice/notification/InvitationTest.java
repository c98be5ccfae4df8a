package fi.kotiovi.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;

/** Calendar entries as calendar programs read them (field-notes.md M20, M21, M23). */
class InvitationTest {
    private static final UUID VISIT = UUID.fromString("0190b9a2-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-21T20:15:30Z");

    @Test
    void a_request_says_so_in_body_and_type() {
        var invitation = invitation(0, false, LocalDateTime.of(2026, 11, 24, 9, 20));
        assertThat(invitation.contentType()).isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
        assertThat(property(parse(invitation), "METHOD")).isEqualTo("REQUEST");
        assertThat(eventProperty(invitation, "STATUS")).isEqualTo("CONFIRMED");
    }

    @Test
    void a_cancellation_is_no_request_M20() {
        var invitation = invitation(3, true, LocalDateTime.of(2026, 11, 24, 9, 20));
        assertThat(invitation.contentType()).contains("method=CANCEL");
        assertThat(property(parse(invitation), "METHOD")).isEqualTo("CANCEL");
        assertThat(eventProperty(invitation, "STATUS")).isEqualTo("CANCELLED");
    }

    @Test
    void five_moves_keep_the_uid_and_raise_the_sequence_M21() {
        for (int sequence = 0; sequence < 5; sequence++) {
            var moved = invitation(sequence, false, LocalDateTime.of(2026, 11, 24 + sequence, 9, 0));
            assertThat(eventProperty(moved, "UID")).isEqualTo("visit-" + VISIT + "@kotiovi");
            assertThat(eventProperty(moved, "SEQUENCE")).isEqualTo(String.valueOf(sequence));
        }
    }

    @Test
    void the_stamp_is_utc_and_there_is_one_M23() {
        var ics = invitation(0, false, LocalDateTime.of(2026, 11, 24, 9, 20)).toIcs(NOW);
        assertThat(ics).contains("DTSTAMP:20261121T201530Z").containsOnlyOnce("DTSTAMP");
        assertThat(ics).contains("DTSTART;TZID=Europe/Helsinki:20261124T092000").contains("DURATION:PT20M");
        assertThat(ics).contains("ORGANIZER;CN=Kotiovi:mailto:kotiovi@kotiovi.example");
        assertThat(ics).contains("ATTENDEE;CN=Aino:mailto:aino@example.org");
        assertThat(ics).doesNotContain("GEO").contains("\r\n");
    }

    @Test
    void nine_o_clock_is_nine_o_clock_in_winter_and_in_summer() {
        assertThat(start(LocalDateTime.of(2026, 10, 23, 9, 0))).isEqualTo(Instant.parse("2026-10-23T06:00:00Z"));
        assertThat(start(LocalDateTime.of(2026, 10, 26, 9, 0))).isEqualTo(Instant.parse("2026-10-26T07:00:00Z"));
        assertThat(start(LocalDateTime.of(2027, 3, 29, 9, 0))).isEqualTo(Instant.parse("2027-03-29T06:00:00Z"));
    }

    @Test
    void the_time_zone_comes_along() {
        var zone = parse(invitation(0, false, LocalDateTime.of(2026, 11, 24, 9, 20)))
                .<VTimeZone>getComponents(Component.VTIMEZONE)
                .getFirst();
        assertThat(zone.getTimeZoneId().getValue()).isEqualTo("Europe/Helsinki");
        assertThat(zone.getObservances()).hasSizeGreaterThanOrEqualTo(2);
    }

    /** As a program would that knows the zone only from the file. */
    private static Instant start(LocalDateTime local) {
        DtStart<ZonedDateTime> start = event(parse(invitation(0, false, local)))
                .<DtStart<ZonedDateTime>>getProperty("DTSTART")
                .orElseThrow();
        return start.getDate().withZoneSameInstant(ZoneOffset.UTC).toInstant();
    }

    private static Invitation invitation(int sequence, boolean cancelled, LocalDateTime start) {
        return new Invitation(
                VISIT,
                sequence,
                cancelled,
                "Haen kodin avaimet",
                "Ota mukaan passi.\nhttp://localhost:8080/visits/" + VISIT,
                "Läntinen palvelupiste, Lehmuskuja 2",
                start,
                Duration.ofMinutes(20),
                "kotiovi@kotiovi.example",
                "aino@example.org",
                "Aino");
    }

    private static Calendar parse(Invitation invitation) {
        try {
            return new CalendarBuilder().build(new StringReader(invitation.toIcs(NOW)));
        } catch (IOException | ParserException e) {
            throw new AssertionError(e);
        }
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponents(Component.VEVENT).getFirst();
    }

    private static String property(Calendar calendar, String name) {
        return calendar.<Property>getProperty(name).orElseThrow().getValue();
    }

    private static String eventProperty(Invitation invitation, String name) {
        return event(parse(invitation))
                .<Property>getProperty(name)
                .orElseThrow()
                .getValue();
    }
}
