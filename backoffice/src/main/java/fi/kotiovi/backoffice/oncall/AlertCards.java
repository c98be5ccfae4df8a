package fi.kotiovi.backoffice.oncall;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.oncall.Acknowledging;
import fi.kotiovi.domain.oncall.Alert;
import fi.kotiovi.domain.oncall.Alerts;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The alerts that nobody has taken, wherever they are shown, and what happens when somebody takes one. */
@Component
public class AlertCards {
    private final Alerts alerts;
    private final Callers callers;
    private final Clock clock;

    AlertCards(Alerts alerts, Callers callers, Clock clock) {
        this.alerts = alerts;
        this.callers = callers;
        this.clock = clock;
    }

    public List<Alert> waiting() {
        return alerts.waiting();
    }

    public Div cards(List<Alert> waiting) {
        var mayTake = callers.anybody() instanceof Caller.Staff staff
                && staff.isAny(StaffRole.ON_CALL, StaffRole.CREW, StaffRole.FOREMAN);
        var cards = new Div();
        cards.addClassName("alert-cards");
        waiting.forEach(alert ->
                cards.add(new AlertCard(alert, clock, mayTake ? Optional.of(() -> take(alert)) : Optional.empty())));
        return cards;
    }

    private void take(Alert alert) {
        switch (alerts.acknowledge(alert.id())) {
            case Acknowledging.Acknowledged _ ->
                UI.getCurrent().navigate("work/" + alert.workOrder().id());
            case Acknowledging.TakenBy other ->
                Say.done(UI.getCurrent().getTranslation("alert.takenBy", other.givenName()));
        }
    }
}
