package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FairnessTest {
    private static final int AGENTS = 16;
    private static final int CONTACTS = 2_000;

    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);

    @Test
    void H03_Q01_sixteen_clerks_empty_a_line_of_two_thousand_in_order_and_nobody_gets_the_same() {
        var office = town.work().office(1);
        var aino = town.homes().residentOf(office, "Aino");
        var agents = IntStream.range(0, AGENTS)
                .mapToObj(i -> town.work().clerk("Agent" + i, office, StaffRole.AGENT))
                .toList();
        fillTheLine(office, aino);
        var deadlocks = town.deadlocks();

        var hands = Race.of(AGENTS, i -> () -> work(agents.get(i)));

        var all = hands.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(CONTACTS);
        assertThat(new HashSet<>(all)).as("each handed out once").hasSize(CONTACTS);
        for (var hand : hands) {
            assertThat(hand.stream().map(Taken::arrivedAt).toList())
                    .as("in order of arrival")
                    .isSorted();
        }
        assertThat(hands).as("nobody is left without work").allMatch(hand -> hand.size() > CONTACTS / AGENTS / 10);
        assertThat(town.deadlocks()).isEqualTo(deadlocks);
        assertThat(town.db().fetchCount(CONTACT_EVENT, CONTACT_EVENT.KIND.eq(ContactEventKind.TAKEN)))
                .isEqualTo(CONTACTS);
    }

    private List<Taken> work(Caller.Staff agent) {
        var hand = new ArrayList<Taken>();
        for (var next = town.as(agent, post.queue::takeNext);
                next.isPresent();
                next = town.as(agent, post.queue::takeNext)) {
            var contact = next.get();
            hand.add(new Taken(contact.id(), contact.arrivedAt()));
            town.as(agent, () -> post.answers.close(contact.id(), "Hoidettu", contact.id()));
        }
        return hand;
    }

    /** Straight into the table, one a second, written in a shuffled order: arrival counts, not the row. */
    private static void fillTheLine(UUID office, Caller.Resident aino) {
        town.db()
                .execute(
                        """
                        insert into contact (number, office_id, resident_id, channel, topic_code, subject, language, state, arrived_at, promised_by)
                        select 'C-26-' || lpad((900000 + i)::text, 6, '0'), ?, ?, 'PORTAL_MESSAGE', 'RENT', 'Asia ' || i, 'FI', 'NEW',
                          ?::timestamptz + i * interval '1 second', ?::timestamptz + interval '2 days'
                        from generate_series(1, ?) i order by md5(i::text)
                        """,
                        office,
                        aino.id(),
                        town.clock.now().toString(),
                        town.clock.now().toString(),
                        CONTACTS);
        assertThat(town.db().fetchCount(CONTACT)).isEqualTo(CONTACTS);
    }

    private record Taken(UUID id, OffsetDateTime arrivedAt) {}
}
