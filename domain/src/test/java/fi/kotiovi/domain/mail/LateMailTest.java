package fi.kotiovi.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Fairness;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail that its server had long before we could fetch it. */
class LateMailTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Mailroom room = new Mailroom(town);

    @Test
    void H03_nobody_is_passed_over_who_was_not_in_the_line_yet() {
        town.clock.setHelsinki(Town.START);
        room.empty();
        var office = town.work().office(1);
        var liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
        var lead = town.work().clerk("Johtaja", office, StaffRole.MANAGER);
        var queue = town.backOffice(ContactQueue.class);
        var fairness = town.backOffice(Fairness.class);
        var first = room.opened(Mails.from("eka@example.org")).getId();
        town.clock.advance(Duration.ofMinutes(1));
        assertThat(town.as(liisa, queue::takeNext).orElseThrow().id()).isEqualTo(first);
        town.clock.advance(Duration.ofMinutes(10));
        var late = room.opened(Mails.from("toka@example.org"), town.clock.now().minusHours(2))
                .getId();
        var seen = room.thread(liisa, first).getLast().id();
        town.as(liisa, () -> town.backOffice(Answers.class).close(first, "", seen));
        town.clock.advance(Duration.ofMinutes(1));
        assertThat(town.as(liisa, queue::takeNext).orElseThrow().id()).isEqualTo(late);
        assertThat(town.as(lead, fairness::inversions)).isZero();
    }
}
