package fi.kotiovi.portal.visit;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.visit.CalendarFeeds;
import fi.kotiovi.vocabulary.Language;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A resident's visits for a calendar program, at an address that only the resident knows. */
@RestController
class CalendarFile {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar; charset=UTF-8");

    private final CalendarFeeds feeds;
    private final Callers callers;

    CalendarFile(CalendarFeeds feeds, Callers callers) {
        this.feeds = feeds;
        this.callers = callers;
    }

    @GetMapping("/calendar/{feed}.ics")
    ResponseEntity<String> file(@PathVariable String feed, @RequestParam(defaultValue = "FI") String language) {
        return uuid(feed)
                .flatMap(feeds::owner)
                .map(owner -> callers.as(
                        new Caller.Resident(owner, "", spoken(language)), () -> feeds.ofCaller(spoken(language))))
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

    private static Language spoken(String code) {
        for (var language : Language.values()) {
            if (language.getLiteral().equals(code)) {
                return language;
            }
        }
        return Language.FI;
    }
}
