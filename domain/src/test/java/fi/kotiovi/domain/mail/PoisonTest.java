package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.InboundMailState;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters that break their reader, and mailboxes that hang. */
class PoisonTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Mailroom room = new Mailroom(town);

    @BeforeEach
    void anOffice() {
        town.work().office(1);
        town.db().deleteFrom(INBOUND_MAIL).execute();
    }

    @Test
    void M15_a_letter_that_cannot_be_read_is_left_aside_after_three_tries_and_others_flow() {
        var poison =
                room.keeps(Mails.from("myrkky@example.org"), town.clock.now().minusDays(1));
        var good = room.keeps(Mails.from("maija@example.org"), town.clock.now());
        for (int round = 0; round < 5; round++) {
            for (var due : room.filing.claimDue(10)) {
                if (due.id().equals(poison)) {
                    room.filing.failed(poison, "Not MIME");
                } else {
                    room.filing.file(due.id(), Mails.from("maija@example.org").opened(), Mails.US, "");
                }
            }
            town.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(state(poison)).isEqualTo(InboundMailState.QUARANTINED);
        assertThat(attempts(poison)).isEqualTo(3);
        assertThat(state(good)).isEqualTo(InboundMailState.FILED);
    }

    @Test
    void M15_a_letter_that_kills_its_reader_is_left_aside_too() {
        var poison = room.keeps(Mails.from("myrkky@example.org"), town.clock.now());
        for (int round = 0; round < 3; round++) {
            assertThat(room.filing.claimDue(10)).hasSize(1);
            assertThat(room.filing.claimDue(10)).as("while somebody reads it").isEmpty();
            town.clock.advance(FilingUpkeep.LEASE);
        }
        assertThat(room.filing.claimDue(10)).isEmpty();
        assertThat(state(poison)).isEqualTo(InboundMailState.QUARANTINED);
    }

    @Test
    void a_reader_that_died_before_the_end_leaves_nothing_double() {
        var mail = room.keeps(Mails.from("maija@example.org"), town.clock.now());
        room.filing.claimDue(10);
        town.clock.advance(FilingUpkeep.LEASE);
        assertThat(room.filing.claimDue(10)).hasSize(1);
        room.filing.file(mail, Mails.from("maija@example.org").opened(), Mails.US, "");
        town.clock.advance(FilingUpkeep.LEASE);
        assertThat(room.filing.claimDue(10)).isEmpty();
        room.filing.failed(mail, "too late");
        assertThat(state(mail)).isEqualTo(InboundMailState.FILED);
    }

    @Test
    void M16_one_mailbox_has_one_fetcher_however_long_its_server_is_silent() {
        var mailbox = "hidas@kotiovi.example";
        var results = Race.of(8, i -> () -> room.mailboxes.lease(mailbox, UUID.randomUUID()));
        assertThat(results).containsOnlyOnce(true);
    }

    @Test
    void M16_a_fetcher_that_died_is_replaced_when_its_lease_is_over() {
        var mailbox = "kuollut@kotiovi.example";
        var dead = UUID.randomUUID();
        var next = UUID.randomUUID();
        assertThat(room.mailboxes.lease(mailbox, dead)).isTrue();
        assertThat(room.mailboxes.lease(mailbox, next)).isFalse();
        town.clock.advance(MailboxUpkeep.LEASE);
        assertThat(room.mailboxes.lease(mailbox, next)).isTrue();
        room.mailboxes.release(mailbox, dead, "");
        assertThat(room.mailboxes.lease(mailbox, UUID.randomUUID()))
                .as("a ghost releases nobody's lease")
                .isFalse();
    }

    @Test
    void a_letter_fetched_twice_is_kept_once_and_one_without_an_id_by_its_hash() {
        var raw = new byte[] {'h', 'e', 'i'};
        var at = town.clock.now();
        assertThat(room.mailboxes.store(Mails.US.address(), "<a@b>", raw, at)).isTrue();
        assertThat(room.mailboxes.store(Mails.US.address(), "<a@b>", raw, at)).isFalse();
        assertThat(room.mailboxes.store(Mails.US.address(), "", raw, at)).isTrue();
        assertThat(room.mailboxes.store(Mails.US.address(), " ", raw, at)).isFalse();
        assertThat(room.mailboxes.store(Mails.US.address(), "<a@b>", new byte[] {'m', 'u', 'u'}, at))
                .as("another letter under the same id is not lost")
                .isTrue();
    }

    private static InboundMailState state(UUID mail) {
        return town.db()
                .select(INBOUND_MAIL.STATE)
                .from(INBOUND_MAIL)
                .where(INBOUND_MAIL.ID.eq(mail))
                .fetchSingle(mapping(value -> value));
    }

    private static int attempts(UUID mail) {
        return town.db()
                .select(INBOUND_MAIL.ATTEMPTS)
                .from(INBOUND_MAIL)
                .where(INBOUND_MAIL.ID.eq(mail))
                .fetchSingle(mapping(value -> value));
    }
}
