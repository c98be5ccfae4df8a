package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import fi.kotiovi.backoffice.calendar.OpeningWords;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.visit.BoardColumn.Item;
import fi.kotiovi.backoffice.visit.BoardGrid.Scene;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.visit.BoardPlace;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.domain.visit.VisitBoard.Day;
import fi.kotiovi.domain.visit.VisitBoard.Lane;
import fi.kotiovi.vocabulary.VisitState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what is known of some days into columns and what is in them. */
final class BoardDrawing {
    private final Component words;
    private final Scene scene;
    private final BoardHours hours;
    private final BoardActions actions;
    private final BoardRoom room;

    BoardDrawing(Component words, Scene scene, BoardHours hours, BoardActions actions) {
        this.words = words;
        this.scene = scene;
        this.hours = hours;
        this.actions = actions;
        room = new BoardRoom(scene.now());
    }

    /**
     * @param note why it is shut and how much is booked, or empty
     * @param lanes how many counters stand side by side in it
     */
    record Head(LocalDate date, String title, String note, boolean today, boolean leadsToDay, int lanes) {}

    List<Head> heads() {
        return scene.page().week()
                ? scene.shownDays().stream().map(this::headOfDay).toList()
                : lanes(scene.days().getFirst()).stream()
                        .map(lane -> headOfLane(scene.days().getFirst(), lane))
                        .toList();
    }

    /** In the order of the heads. */
    List<List<Item>> columns() {
        return scene.page().week()
                ? scene.shownDays().stream().map(day -> column(day, lanes(day))).toList()
                : lanes(scene.days().getFirst()).stream()
                        .map(lane -> column(scene.days().getFirst(), List.of(lane)))
                        .toList();
    }

    static String key(BoardPlace place, BoardPage page) {
        return page.isOneCounterAColumn() ? "place " + place.start() + " " + place.counter() : "place " + place.start();
    }

    static Div picture(Head head, BoardActions actions) {
        var title = new Div();
        title.addClassName("strong");
        if (head.leadsToDay) {
            var button = new NativeButton(head.title, event -> actions.goTo(head.date));
            button.addClassName("link");
            title.add(button);
        } else {
            title.setText(head.title);
        }
        var note = new Div(head.note);
        note.addClassNames("soft", "small");
        var picture = new Div(title, note);
        picture.addClassName("board-head-cell");
        picture.setClassName("today", head.today);
        return picture;
    }

    /** The counter of the address, or all of them when this office has no such counter. */
    private List<Lane> lanes(Day day) {
        var wanted = day.lanes().stream()
                .filter(lane -> scene.page().shows(lane.counter()))
                .toList();
        return wanted.isEmpty() ? day.lanes() : wanted;
    }

    private Head headOfDay(Day day) {
        return new Head(
                day.date(),
                Formats.day(day.date(), Languages.current()),
                noteOf(day, lanes(day)),
                day.date().equals(scene.now().toLocalDate()),
                true,
                lanes(day).size());
    }

    private Head headOfLane(Day day, Lane lane) {
        var shut = !day.opening().isClosed() && lane.served().isEmpty();
        return new Head(
                day.date(),
                words.getTranslation("desk.counter", lane.counter()),
                shut ? words.getTranslation("board.shut.counter") : noteOf(day, List.of(lane)),
                false,
                false,
                1);
    }

