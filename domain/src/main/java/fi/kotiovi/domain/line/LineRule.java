package fi.kotiovi.domain.line;

import java.io.Serializable;
import java.time.Duration;

/**
 * What an office has decided about its line: from when and until when a booked visitor is in time, how soon a number may
 * be called again, and from which place on somebody is told.
 */
public record LineRule(int earlyMinutes, int lateMinutes, int recallSeconds, int tellPlaces) implements Serializable {
    Duration beforeRecall() {
        return Duration.ofSeconds(recallSeconds);
    }
}
