package fi.kotiovi.backoffice.shell;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.line.LineDesk;
import fi.kotiovi.domain.oncall.Alert;
import fi.kotiovi.domain.oncall.Alerts;
import fi.kotiovi.domain.oncall.OnCall;
import fi.kotiovi.domain.visit.VisitDesk;
import fi.kotiovi.domain.workorder.WorkOrders;
import fi.kotiovi.vocabulary.TicketState;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the frame around every page shows: how much waits where, what burns, and who is on call. */
@Component
public class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private final ContactQueue queue;
    private final VisitDesk desk;
    private final LineDesk line;
    private final WorkOrders workOrders;
    private final Alerts alerts;
    private final OnCall onCall;
    private final Clock clock;

    Pulse(
            ContactQueue queue,
            VisitDesk desk,
            LineDesk line,
            WorkOrders workOrders,
            Alerts alerts,
            OnCall onCall,
            Clock clock) {
        this.queue = queue;
        this.desk = desk;
        this.line = line;
        this.workOrders = workOrders;
        this.alerts = alerts;
        this.onCall = onCall;
        this.clock = clock;
    }

    /** Only what this person may see is asked for. */
    public Beat of(Caller.Staff me) {
        return new Beat(
                Section.QUEUE.isFor(me) ? queue.length().waiting() : 0,
                Section.DESK.isFor(me) ? toServe() : 0,
                Section.WORK.isFor(me) ? workOrders.countOpen() : 0,
                alerts.countWaiting() == 0 ? List.of() : alerts.waiting(),
                Optional.of(onCall.now()));
    }

    /** The frame must stand even while the database is away; it then says so. */
    Beat ofOrUnknown(Caller.Staff me) {
        try {
            return of(me);
        } catch (RuntimeException e) {
            LOG.debug("The frame is drawn without figures", e);
            return Beat.UNKNOWN;
        }
    }

    /** Who is still to come, and who is here. */
    private int toServe() {
        var coming = desk.on(Helsinki.today(clock)).stream().filter(visit -> visit.state() == VisitState.BOOKED);
        var here = line.today().stream().filter(ticket -> ticket.state() != TicketState.NO_SHOW);
        return (int) (coming.count() + here.count());
    }

    /** One look at everything; {@code alerts} the oldest first; {@code onCall} is empty when nobody can tell now. */
    public record Beat(int queue, int desk, int work, List<Alert> alerts, Optional<List<OnCall.Person>> onCall) {
        static final Beat UNKNOWN = new Beat(0, 0, 0, List.of(), Optional.empty());

        boolean isKnown() {
            return onCall.isPresent();
        }
    }
}
