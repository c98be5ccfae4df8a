package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.UI;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.line.Call;
import fi.kotiovi.domain.line.HandStep;
import java.io.Serializable;
import java.util.UUID;
import java.util.function.Consumer;

/** Does what a clerk presses, and says what came of it. */
class LineCommands implements Serializable {
    private static final long serialVersionUID = 1;

    private final transient LineServices services;
    private final transient Consumer<UUID> choose;
    private final UUID seat;

    LineCommands(LineServices services, UUID seat, Consumer<UUID> choose) {
        this.services = services;
        this.seat = seat;
        this.choose = choose;
    }

    void next() {
        tell(services.calls().next(seat));
    }

    TicketPanel.Commands of(UUID ticket) {
        return new TicketPanel.Commands() {
            @Override
            public void step(HandStep step) {
                tell(services.hands().step(ticket, step, seat));
            }

            @Override
            public void again() {
                tell(services.calls().again(seat));
            }

            @Override
            public void call() {
                tell(services.calls().one(ticket, seat));
            }

            @Override
            public void back() {
                moved(services.desk().back(ticket), ticket);
            }

            @Override
            public void gone() {
                moved(services.desk().gone(ticket), ticket);
            }

            @Override
            public void addMatter(String type) {
                tell(services.hands().addMatter(ticket, type, seat));
            }

            @Override
            public void handOn(UUID colleague) {
                tell(services.hands().handOn(ticket, colleague, seat));
            }
        };
    }

    private void moved(boolean done, UUID ticket) {
        if (!done) {
            Say.problem(text("desk.ticketMovedOn"));
        }
        choose.accept(ticket);
    }

    private void tell(Call call) {
        switch (call) {
            case Call.Done done -> choose.accept(done.ticket().id());
            case Call.StillHere here -> {
                Say.done(text("desk.stillHere", here.ticket().label()));
                choose.accept(here.ticket().id());
            }
            case Call.JustCalled just ->
                Say.done(text("desk.justCalled", just.ticket().label(), just.seconds()));
            case Call.NobodyWaits _ -> Say.done(text("desk.nobodyHere"));
            case Call.MovedOn _ -> Say.problem(text("desk.ticketMovedOn"));
            case Call.NoCounter _ -> Say.problem(text("desk.noCounter"));
            case Call.OtherWindow _ -> Say.problem(text("desk.otherWindow"));
        }
    }

    private static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }
}
