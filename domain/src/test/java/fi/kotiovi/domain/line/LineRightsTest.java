package fi.kotiovi.domain.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LineRightsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final UUID seat = UUID.randomUUID();

    @Test
    void only_the_desk_calls_and_only_at_its_own_office() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var hall = new Hall(town, 1);
        hall.takes("OTHER");
        var agent = town.work().clerk("Matti", hall.office, StaffRole.AGENT);
        var crew = town.work().mechanic("Pekka", town.work().crew("Huolto"), StaffRole.CREW);
        var resident = town.homes().residentOf(hall.office, "Aino");
        var homeless = town.work().mechanic("Irto", town.work().crew("Huolto"), StaffRole.DESK);
        for (var caller : List.<Caller>of(agent, crew, resident, homeless)) {
            refused(() -> town.as(caller, () -> town.backOffice(LineDesk.class).today()));
            refused(() -> town.as(caller, () -> town.backOffice(LineDesk.class).take("OTHER", Language.FI)));
            refused(() ->
                    town.as(caller, () -> town.backOffice(CounterShifts.class).open(1, false, seat)));
        }
        for (var caller : List.<Caller>of(agent, crew, resident)) {
            refused(() -> town.as(caller, () -> town.backOffice(Calls.class).next(seat)));
            refused(() -> town.as(caller, () -> town.backOffice(Hands.class).inHand()));
        }
        refused(() -> town.backOffice(LineDesk.class).today());
        refused(() -> town.backOffice(Calls.class).next(seat));
    }

    @Test
    void a_clerk_of_another_office_neither_sees_nor_moves_a_ticket_of_this_one() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var hall = new Hall(town, 1);
        hall.takes("OTHER");
        var ticket = hall.clerk("Liisa", 1).sees().getFirst();
        var stranger = new Hall(town, 1).clerk("Muu", 1);
        assertThat(stranger.sees()).isEmpty();
        Expect.a(Call.MovedOn.class, stranger.calls(ticket));
        Expect.a(Call.MovedOn.class, stranger.step(ticket, HandStep.SERVE));
        assertThat(town.as(
                        stranger.person, () -> town.backOffice(LineDesk.class).gone(ticket.id())))
                .isFalse();
        assertThat(hall.waiting()).containsExactly("B1");
    }

    @Test
    void the_residents_site_cannot_run_what_the_desk_runs() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var hall = new Hall(town, 1);
        hall.takes("OTHER");
        var liisa = hall.clerk("Liisa", 1);
        // the services exist in both applications; the database knows which one asks
        assertThatThrownBy(() ->
                        town.as(liisa.person, () -> town.portal(Calls.class).next(liisa.seat)))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() ->
                        town.as(liisa.person, () -> town.portal(LineDesk.class).today()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() ->
                        town.as(liisa.person, () -> town.portal(LineDesk.class).take("OTHER", Language.FI)))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_secret_opens_one_place_and_no_other() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var hall = new Hall(town, 1);
        var first = hall.takes("OTHER");
        var second = hall.takes("OTHER");
        assertThat(hall.place(first.secret()).label()).isEqualTo(first.label());
        town.portal(MyPlace.class).leave(first.secret());
        assertThat(hall.waiting()).containsExactly(second.label());
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotAllowedException.class);
    }
}
