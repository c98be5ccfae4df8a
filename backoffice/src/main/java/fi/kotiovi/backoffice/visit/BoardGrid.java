package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.visit.BoardPlace;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.domain.visit.VisitBoard.Day;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Counters or days beside each other and time downwards, to scale. */
class BoardGrid extends Div {
    private static final long serialVersionUID = 1;
    private static final int WEEKDAYS = 5;

    private final transient BoardActions actions;
    private final Div times = new Div();
    private final Div heads = new Div();
    private final Div columns = new Div();
    private final transient List<BoardColumn> bodies = new ArrayList<>();
    private transient Object frame = "";

    BoardGrid(BoardActions actions) {
        this.actions = actions;
        addClassName("board-grid");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("board.grid"));
        times.addClassNames("board-times", "num");
        heads.addClassName("board-heads");
        columns.addClassName("board-columns");
        add(heads, times, columns);
        addAttachListener(attached -> getElement().executeJs(BoardKeys.WATCH, Shortcuts.OFF));
    }

    /** What is to be seen; {@code places} are offered while a visit is moved. */
    record Scene(
            BoardPage page,
            List<Day> days,
            Optional<UUID> chosen,
            Optional<DeskVisit> moving,
            List<BoardPlace> places,
            LocalDateTime now) {
        boolean isMoving(UUID visit) {
            return moving.filter(one -> one.id().equals(visit)).isPresent();
        }

        boolean isChosen(UUID visit) {
            return chosen.filter(visit::equals).isPresent();
        }

        /** Saturday and Sunday only where something is on. */
        List<Day> shownDays() {
            return days.stream()
                    .filter(day -> !page.week()
                            || day.date().getDayOfWeek().getValue() <= WEEKDAYS
                            || !day.opening().isClosed()
                            || !day.visits().isEmpty())
                    .toList();
        }
    }

    void show(Scene scene) {
        var hours = BoardHours.of(scene.days);
        var drawing = new BoardDrawing(this, scene, hours, actions);
        var heading = drawing.heads();
        var newFrame = List.of(hours, heading, scene.page);
        setClassName("moving", scene.moving.isPresent());
        setClassName("week", scene.page.week());
        if (!newFrame.equals(frame)) {
            frame = newFrame;
            drawFrame(hours, heading);
        }
        var items = drawing.columns();
        for (int at = 0; at < items.size(); at++) {
            bodies.get(at).show(items.get(at));
            bodies.get(at)
                    .getChildren()
                    .filter(BoardCard.class::isInstance)
                    .map(BoardCard.class::cast)
                    .forEach(card -> card.setClassName("lifted", scene.isMoving(card.visit())));
        }
    }

    private void drawFrame(BoardHours hours, List<BoardDrawing.Head> heading) {
        getElement()
                .setAttribute(
                        "style",
                        "--columns: %d; --minutes: %d; --lanes: %d"
                                .formatted(
                                        heading.size(),
                                        hours.minutes(),
                                        heading.getFirst().lanes()));
        times.removeAll();
        for (int hour = hours.from(); hour < hours.until(); hour++) {
            var label = new Span(Formats.time(LocalTime.of(hour, 0), Languages.current()));
            label.getElement()
                    .setAttribute(
                            "style",
                            "--at: "
                                    + (hour - hours.from())
                                            * Duration.ofHours(1).toMinutes());
            times.add(label);
        }
        heads.removeAll();
        columns.removeAll();
        bodies.clear();
        for (var head : heading) {
            heads.add(BoardDrawing.picture(head, actions));
            var body = new BoardColumn();
            body.getElement().setAttribute("role", "group").setAttribute("aria-label", head.title());
            bodies.add(body);
            columns.add(body);
        }
    }

    void focusVisit(UUID visit) {
        focus("visit " + visit);
    }

    /** The place closest to where the visit is now. */
    void focusNearest(List<BoardPlace> places, BoardPlace from, BoardPage page) {
        places.stream()
                .min(Comparator.comparing((BoardPlace place) ->
                                Duration.between(from.start(), place.start()).abs())
                        .thenComparingInt(place -> Math.abs(place.counter() - from.counter())))
                .ifPresent(place -> focus(BoardDrawing.key(place, page)));
    }

    private void focus(String key) {
        bodies.stream().flatMap(body -> body.at(key).stream()).findFirst().ifPresent(item -> {
            if (item instanceof Focusable<?> target) {
                target.focus();
            }
        });
    }

    @ClientCallable
    void pickedUp(String visit) {
        actions.pickUp(UUID.fromString(visit), false);
    }

    @ClientCallable
    void gaveUp() {
        actions.giveUp();
    }
}
