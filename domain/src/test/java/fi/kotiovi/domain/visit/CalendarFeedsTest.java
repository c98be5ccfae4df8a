package fi.kotiovi.domain.visit;

import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CalendarFeedsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final CalendarFeeds feeds = town.portal(CalendarFeeds.class);
    private final CalendarFeeds officeFeeds = town.backOffice(CalendarFeeds.class);
    private final VisitChanges changes = town.portal(VisitChanges.class);
    private final Booked booked = new Booked(town);
    private UUID office = town.work().office(1);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private Caller.Resident eino = aino;

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        aino = town.homes().residentOf(office, "Aino");
        eino = town.homes().residentOf(office, "Eino");
    }

    @Test
    void a_feed_has_ones_own_visits_under_the_uid_of_the_letters_moved_and_cancelled_too() {
        var mine = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
        var theirs = booked.by(eino, "OTHER", at("2026-03-04T11:00"));
        town.as(aino, () -> changes.move(mine.id(), at("2026-03-30T09:00")));
        var text = town.as(aino, () -> feeds.ofCaller(Language.FI));
        assertThat(text)
                .contains("UID:visit-" + mine.id() + "@kotiovi", "SEQUENCE:1")
                .contains("DTSTART;TZID=Europe/Helsinki:20260330T090000", "BEGIN:VTIMEZONE", "STATUS:CONFIRMED")
                .doesNotContain(theirs.id().toString())
                .doesNotContain("Korhonen");
        town.as(aino, () -> changes.cancel(mine.id()));
        assertThat(town.as(aino, () -> feeds.ofCaller(Language.FI))).contains("STATUS:CANCELLED", "SEQUENCE:2");
        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @Test
    void an_address_made_anew_leaves_the_old_one_leading_nowhere() {
        var first = town.as(aino, () -> feeds.mine(false));
        assertThat(town.as(aino, () -> feeds.mine(false))).isEqualTo(first);
        assertThat(feeds.owner(first)).contains(aino.id());
        var second = town.as(aino, () -> feeds.mine(true));
        assertThat(feeds.owner(first)).isEmpty();
        assertThat(feeds.owner(second)).contains(aino.id());
        assertThat(feeds.owner(aino.id())).isEmpty();
        assertThatThrownBy(() -> feeds.mine(false)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> feeds.ofCaller(Language.FI)).isInstanceOf(NotAllowedException.class);
    }

    /** As a calendar program reads it that knows nothing of us. */
    @Test
    void M24_a_feed_is_a_calendar_that_invites_nobody_and_keeps_the_hour_of_the_door_over_the_change_of_clocks()
            throws Exception {
        booked.by(aino, "OTHER", at("2026-03-27T10:00"));
        booked.by(aino, "RENT_TALK", at("2026-03-30T10:00"));
        var calendar = new CalendarBuilder().build(new StringReader(town.as(aino, () -> feeds.ofCaller(Language.SV))));
        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(calendar.<Property>getProperty("METHOD"))
                .as("a feed is no message; one with a method would need an organizer (RFC 5546, 3.2.1)")
                .isEmpty();
        var events = calendar.<VEvent>getComponents(Component.VEVENT);
        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.<Property>getProperty("ATTENDEE")).isEmpty();
            assertThat(event.<Property>getProperty("ORGANIZER")).isEmpty();
        });
        assertThat(events)
                .extracting(event -> event.<DtStart<ZonedDateTime>>getProperty("DTSTART")
                        .orElseThrow()
                        .getDate()
                        .toInstant())
                .containsExactly(Instant.parse("2026-03-27T08:00:00Z"), Instant.parse("2026-03-30T07:00:00Z"));
    }

    @Test
    void a_counters_feed_says_what_and_when_and_never_who() {
        var liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
        var visit = booked.by(aino, "OTHER", at("2026-03-04T10:00"));
        var feed = town.as(liisa, () -> officeFeeds.ofCounter(1, false));
        assertThat(town.as(liisa, () -> officeFeeds.ofCounter(1, false))).isEqualTo(feed);
        assertThat(officeFeeds.atCounter(feed).orElseThrow())
                .contains("UID:visit-" + visit.id())
                .doesNotContain("Aino")
                .doesNotContain("Korhonen");
        assertThat(officeFeeds.atCounter(UUID.randomUUID())).isEmpty();
        var anew = town.as(liisa, () -> officeFeeds.ofCounter(1, true));
        assertThat(officeFeeds.atCounter(feed)).isEmpty();
        assertThat(officeFeeds.atCounter(anew)).isPresent();
        assertThatThrownBy(() -> town.as(aino, () -> officeFeeds.ofCounter(1, false)))
                .isInstanceOf(NotAllowedException.class);
    }
}
