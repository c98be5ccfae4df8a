package fi.kotiovi.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LookersTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final Lookers lookers = town.backOffice(Lookers.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff matti = town.work().clerk("Matti", office, StaffRole.AGENT);
    private final Caller.Staff putki = town.work().clerk("Putki", office, StaffRole.CREW);

    @BeforeEach
    void anEmptyLine() {
        town.clock.setHelsinki(Town.START);
        post.empty();
    }

    @Test
    void two_with_one_contact_on_the_screen_are_told_of_each_other() {
        var mine = post.writes(aino, "Vuokra");
        var other = post.writes(eino, "Toinen");
        assertThat(town.as(liisa, () -> lookers.look(mine.id()))).isEmpty();
        assertThat(town.as(matti, () -> lookers.look(mine.id()))).containsExactly(new Lookers.Looker("Liisa", false));
        assertThat(town.as(liisa, () -> lookers.look(mine.id()))).containsExactly(new Lookers.Looker("Matti", false));
        assertThat(town.as(matti, () -> lookers.look(other.id()))).isEmpty();
    }

    @Test
    void who_types_writes_and_who_stops_only_looks() {
        var mine = post.writes(aino, "Vuokra");
        town.as(liisa, () -> lookers.write(mine.id()));
        assertThat(town.as(matti, () -> lookers.look(mine.id()))).containsExactly(new Lookers.Looker("Liisa", true));
        for (var second = 0; second < 15; second++) {
            town.clock.advance(Duration.ofSeconds(1));
            town.as(liisa, () -> lookers.look(mine.id()));
        }
        assertThat(town.as(matti, () -> lookers.look(mine.id()))).containsExactly(new Lookers.Looker("Liisa", false));
    }

    @Test
    void whoever_closes_the_page_is_gone_in_a_quarter_of_a_minute() {
        var mine = post.writes(aino, "Vuokra");
        town.as(liisa, () -> lookers.look(mine.id()));
        town.clock.advance(Lookers.LOOKS);
        assertThat(town.as(matti, () -> lookers.look(mine.id()))).isEmpty();
        town.clock.advance(Duration.ofDays(2));
        assertThat(lookers.forget()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_crew_does_not_look_at_contacts() {
        var mine = post.writes(aino, "Vuokra");
        assertThatThrownBy(() -> town.as(putki, () -> lookers.look(mine.id()))).isInstanceOf(NotAllowedException.class);
    }
}
