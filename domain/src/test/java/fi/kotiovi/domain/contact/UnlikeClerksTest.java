package fi.kotiovi.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnlikeClerksTest {
    private static final int AGENTS = 16;
    private static final int CONTACTS = 1_200;

    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final Teams teams = town.backOffice(Teams.class);

    @Test
    void H03_sixteen_clerks_who_may_take_different_things_each_get_theirs_in_order_of_arrival() {
        var office = town.work().office(1);
        var lead = town.work().clerk("Johtaja", office, StaffRole.MANAGER);
        var agents = IntStream.range(0, AGENTS)
                .mapToObj(i -> town.work().clerk("Agent" + i, office, StaffRole.AGENT))
                .toList();
        team(lead, "Vuokrat", members(agents, 0), Set.of("RENT"));
        team(lead, "Avaimet", members(agents, 1), Set.of("KEYS", "SAUNA"));
        members(agents, 2).forEach(staff -> town.as(lead, () -> teams.answersIn(staff, Set.of(Language.SV))));
        fillTheLine(office, town.homes().residentOf(office, "Aino"));

        var hands = Race.of(AGENTS, i -> () -> work(agents.get(i)));

        var all = hands.stream().flatMap(List::stream).toList();
        assertThat(all).as("each handed out").hasSize(CONTACTS);
        assertThat(new HashSet<>(all)).as("once").hasSize(CONTACTS);
        for (int agent = 0; agent < AGENTS; agent++) {
            var hand = hands.get(agent);
            assertThat(hand.stream().map(Taken::arrivedAt).toList())
                    .as("in order of arrival")
                    .isSorted();
            switch (agent % 4) {
                case 0 -> assertThat(hand).extracting(Taken::topic).isSubsetOf("Vuokra ja maksut", "Vuokrasopimus");
                case 1 -> assertThat(hand).extracting(Taken::topic).doesNotContain("Vuokra ja maksut");
                case 2 -> assertThat(hand).extracting(Taken::language).containsOnly(Language.SV);
                default -> assertThat(hand).isNotEmpty();
            }
        }
    }

    private Set<UUID> members(List<Caller.Staff> agents, int kind) {
        return new HashSet<>(IntStream.range(0, AGENTS)
                .filter(i -> i % 4 == kind)
                .mapToObj(i -> agents.get(i).id())
                .toList());
    }

    private void team(Caller.Staff lead, String name, Set<UUID> members, Set<String> topics) {
        town.as(lead, () -> teams.add(name));
        var team = town.as(lead, teams::list).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        town.as(lead, () -> teams.save(new Team(team.id(), name, members, topics, Set.of())));
    }

    private List<Taken> work(Caller.Staff agent) {
        var hand = new ArrayList<Taken>();
        for (var next = town.as(agent, post.queue::takeNext);
                next.isPresent();
                next = town.as(agent, post.queue::takeNext)) {
            var contact = next.get();
            hand.add(
                    new Taken(contact.id(), contact.arrivedAt(), contact.topic().fi(), contact.language()));
            town.as(agent, () -> post.answers.close(contact.id(), "Hoidettu", contact.id()));
        }
        return hand;
    }

    private static void fillTheLine(UUID office, Caller.Resident aino) {
        town.db()
                .execute(
                        """
                        insert into contact (number, office_id, resident_id, channel, topic_code, subject, language, state, arrived_at, promised_by)
                        select 'C-26-' || lpad((900000 + i)::text, 6, '0'), ?, ?, 'PORTAL_MESSAGE',
                          (array['RENT', 'KEYS', 'SAUNA', 'LEASE'])[1 + i % 4], 'Asia ' || i,
                          (case when i % 3 = 0 then 'SV' else 'FI' end)::language, 'NEW',
                          ?::timestamptz + i * interval '1 second', ?::timestamptz + interval '2 days'
                        from generate_series(1, ?) i order by md5(i::text)
                        """,
                        office,
                        aino.id(),
                        town.clock.now().toString(),
                        town.clock.now().toString(),
                        CONTACTS);
    }

    private record Taken(UUID id, OffsetDateTime arrivedAt, String topic, Language language) {}
}
