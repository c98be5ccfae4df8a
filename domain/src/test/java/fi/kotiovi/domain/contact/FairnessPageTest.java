package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FairnessPageTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final Fairness fairness = town.backOffice(Fairness.class);
    private final Teams teams = town.backOffice(Teams.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff matti = town.work().clerk("Matti", office, StaffRole.AGENT);
    private final Caller.Staff lead = town.work().clerk("Johtaja", office, StaffRole.MANAGER);

    @BeforeEach
    void nothingHasHappened() {
        town.clock.setHelsinki(Town.START);
        post.empty();
        town.db().deleteFrom(CONTACT_EVENT).execute();
    }

    @Test
    void H03_a_day_of_taking_skipping_answering_and_promising_has_no_inversion() {
        for (int i = 0; i < 6; i++) {
            writesLater("Asia " + i);
        }
        for (int i = 0; i < 3; i++) {
            var skipped = next(liisa);
            town.as(liisa, () -> post.queue.handBack(skipped, "En osaa"));
            answer(matti, next(matti));
            answer(liisa, next(liisa));
        }
        assertThat(town.as(lead, fairness::inversions)).isZero();
        assertThat(town.as(lead, () -> fairness.skips(10)))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(skip -> skip.reason().equals("En osaa") && skip.who().equals("Liisa Virtanen"));
        assertThat(town.as(lead, fairness::answers)).isPositive();
    }

    @Test
    void H03_somebody_passed_over_is_counted() {
        var first = writesLater("Ensin").id();
        writesLater("Sitten");
        // whoever goes past the rules straight in the database is found out all the same
        hide(first, ContactState.ANSWERED);
        answer(liisa, next(liisa));
        hide(first, ContactState.NEW);
        assertThat(next(liisa)).isEqualTo(first);
        assertThat(town.as(lead, fairness::inversions)).isEqualTo(1);
    }

    @Test
    void H03_what_a_reply_brings_back_later_passed_nobody_over_when_it_was_taken_first() {
        var first = writesLater("Ensin");
        var second = writesLater("Sitten");
        answer(liisa, next(liisa));
        town.clock.advance(Duration.ofSeconds(1));
        post.replies(aino, first, "Kiitos! Vielä yksi asia.");
        assertThat(next(liisa)).isEqualTo(second.id());
        assertThat(town.as(lead, fairness::inversions)).isZero();
    }

    @Test
    void a_topic_with_nobody_at_work_for_it_needs_help() {
        writesLater("Vuokra");
        var empty = rent();
        assertThat(empty.waiting()).isEqualTo(1);
        assertThat(empty.manned()).isFalse();
        assertThat(empty.needsHelp()).isTrue();
        post.takes(liisa);
        town.clock.advance(Duration.ofMinutes(1));
        writesLater("Toinen");
        assertThat(rent().needsHelp()).isFalse();
        town.clock.setHelsinki("2026-03-09T08:00");
        assertThat(rent().late()).isEqualTo(1);
        assertThat(rent().needsHelp()).isTrue();
    }

    @Test
    void a_team_shows_what_waits_for_it_and_who_is_there() {
        town.as(lead, () -> teams.add("Vuokrat"));
        var team = town.as(lead, teams::list).getFirst();
        town.as(
                lead,
                () -> teams.save(new Team(
                        team.id(), team.name(), Set.of(liisa.id(), matti.id()), Set.of("RENT"), Set.of(office))));
        writesLater("Ensin");
        var second = writesLater("Sitten");
        post.takes(liisa);
        var share = town.as(lead, fairness::teams).getFirst();
        assertThat(share.waiting()).isEqualTo(1);
        assertThat(share.oldest()).isEqualTo(second.arrivedAt());
        assertThat(share.people()).isEqualTo(2);
        assertThat(share.present()).isEqualTo(1);
        town.as(lead, () -> teams.dissolve(team.id()));
    }

    @Test
    void the_page_is_for_whoever_leads() {
        assertThatThrownBy(() -> town.as(liisa, fairness::inversions)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(liisa, () -> fairness.skips(1))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(liisa, fairness::topics)).isInstanceOf(NotAllowedException.class);
    }

    private Fairness.Share rent() {
        return town.as(lead, fairness::topics).getFirst();
    }

    private UUID next(Caller.Staff who) {
        town.clock.advance(Duration.ofSeconds(1));
        return post.takes(who).id();
    }

    private void answer(Caller.Staff who, UUID contact) {
        town.clock.advance(Duration.ofSeconds(1));
        post.answers(who, contact, "Näin.");
    }

    private void hide(UUID contact, ContactState state) {
        town.db().execute("alter table contact disable trigger contact_comes_back");
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, state)
                .where(CONTACT.ID.eq(contact))
                .execute();
        town.db().execute("alter table contact enable trigger contact_comes_back");
    }

    private MyContact writesLater(String subject) {
        town.clock.advance(Duration.ofSeconds(1));
        return post.writes(aino, subject);
    }
}
