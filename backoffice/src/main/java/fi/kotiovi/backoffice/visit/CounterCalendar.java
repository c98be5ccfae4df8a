package fi.kotiovi.backoffice.visit;

import fi.kotiovi.domain.visit.CalendarFeeds;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is booked at a counter, for a calendar program; without anybody's name. */
@RestController
class CounterCalendar {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar; charset=UTF-8");

    private final CalendarFeeds feeds;

    CounterCalendar(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/calendar/{feed}.ics")
    ResponseEntity<String> file(@PathVariable String feed) {
        return uuid(feed)
                .flatMap(feeds::atCounter)
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noStore())
                        .body(text))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
