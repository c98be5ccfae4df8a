package fi.kotiovi.domain.contact;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.vocabulary.OfficeService;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When an office answers chats. */
@Component
public class ChatHours {
    private static final int LOOK_AHEAD_DAYS = 14;

    private final OpenTimes openTimes;

    ChatHours(OpenTimes openTimes) {
        this.openTimes = openTimes;
    }

    Hours of(UUID office, OffsetDateTime now) {
        var today = Helsinki.dateOf(now);
        var spans = openTimes.of(office, OfficeService.CHAT).between(today, today.plusDays(LOOK_AHEAD_DAYS));
        var open = spans.stream()
                .filter(span -> !span.from().isAfter(now) && span.until().isAfter(now))
                .findFirst();
        var next =
                spans.stream().map(Span::from).filter(from -> from.isAfter(now)).findFirst();
        return new Hours(open.map(Span::until).orElse(null), next.orElse(null));
    }

    /**
     * How it stands now.
     *
     * @param until when it closes; null when it is closed
     * @param next when it opens again; null when nothing is published
     */
    public record Hours(
            @Nullable OffsetDateTime until, @Nullable OffsetDateTime next) implements Serializable {
        static final Hours NONE = new Hours(null, null);

        public boolean isOpen() {
            return until != null;
        }
    }
}
