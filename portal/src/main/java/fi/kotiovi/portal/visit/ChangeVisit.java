package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.LinkedVisits.LinkIsDeadException;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.Visit;
import fi.kotiovi.domain.visit.WaitingList.Offer;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.vocabulary.VisitState;
import java.util.List;
import java.util.function.BiConsumer;

/** A booked visit and everything that can be done with it: another time, an earlier one, not at all. */
class ChangeVisit extends Div {
    private static final long serialVersionUID = 1;

    private final Visit visit;
    private final transient OneVisit doing;
    private final transient BiConsumer<Visit, String> changed;
    private final Div notice = new Div();
    private final Div place = new Div();

    /** {@code changed} is told the visit as it is now, and the key of what to say about it. */
    ChangeVisit(Visit visit, OneVisit doing, BiConsumer<Visit, String> changed) {
        this.visit = visit;
        this.doing = doing;
        this.changed = changed;
        addClassName("stack");
        notice.getElement().setAttribute("role", "alert");
        place.addClassName("stack");
        add(notice);
        newTimeAsked();
        var standing = doing.standing();
        standing.offer().ifPresent(this::offered);
        var buttons = new Div(
                button("visit.move", this::chooseTime, "quiet"), button("visit.cancel", this::reallyCancel, "line"));
        buttons.addClassName("pair");
        add(buttons, place);
        wish(standing.waits());
    }

    /** What a page about the visit is called: what is to be done comes before how it stands. */
    static String title(Visit visit) {
        return visit.state() == VisitState.BOOKED && visit.newTimeAskedAt() != null
                ? "visit.newtime.title"
                : "visit.title." + visit.state().getLiteral();
    }

    private void newTimeAsked() {
        if (visit.newTimeAskedAt() == null) {
            return;
        }
        var times = new Div();
        times.addClassName("chips");
        doing.nearest().forEach(slot -> times.add(SlotChooser.longChip(slot, () -> move(slot))));
        var asked = new Div(new Paragraph(getTranslation("visit.newtime")), times);
        asked.addClassName("notice");
        add(asked);
    }

    private void offered(Offer offer) {
        var language = Languages.current();
        var until = new Paragraph(getTranslation("visit.offer.until", Formats.moment(offer.until(), language)));
        var yes = button("visit.offer.yes", () -> show(doing.take(offer.id()), "visit.moved"));
        var no = button(
                "visit.offer.no",
                () -> {
                    doing.decline();
                    changed.accept(visit, "visit.offer.declined");
                },
                "line");
        var buttons = new Div(yes, no);
        buttons.addClassName("pair");
        var card = new Div(
                new H2(getTranslation("visit.offer.title", Formats.moment(offer.start(), language))), until, buttons);
        card.addClassNames("card", "stack");
        add(card);
    }

    private void wish(boolean waits) {
        var text = new Paragraph(getTranslation(waits ? "visit.wish.waits" : "visit.wish.lead"));
        text.addClassNames("soft", "small");
        var toggle = button(
                waits ? "visit.wish.stop" : "visit.wish.start",
                () -> {
                    doing.wish(!waits);
                    changed.accept(visit, waits ? "visit.wish.stopped" : "visit.wish.started");
                },
                "line",
                "s");
        add(text, toggle);
    }

    private void chooseTime() {
        place.removeAll();
        place.add(
                new H2(getTranslation("visit.move.title")),
                new SlotChooser(
                        (first, last) -> doing.free(first, last).stream()
                                .filter(slot -> !slot.start().isEqual(visit.start()))
                                .toList(),
                        doing::whyNothing,
                        doing.today(),
                        doing.horizon(),
                        this::move));
    }

    private void move(Slot slot) {
        act(() -> show(doing.move(slot.start()), "visit.moved"));
    }

    /** The link may have died since the page was drawn; then it is drawn again and says so. */
    private void act(Runnable action) {
        try {
            action.run();
        } catch (LinkIsDeadException e) {
            changed.accept(visit, "visit.toolate");
        }
    }

    private void reallyCancel() {
        place.removeAll();
        var yes = button("visit.cancel.yes", () -> show(doing.cancel(), "visit.cancelled"), "ember");
        var buttons = new Div(yes, button("visit.cancel.no", place::removeAll, "line"));
        buttons.addClassName("pair");
        var ask = new Div(new Paragraph(getTranslation("visit.cancel.really")), buttons);
        ask.addClassName("card");
        ask.getElement().setAttribute("role", "group");
        place.add(ask);
        yes.focus();
    }

    private void show(Booking booking, String done) {
        switch (booking) {
            case Booking.Done now -> changed.accept(now.visit(), done);
            case Booking.SlotTaken taken -> offer(getTranslation("visit.taken"), taken.nearest());
            case Booking.NotOffered closed ->
                offer(RuleWords.of(this, closed.why()) + " " + getTranslation("visit.nearest"), closed.nearest());
            case Booking.TooMany tooMany -> say(getTranslation("visit.toomany", tooMany.limit()));
            case Booking.HoldExpired expired -> say(getTranslation("visit.expired"));
            case Booking.TooLate late -> changed.accept(late.visit(), "visit.toolate");
            case Booking.AlreadyBooked already -> changed.accept(already.visit(), "visit.already");
        }
    }

    private void offer(String words, List<Slot> nearest) {
        var times = new Div();
        times.addClassName("chips");
        nearest.forEach(slot -> times.add(SlotChooser.longChip(slot, () -> move(slot))));
        say(words);
        notice.add(times);
    }

    private void say(String text) {
        notice.removeAll();
        notice.setClassName("notice");
        notice.add(new Paragraph(text));
        notice.getElement().executeJs("this.scrollIntoView({block: 'center', behavior: 'smooth'})");
    }

    private NativeButton button(String key, Runnable action, String... classes) {
        var button = new NativeButton(getTranslation(key), click -> act(action));
        button.addClassName("btn");
        button.addClassNames(classes);
        return button;
    }
}
