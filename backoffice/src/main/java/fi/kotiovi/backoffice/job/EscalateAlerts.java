package fi.kotiovi.backoffice.job;

import fi.kotiovi.domain.oncall.Escalation;

/** Alerts the next person of every alert that nobody has taken in time. */
class EscalateAlerts extends Ticker {
    private final Escalation escalation;

    EscalateAlerts(Escalation escalation) {
        this.escalation = escalation;
    }

    @Override
    void tick() {
        escalation.escalateDue();
    }
}
