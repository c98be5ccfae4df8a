package fi.kotiovi.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class ResumingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final Resumptions resumptions = town.backOffice(Resumptions.class);
    private final Fairness fairness = town.backOffice(Fairness.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff matti = town.work().clerk("Matti", office, StaffRole.AGENT);
    private final Caller.Staff lead = town.work().clerk("Johtaja", office, StaffRole.MANAGER);
    private final Caller.Staff putki = town.work().clerk("Putki", office, StaffRole.CREW);

    @BeforeEach
    void anEmptyLine() {
        town.clock.setHelsinki(Town.START);
        post.empty();
    }

    @Test
    void what_is_answered_is_gone_on_with_and_passes_nobody_over() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        post.answers(liisa, mine.id(), "Kyllä.");
        post.letItLeave();
        var waiting = post.writes(eino, "Odottaa");
        var before = town.as(lead, fairness::inversions);
        assertThat(town.as(liisa, () -> resumptions.resume(mine.id()))).isEqualTo(Resuming.IN_HAND);
        post.answers(liisa, mine.id(), "Tarkennus: vasta huomenna.");
        post.letItLeave();
        assertThat(town.as(aino, () -> post.mine.thread(mine.id()))).hasSize(3);
        assertThat(post.takes(liisa).id()).isEqualTo(waiting.id());
        assertThat(town.as(lead, fairness::inversions)).isEqualTo(before);
    }

    @Test
    void what_was_done_with_stands_behind_those_who_wait_when_it_is_given_back() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        post.answers(liisa, mine.id(), "Kyllä.");
        town.clock.advance(Duration.ofHours(1));
        var waiting = post.writes(eino, "Odottaa");
        town.clock.advance(Duration.ofHours(1));
        town.as(liisa, () -> resumptions.resume(mine.id()));
        town.as(liisa, () -> post.queue.handBack(mine.id(), "Ei minun"));
        assertThat(post.seenBy(eino, waiting).place()).isEqualTo(1);
        assertThat(post.seenBy(aino, mine).place()).isEqualTo(2);
    }

    @Test
    void time_that_stood_still_goes_on_when_we_do() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        town.clock.setHelsinki("2026-03-03T12:00");
        town.as(
                liisa,
                () -> post.answers.answer(
                        mine.id(),
                        WriteAnswer.of(UUID.randomUUID(), "Mikä?"),
                        post.newest(liisa, mine.id()),
                        Ending.ASKED));
        town.clock.setHelsinki("2026-03-09T10:00");
        town.as(liisa, () -> resumptions.resume(mine.id()));
        assertThat(town.as(liisa, post.queue::inHand).orElseThrow().promisedBy())
                .isEqualTo(Town.at("2026-03-11T14:00"));
    }

    @Test
    void what_waits_is_taken_in_order_and_by_nobody_this_way() {
        post.writes(eino, "Ensin");
        var mine = post.writes(aino, "Vuokra");
        assertThat(town.as(liisa, () -> resumptions.resume(mine.id()))).isEqualTo(Resuming.NOT_NOW);
        assertThat(post.seenBy(aino, mine).state()).isEqualTo(ContactState.NEW);
    }

    @Test
    void one_hand_holds_one_contact() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        post.answers(liisa, mine.id(), "Kyllä.");
        post.writes(eino, "Toinen");
        post.takes(liisa);
        assertThat(town.as(liisa, () -> resumptions.resume(mine.id()))).isEqualTo(Resuming.HANDS_FULL);
        assertThat(town.as(matti, () -> resumptions.resume(mine.id()))).isEqualTo(Resuming.IN_HAND);
        assertThatThrownBy(() -> town.as(putki, () -> resumptions.resume(mine.id())))
                .isInstanceOf(NotAllowedException.class);
    }
}
