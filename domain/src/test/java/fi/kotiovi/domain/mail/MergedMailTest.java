package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.RESIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Merges;
import fi.kotiovi.domain.contact.Merging;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.StaffRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two letters that a clerk has found to be one matter. */
class MergedMailTest {
    private static final String ADDRESS = "aino.yksi@example.org";

    @RegisterExtension
    static final Town town = Town.found();

    private final Mailroom room = new Mailroom(town);

    @Test
    void H09_a_late_letter_to_what_has_been_merged_goes_on_where_that_went_on() {
        town.clock.setHelsinki(Town.START);
        room.empty();
        var office = town.work().office(1);
        var liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
        var aino = town.homes().residentOf(office, "Aino");
        town.db()
                .update(RESIDENT)
                .set(RESIDENT.EMAIL, ADDRESS)
                .where(RESIDENT.ID.eq(aino.id()))
                .execute();
        var first = room.opened(Mails.from(ADDRESS).subject("Vuokra"));
        var second = room.opened(Mails.from(ADDRESS).subject("Sama vuokra"));
        var queue = town.backOffice(ContactQueue.class);
        var merges = town.backOffice(Merges.class);
        var inHand = town.as(liisa, queue::takeNext).orElseThrow().id();
        var other = inHand.equals(first.getId()) ? second : first;
        assertThat(town.as(liisa, () -> merges.merge(inHand, other.getId()))).isEqualTo(Merging.DONE);
        assertThat(room.files(Mails.from(ADDRESS).to(Mails.US.replyTo(other.getNumber()))))
                .isEqualTo(new MailFiling.Added(inHand));
        assertThat(room.thread(liisa, inHand)).hasSize(3);
    }
}
