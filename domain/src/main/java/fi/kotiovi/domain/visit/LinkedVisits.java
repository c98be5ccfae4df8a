package fi.kotiovi.domain.visit;

import fi.kotiovi.domain.identity.Callers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * What the link in a mail lets its holder do without signing in: see, move and cancel that one visit, until it is over.
 * Every call proves the link again and names no visit, so that a link is good for nothing else (field-notes.md, B21).
 */
@Service
public class LinkedVisits {
    private final VisitLinks links;
    private final Callers callers;
    private final OfficeVisits visits;
    private final VisitChanges changes;
    private final WaitingList waiting;

    LinkedVisits(VisitLinks links, Callers callers, OfficeVisits visits, VisitChanges changes, WaitingList waiting) {
        this.links = links;
        this.callers = callers;
        this.visits = visits;
        this.changes = changes;
        this.waiting = waiting;
    }

    /** What a link opens. */
    public sealed interface Opened {
        /** A visit, and whom to greet. */
        record Open(Visit visit, String givenName, WaitingList.Standing standing) implements Opened {}

        /** No visit, or one that is over. */
        record Nothing() implements Opened {}

        /** Too many links that do not exist were tried from here; to be tried again later. */
        record Braked() implements Opened {}
    }

    /** A link, and the address of whoever holds it now. */
    public record Link(UUID token, String address) {}

    /** The link does not open this any more; it did when the page was shown. */
    public static final class LinkIsDeadException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    public Opened open(Link link) {
        var key = links.key(link);
        if (key.braked()) {
            return new Opened.Braked();
        }
        var holder = key.holder();
        return holder == null
                ? new Opened.Nothing()
                : callers.as(
                        holder, () -> new Opened.Open(one(key.visit()), holder.givenName(), waiting.of(key.visit())));
    }

    public List<Slot> free(Link link, LocalDate first, LocalDate last) {
        return with(link, visit -> visits.free(one(visit), first, last));
    }

    public WhyNothing whyNothing(Link link, LocalDate first, LocalDate last) {
        return with(link, visit -> visits.whyNothing(one(visit), first, last));
    }

    public List<Slot> nearest(Link link) {
        return with(link, visit -> visits.nearest(one(visit)));
    }

    public LocalDate horizon(Link link) {
        return with(link, visit -> visits.horizonOf(one(visit)));
    }

    public Booking move(Link link, OffsetDateTime start) {
        return with(link, visit -> changes.move(visit, start));
    }

    public Booking cancel(Link link) {
        return with(link, changes::cancel);
    }

    /** Puts the visit on the waiting list for an earlier time, or takes it off. */
    public void wish(Link link, boolean earlier) {
        with(link, visit -> {
            if (earlier) {
                waiting.wish(visit);
            } else {
                waiting.stop(visit);
            }
            return visit;
        });
    }

    public Booking take(Link link, UUID offer) {
        return with(link, visit -> waiting.take(visit, offer));
    }

    public void decline(Link link) {
        with(link, visit -> {
            waiting.decline(visit);
            return visit;
        });
    }

    private Visit one(UUID visit) {
        return visits.one(visit).orElseThrow(LinkIsDeadException::new);
    }

    /** As the resident whose visit it is, for the length of one call. */
    private <T> T with(Link link, Function<UUID, T> action) {
        var key = links.key(link);
        var holder = key.holder();
        if (holder == null) {
            throw new LinkIsDeadException();
        }
        return callers.as(holder, () -> action.apply(key.visit()));
    }
}