    /** Why it is shut, and how many come all the same. */
    private String noteOf(Day day, List<Lane> lanes) {
        var why = OpeningWords.why(words, day.opening());
        var shut = day.opening().isClosed() && why.isEmpty() ? words.getTranslation("board.shut") : why;
        var count = visits(day, lanes).count();
        var booked = count == 0 ? "" : words.getTranslation("board.count", count);
        return Stream.of(shut, booked).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static Stream<DeskVisit> visits(Day day, List<Lane> lanes) {
        return day.visits().stream()
                .filter(visit -> lanes.stream().anyMatch(lane -> lane.counter() == visit.counter()));
    }

    private List<Item> column(Day day, List<Lane> lanes) {
        var items = new ArrayList<Item>();
        var whole = lanes.size() > 1;
        var served = whole ? day.opening().open() : lanes.getFirst().served();
        served.forEach(span -> items.add(ground("open", span, "")));
        if (!whole) {
            BoardRoom.without(day.opening().open(), served)
                    .forEach(span -> items.add(ground("gap", span, words.getTranslation("board.shut.counter"))));
        }
        if (day.date().equals(scene.now().toLocalDate())
                && hours.includes(scene.now().toLocalTime())) {
            var at = hours.at(scene.now().toLocalTime());
            items.add(new Item("now", at, () -> piece("now-line", "--at: " + at, "")));
        }
        day.kept().stream()
                .filter(kept -> lanes.stream().anyMatch(lane -> lane.counter() == kept.counter()))
                .forEach(kept -> items.add(new Item(
                        "kept " + kept,
                        hours,
                        () -> piece(
                                "kept",
                                hours.place(kept.span()) + "; --lane: " + (kept.counter() - 1),
                                words.getTranslation("board.kept")))));
        var visits = visits(day, lanes).toList();
        visits.forEach(visit -> items.add(card(visit, reach(visit, visits, lanes.size()))));
        if (!whole && scene.moving().isEmpty()) {
            room.in(served, visits, day.kept(), lanes.getFirst().counter())
                    .forEach(span -> items.add(free(span, lanes.getFirst().counter())));
        }
        places(day, lanes, whole).forEach(items::add);
        return items;
    }

    private Item ground(String kind, Span span, String text) {
        return new Item(kind + " " + span, hours, () -> piece(kind, hours.place(span), text));
    }

    private static Div piece(String kind, String style, String text) {
        var piece = new Div(text);
        piece.addClassNames("piece", kind);
        piece.getElement().setAttribute("style", style);
        return piece;
    }

    /** In a narrow lane a name is readable only where the next lanes are empty at that time. */
    private static int reach(DeskVisit visit, List<DeskVisit> visits, int lanes) {
        var span = new Span(visit.start(), visit.end());
        return visits.stream()
                        .filter(other -> other.counter() > visit.counter())
                        .filter(other -> span.overlaps(new Span(other.start(), other.end())))
                        .mapToInt(DeskVisit::counter)
                        .min()
                        .orElse(lanes + 1)
                - visit.counter();
    }

    private Item card(DeskVisit visit, int reach) {
        var chosen = scene.isChosen(visit.id());
        return new Item("visit " + visit.id(), List.of(visit, chosen, hours, reach), () -> {
            var card = new BoardCard(visit, hours, reach, chosen);
            card.addClickListener(click -> actions.choose(visit.id()));
            if (visit.state() == VisitState.BOOKED) {
                var drag = DragSource.create(card);
                drag.addDragStartListener(start -> actions.pickUp(visit.id(), true));
                drag.addDragEndListener(end -> actions.giveUp());
            }
            return card;
        });
    }

    private Item free(Span span, int counter) {
        return new Item("free " + span.from(), List.of(span, hours), () -> {
            var time = Formats.timeOf(span.from(), Languages.current());
            var free = new NativeButton(time, event -> actions.book(span.from(), counter));
            free.addClassNames("item", "free", "num");
            free.setAriaLabel(words.getTranslation("board.free", time, counter));
            free.getElement().setAttribute("tabindex", "-1").setAttribute("style", hours.place(span));
            return free;
        });
    }

    private Stream<Item> places(Day day, List<Lane> lanes, boolean whole) {
        var here = scene.places().stream()
                .filter(place -> place.local().toLocalDate().equals(day.date()))
                .filter(place -> hours.includes(place.local().toLocalTime()))
                .filter(place -> lanes.stream().anyMatch(lane -> lane.counter() == place.counter()));
        if (!whole) {
            return here.map(place -> place(place, 1, false));
        }
        var byStart = new LinkedHashMap<String, List<BoardPlace>>();
        here.filter(BoardPlace::offered)
                .forEach(place -> byStart.computeIfAbsent(place.start().toString(), start -> new ArrayList<>())
                        .add(place));
        return byStart.values().stream().map(free -> place(free.getFirst(), free.size(), true));
    }

    private Item place(BoardPlace place, int free, boolean any) {
        var minutes = scene.moving().orElseThrow().type().minutes();
        return new Item(key(place, scene.page()), List.of(place, free, hours, minutes), () -> {
            var time = Formats.timeOf(place.start(), Languages.current());
            var button = new NativeButton(time, event -> actions.drop(place, any));
            button.addClassNames("item", "place", "num");
            button.setClassName("outside", !place.offered());
            button.setAriaLabel(
                    any
                            ? words.getTranslation("board.place.any", time, free)
                            : words.getTranslation(
                                    place.offered() ? "board.place" : "board.place.outside", time, place.counter()));
            button.getElement()
                    .setAttribute("tabindex", "-1")
                    .setAttribute("style", "--at: %d; --long: %d".formatted(hours.at(place.start()), minutes));
            DropTarget.create(button).addDropListener(drop -> actions.drop(place, any));
            return button;
        });
    }
}
