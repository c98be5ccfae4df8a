package fi.kotiovi.backoffice.visit;

import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.domain.visit.VisitBoard.Kept;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where a counter is free, in pieces of half an hour that one can press. */
record BoardRoom(LocalDateTime now) {
    private static final int PIECE = 30;
    private static final int SHORTEST = 10;

    List<Span> in(List<Span> served, List<DeskVisit> visits, List<Kept> kept, int counter) {
        var busy = Stream.concat(
                        visits.stream().filter(BoardRoom::isThere).map(visit -> new Span(visit.start(), visit.end())),
                        kept.stream().filter(time -> time.counter() == counter).map(Kept::span))
                .toList();
        return served.stream()
                .flatMap(BoardRoom::pieces)
                .flatMap(piece -> without(List.of(piece), busy).stream())
                .filter(piece -> Duration.between(piece.from(), piece.until()).toMinutes() >= SHORTEST)
                .filter(piece -> BoardHours.wall(piece.from()).isAfter(now))
                .toList();
    }

    /** What is left of some spans when others are taken out of them. */
    static List<Span> without(List<Span> spans, List<Span> taken) {
        var left = spans;
        for (var gone : taken) {
            var next = new ArrayList<Span>();
            for (var span : left) {
                if (!span.overlaps(gone)) {
                    next.add(span);
                    continue;
                }
                if (span.from().isBefore(gone.from())) {
                    next.add(new Span(span.from(), gone.from()));
                }
                if (gone.until().isBefore(span.until())) {
                    next.add(new Span(gone.until(), span.until()));
                }
            }
            left = next;
        }
        return List.copyOf(left);
    }

    private static Stream<Span> pieces(Span span) {
        var pieces = new ArrayList<Span>();
        var from = span.from();
        while (from.isBefore(span.until())) {
            var next = from.plusMinutes(PIECE - from.getMinute() % PIECE);
            pieces.add(new Span(from, next.isAfter(span.until()) ? span.until() : next));
            from = next;
        }
        return pieces.stream();
    }

    private static boolean isThere(DeskVisit visit) {
        return switch (visit.state()) {
            case HELD, BOOKED, CHECKED_IN, CALLED, SERVING -> true;
            case SERVED, NO_SHOW, CANCELLED_RESIDENT, CANCELLED_OFFICE, EXPIRED -> false;
        };
    }
}
