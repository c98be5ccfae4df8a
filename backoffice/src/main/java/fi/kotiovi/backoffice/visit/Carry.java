package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.visit.BoardPlace;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.domain.visit.Refusal;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.StaffMoves.Move;
import fi.kotiovi.vocabulary.VisitState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The visit that somebody has picked up, and the bar that says so, what to do now and how it ended. */
class Carry extends Div {
    private static final long serialVersionUID = 1;

    private final transient BoardServices services;
    private final boolean manager;
    private final transient Consumer<UUID> moved;
    private final transient Runnable stopped;
    private final Div spoken = new Div();
    private final Div bar = new Div();
    private transient Optional<DeskVisit> moving = Optional.empty();

    /** {@code moved} hears which visit stands somewhere else now, {@code stopped} that nothing is in the hand any more. */
    Carry(BoardServices services, boolean manager, Consumer<UUID> moved, Runnable stopped) {
        this.services = services;
        this.manager = manager;
        this.moved = moved;
        this.stopped = stopped;
        addClassName("carry");
        spoken.addClassName("spoken");
        spoken.getElement().setAttribute("role", "status");
        bar.addClassNames("bar");
        bar.setVisible(false);
        add(spoken, bar);
    }

    Optional<DeskVisit> moving() {
        return moving;
    }

    /** Whether it can be picked up; says why not. */
    boolean pickUp(UUID visit) {
        var wanted = services.desk().one(visit);
        if (wanted.filter(one -> one.state() == VisitState.BOOKED).isEmpty()) {
            Say.problem(getTranslation("board.tooLate"));
            return false;
        }
        moving = wanted;
        return true;
    }

    /** What there is on the days that are shown. */
    List<BoardPlace> places(BoardPage page, BoardHours hours) {
        return moving.map(visit ->
                        services.board().places(visit.id(), page.first(), page.last(), hours.from(), hours.until()))
                .orElse(List.of());
    }

    void tell(List<BoardPlace> places) {
        var visit = moving.orElseThrow();
        var what = getTranslation(
                "board.moving", visit.residentName(), Formats.moment(visit.local(), Languages.current()));
        var how = getTranslation(places.isEmpty() ? "board.moving.none" : "board.moving.choose");
        var outside = places.stream().allMatch(BoardPlace::offered) ? "" : " " + getTranslation("board.moving.outside");
        var keys = new Span(" " + getTranslation("board.moving.keys"));
        keys.addClassName("wide-only");
        var sentence = what + ". " + how + outside;
        if (bar.isVisible() && spoken.getText().startsWith(sentence)) {
            return;
        }
        var words = new Paragraph(new Text(sentence), keys);
        words.addClassName("grow");
        show("sky", words);
        var leave = Buttons.line(getTranslation("board.giveUp"), this::giveUp);
        leave.getElement().setAttribute("data-key", "Esc");
        leave.addClassName("s");
        bar.add(leave);
        say(sentence + keys.getText());
    }

    void giveUp() {
        if (moving.isPresent()) {
            var visit = moving.get().id();
            end();
            say(getTranslation("board.stays"));
            moved.accept(visit);
        }
    }

    void drop(BoardPlace place, boolean anyCounter) {
        moving.ifPresent(visit -> {
            end();
            to(visit, place.start(), anyCounter ? null : place.counter(), null);
        });
    }

    /** Also from elsewhere than the grid. */
    void to(DeskVisit visit, OffsetDateTime start, @Nullable Integer counter, @Nullable String override) {
        switch (services.moves().move(new Move(visit.id(), start, counter, override, visit.start()))) {
            case Booking.Done done -> stands(visit, done.visit().start());
            case Booking.SlotTaken taken -> refused(visit, getTranslation("board.taken"), taken.nearest());
            case Booking.NotOffered closed -> notOffered(visit, start, counter, closed);
            case Booking.TooLate late
            when !late.visit().start().isEqual(visit.start()) ->
                refused(
                        visit,
                        getTranslation(
                                "board.movedMeanwhile",
                                Formats.moment(late.visit().local(), Languages.current())),
                        List.of());
            case Booking.TooLate _, Booking.AlreadyBooked _, Booking.TooMany _, Booking.HoldExpired _ ->
                refused(visit, getTranslation("board.tooLate"), List.of());
        }
    }

    private void stands(DeskVisit before, OffsetDateTime start) {
        var now = services.desk().one(before.id()).orElse(before);
        if (start.isEqual(before.start())) {
            Say.done(getTranslation("board.movedCounter", before.residentName(), now.counter()));
        } else {
            Told.say(
                    this,
                    now,
                    getTranslation(
                            "board.moved",
                            before.residentName(),
                            Formats.moment(start, Languages.current()),
                            now.counter()));
        }
        moved.accept(before.id());
    }

    private void notOffered(
            DeskVisit visit, OffsetDateTime start, @Nullable Integer counter, Booking.NotOffered closed) {
        var rule = RuleOfBooking.words(this, closed.why());
        if (manager && mayBeSteppedOver(closed.why())) {
            moved.accept(visit.id());
            new WhyDialog(rule, reason -> to(visit, start, counter, reason)).open();
        } else {
            refused(visit, rule + " " + getTranslation("board.nearest"), closed.nearest());
        }
    }

    private static boolean mayBeSteppedOver(Refusal why) {
        return why.rule() != Refusal.Rule.TOO_SOON && why.rule() != Refusal.Rule.TOO_SOON_IN_OPEN_HOURS;
    }

    /** Nothing has happened, and these are the times one could have instead. */
    private void refused(DeskVisit visit, String words, List<Slot> nearest) {
        moved.accept(visit.id());
        var sentence = new Paragraph(words);
        sentence.getElement().setAttribute("role", "alert");
        show("sun", sentence);
        nearest.forEach(slot -> {
            var time = Buttons.line(Formats.moment(slot.start(), Languages.current()), () -> {
                end();
                to(visit, slot.start(), null, null);
            });
            time.addClassName("s");
            bar.add(time);
        });
        bar.add(Buttons.link(getTranslation("board.close"), this::end));
    }

    private void show(String tone, Paragraph words) {
        bar.removeAll();
        bar.setClassName("bar " + tone);
        bar.add(words);
        bar.setVisible(true);
    }

    private void say(String sentence) {
        spoken.setText(sentence);
    }

    private void end() {
        moving = Optional.empty();
        bar.removeAll();
        bar.setVisible(false);
        stopped.run();
    }
}
