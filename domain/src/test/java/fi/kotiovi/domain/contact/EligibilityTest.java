package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF_LANGUAGE;
import static fi.kotiovi.db.Tables.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EligibilityTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final Teams teams = town.backOffice(Teams.class);
    private final UUID office = town.work().office(1);
    private final UUID elsewhere = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(elsewhere, "Eino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff matti = town.work().clerk("Matti", office, StaffRole.AGENT);
    private final Caller.Staff lead = town.work().clerk("Johtaja", office, StaffRole.MANAGER);

    @BeforeEach
    void anEmptyLineAndNoTeams() {
        town.clock.setHelsinki(Town.START);
        post.empty();
        town.db().deleteFrom(TEAM).execute();
        town.db().deleteFrom(STAFF_LANGUAGE).execute();
    }

    @Test
    void whoever_is_in_a_team_takes_its_topics_and_what_no_team_looks_after() {
        team("Sopimukset", Set.of(liisa.id()), Set.of("LEASE"), Set.of());
        team("Vuokrat", Set.of(matti.id()), Set.of("RENT"), Set.of());
        var rent = writes(aino, "RENT");
        var keys = writes(aino, "KEYS");
        var lease = writes(aino, "LEASE");
        assertThat(takenBy(liisa)).as("of no team").isEqualTo(keys);
        done(liisa, keys);
        assertThat(takenBy(liisa)).isEqualTo(lease);
        assertThat(takenBy(matti)).isEqualTo(rent);
        done(liisa, lease);
        assertThat(town.as(liisa, post.queue::takeNext)).isEmpty();
    }

    @Test
    void whoever_is_in_no_team_takes_from_everywhere_as_before() {
        team("Vuokrat", Set.of(matti.id()), Set.of("RENT"), Set.of(office));
        var first = writes(eino, "KEYS");
        var second = writes(aino, "RENT");
        assertThat(takenBy(liisa)).isEqualTo(first);
        done(liisa, first);
        assertThat(takenBy(liisa)).isEqualTo(second);
    }

    @Test
    void a_team_of_an_office_leaves_the_other_offices_to_their_teams() {
        team("Täällä", Set.of(liisa.id()), Set.of(), Set.of(office));
        team("Siellä", Set.of(matti.id()), Set.of(), Set.of(elsewhere));
        var there = writes(eino, "RENT");
        var here = writes(aino, "RENT");
        assertThat(takenBy(liisa)).isEqualTo(here);
        assertThat(takenBy(matti)).isEqualTo(there);
    }

    @Test
    void whoever_answers_in_one_language_is_given_no_other() {
        town.as(lead, () -> teams.answersIn(liisa.id(), Set.of(Language.SV)));
        var finnish = writes(aino, "RENT");
        town.db()
                .update(RESIDENT)
                .set(RESIDENT.LANGUAGE, Language.SV)
                .where(RESIDENT.ID.eq(eino.id()))
                .execute();
        var swedish = writes(eino, "RENT");
        assertThat(takenBy(liisa)).isEqualTo(swedish);
        assertThat(takenBy(matti)).isEqualTo(finnish);
        town.db()
                .update(RESIDENT)
                .set(RESIDENT.LANGUAGE, Language.FI)
                .where(RESIDENT.ID.eq(eino.id()))
                .execute();
    }

    @Test
    void a_team_without_people_keeps_nothing_waiting() {
        team("Tyhjä", Set.of(), Set.of("RENT"), Set.of());
        team("Muut", Set.of(liisa.id()), Set.of("KEYS"), Set.of());
        assertThat(takenBy(liisa, writes(aino, "RENT"))).isTrue();
    }

    @Test
    void what_was_handed_to_a_team_by_name_is_for_its_people_only_until_it_is_dissolved() {
        var team = team("Perintä", Set.of(matti.id()), Set.of("LEASE"), Set.of());
        var contact = writes(aino, "RENT");
        town.db()
                .update(CONTACT)
                .set(CONTACT.TEAM_ID, team)
                .where(CONTACT.ID.eq(contact))
                .execute();
        assertThat(town.as(liisa, post.queue::takeNext)).isEmpty();
        var seen = town.as(liisa, () -> post.queue.waiting(0, 1)).getFirst().standing();
        assertThat(seen.mine()).isFalse();
        assertThat(seen.team()).isEqualTo("Perintä");
        town.as(lead, () -> teams.dissolve(team));
        assertThat(takenBy(liisa)).isEqualTo(contact);
    }

    @Test
    void two_teams_cannot_have_one_name_and_a_name_is_needed() {
        assertThat(town.as(lead, () -> teams.add("Vuokrat"))).isEqualTo(Teaming.DONE);
        assertThat(town.as(lead, () -> teams.add(" Vuokrat "))).isEqualTo(Teaming.NAME_TAKEN);
        assertThat(town.as(lead, () -> teams.add(" "))).isEqualTo(Teaming.NAME_MISSING);
        assertThat(town.as(lead, () -> teams.add("x".repeat(61)))).isEqualTo(Teaming.NAME_TOO_LONG);
        assertThat(town.as(lead, () -> teams.save(new Team(UUID.randomUUID(), "?", Set.of(), Set.of(), Set.of()))))
                .isEqualTo(Teaming.GONE);
    }

    @Test
    void teams_are_for_the_lead_to_decide() {
        assertThatThrownBy(() -> town.as(liisa, () -> teams.add("Omat"))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(liisa, () -> teams.answersIn(liisa.id(), Set.of())))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(aino, teams::list)).isInstanceOf(NotAllowedException.class);
    }

    private UUID team(String name, Set<UUID> members, Set<String> topics, Set<UUID> offices) {
        town.as(lead, () -> teams.add(name));
        var id = town.as(lead, teams::list).stream()
                .filter(team -> team.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(town.as(lead, () -> teams.save(new Team(id, name, members, topics, offices))))
                .isEqualTo(Teaming.DONE);
        return id;
    }

    private UUID writes(Caller.Resident who, String topic) {
        town.clock.advance(Duration.ofSeconds(1));
        var message = new WriteContact(UUID.randomUUID(), topic, "Asia", "Hei!", List.of());
        return Expect.a(Writing.Sent.class, town.as(who, () -> post.mine.write(message)))
                .contact()
                .id();
    }

    private UUID takenBy(Caller.Staff who) {
        return post.takes(who).id();
    }

    private boolean takenBy(Caller.Staff who, UUID contact) {
        return takenBy(who).equals(contact);
    }

    private void done(Caller.Staff who, UUID contact) {
        town.as(who, () -> post.answers.close(contact, "Hoidettu", post.newest(who, contact)));
    }
}
