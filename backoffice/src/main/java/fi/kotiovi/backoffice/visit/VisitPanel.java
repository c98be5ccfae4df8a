package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.key.KeyDesk;
import fi.kotiovi.backoffice.key.PreparationList;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.visit.Attending;
import fi.kotiovi.domain.visit.DeskStep;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.vocabulary.VisitState;
import java.util.Objects;
import java.util.function.Consumer;

/** One visit from the door to the end: the next step is always the big button. */
class VisitPanel extends Div {
    private static final long serialVersionUID = 1;

    private final DeskVisit visit;
    private final transient Consumer<DeskStep> step;
    private final Div actions = new Div();

    VisitPanel(DeskVisit visit, KeyDesk keyDesk, Consumer<DeskStep> step, Runnable changed) {
        this.visit = visit;
        this.step = step;
        addClassName("visit");
        actions.addClassName("visit-actions");
        add(pill(), name(), home());
        whoComes(visit.attending());
        if (visit.homeId() != null && visit.state() == VisitState.SERVING) {
            add(new KeyHandover(new VisitErrand(visit, visit.homeId(), keyDesk), keyDesk, changed));
        }
        if (visit.homeId() != null && movesKeys() && isAhead()) {
            keyDesk.preparations().of(visit.id()).ifPresent(ready -> add(new PreparationList(ready, keyDesk)));
        }
        add(actions);
        offerSteps();
    }

    private Pill pill() {
        var language = Languages.current();
        return new Pill(
                getTranslation("visit.type." + visit.type().code()) + " · "
                        + Formats.time(visit.local().toLocalTime(), language) + " · "
                        + getTranslation("desk.counterSmall", visit.counter()),
                visit.state() == VisitState.SERVING || visit.state() == VisitState.CHECKED_IN
                        ? Pill.Tone.MOSS
                        : Pill.Tone.PLAIN);
    }

    private H2 name() {
        var name = new H2(visit.residentName());
        name.addClassName("big");
        return name;
    }

    private Paragraph home() {
        var language = Languages.current();
        var address = visit.address();
        var line = new Paragraph((address == null ? "" : address.in(language) + " · ")
                + getTranslation("language."
                        + Objects.requireNonNullElse(visit.attending().spoken(), visit.language()))
                + " · " + visit.number());
        line.addClassName("soft");
        return line;
    }

    /** Whose papers to look at, and what to have ready before the door opens. */
    private void whoComes(Attending attending) {
        if (attending.proxyName() != null) {
            add(new Paragraph(getTranslation("desk.proxy", attending.proxyName())));
        }
        if (!attending.needs().isEmpty()) {
            var needs = new Div();
            needs.addClassNames("row", "wrap");
            attending.needs().forEach(need -> needs.add(new Pill(getTranslation("need." + need), Pill.Tone.SUN)));
            add(needs);
        }
    }

    private void offerSteps() {
        switch (visit.state()) {
            case BOOKED -> {
                tell("desk.told.BOOKED");
                offer("desk.checkIn", DeskStep.CHECK_IN, true);
                offer("desk.serve", DeskStep.SERVE, false);
                offer("desk.noShow", DeskStep.NO_SHOW, false);
            }
            case CHECKED_IN, CALLED -> {
                tell("desk.told.CHECKED_IN");
                offer("desk.serve", DeskStep.SERVE, true);
            }
            case SERVING -> offer("desk.finish", DeskStep.FINISH, !movesKeys());
            case NO_SHOW -> {
                tell("desk.told.NO_SHOW");
                offer("desk.checkIn", DeskStep.CHECK_IN, false);
            }
            case SERVED -> tell("desk.told.SERVED");
            case HELD, CANCELLED_RESIDENT, CANCELLED_OFFICE, EXPIRED -> tell("desk.movedOn");
        }
    }

    private boolean isAhead() {
        return visit.state() == VisitState.BOOKED
                || visit.state() == VisitState.CHECKED_IN
                || visit.state() == VisitState.CALLED;
    }

    private boolean movesKeys() {
        return visit.type().handsOverKeys() || visit.type().takesKeysBack();
    }

    private void tell(String key) {
        var sentence = new Paragraph(getTranslation(key));
        sentence.addClassName("told");
        actions.add(sentence);
    }

    private void offer(String key, DeskStep to, boolean first) {
        var text = getTranslation(key);
        actions.add(first ? Buttons.primary(text, () -> step.accept(to)) : Buttons.line(text, () -> step.accept(to)));
    }
}
