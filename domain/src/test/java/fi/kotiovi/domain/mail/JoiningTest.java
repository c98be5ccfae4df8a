package fi.kotiovi.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.db.tables.records.ContactRecord;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clerk says that a letter belongs to another contact; and what only managers look at. */
class JoiningTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Mailroom room = new Mailroom(town);
    private final MailJoining joining = town.backOffice(MailJoining.class);
    private final Quarantine quarantine = town.backOffice(Quarantine.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff matti = town.work().clerk("Matti", office, StaffRole.AGENT);

    @BeforeEach
    void anEmptyLine() {
        room.empty();
    }

    @Test
    void M03_what_was_written_moves_over_and_the_older_arrival_counts() {
        var first = room.opened(Mails.from("maija@example.org").text("Ensin."));
        town.clock.advance(Duration.ofHours(1));
        var second = hinted(first);
        town.clock.advance(Duration.ofHours(1));
        town.as(liisa, room.queue::takeNext);
        assertThat(town.as(liisa, () -> joining.join(first.getId())))
                .as("belongs to nothing")
                .isFalse();
        room.empty();
        town.as(liisa, () -> take(second));
        assertThat(town.as(matti, () -> joining.join(second.getId())))
                .as("in somebody else's hand")
                .isFalse();
        assertThat(town.as(liisa, () -> joining.join(second.getId()))).isTrue();
        assertThat(room.thread(liisa, first.getId())).extracting(Message::body).containsExactly("Ensin.", "Ja tämä.");
        assertThat(room.contact(first.getId()).getState()).isEqualTo(ContactState.NEW);
        assertThat(room.contact(first.getId()).getArrivedAt()).isEqualTo(second.getArrivedAt());
        assertThat(room.contact(second.getId()).getState()).isEqualTo(ContactState.CLOSED);
        assertThat(town.as(liisa, () -> joining.join(second.getId())))
                .as("once")
                .isFalse();
    }

    @Test
    void only_the_office_joins_and_only_managers_see_what_could_not_be_read() {
        assertThatThrownBy(() -> town.as(aino, () -> joining.join(office))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(liisa, quarantine::count)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(liisa, () -> quarantine.beginning(office)))
                .isInstanceOf(NotAllowedException.class);
        assertThat(town.as(liisa, quarantine::isForCaller)).isFalse();
    }

    private ContactRecord hinted(ContactRecord first) {
        return room.opened(Mails.from("puoliso@example.org")
                .subject("Re: " + first.getNumber())
                .text("Ja tämä."));
    }

    /** Back in the line, so that the next one taken is this one. */
    private UUID take(ContactRecord contact) {
        contact.setState(ContactState.NEW);
        contact.update();
        return room.queue.takeNext().orElseThrow().id();
    }
}
