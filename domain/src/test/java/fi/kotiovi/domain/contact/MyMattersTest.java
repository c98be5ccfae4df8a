package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.ContactVerdict;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MyMattersTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final MyMatters matters = town.portal(MyMatters.class);
    private final ContactPromises promises = town.backOffice(ContactPromises.class);
    private final Verdicts verdicts = town.backOffice(Verdicts.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);

    private final Caller.Staff lead = town.work().clerk("Johtaja", office, StaffRole.MANAGER);

    @BeforeEach
    void nothingHasHappened() {
        town.clock.setHelsinki(Town.START);
        post.empty();
        town.db().deleteFrom(CONTACT_EVENT).execute();
    }

    @Test
    void the_waiting_time_is_guessed_from_the_pace_of_the_last_hours_with_its_range() {
        town.clock.setHelsinki("2026-03-03T09:00");
        handle(9);
        town.clock.setHelsinki("2026-03-03T11:30");
        handle(3);
        town.clock.setHelsinki("2026-03-03T11:45");
        assertThat(town.as(aino, () -> matters.guess(4)))
                .contains(new WaitingTime(Duration.ofMinutes(60), Duration.ofMinutes(80)));
    }

    @Test
    void nothing_is_guessed_when_little_is_known_or_the_line_stands_still_or_the_day_ends() {
        assertThat(town.as(aino, () -> matters.guess(1))).isEmpty();
        handle(6);
        assertThat(town.as(aino, () -> matters.guess(1))).isPresent();
        town.clock.advance(Duration.ofHours(2));
        assertThat(town.as(aino, () -> matters.guess(1)))
                .as("nobody was taken lately")
                .isEmpty();
        town.clock.setHelsinki("2026-03-03T15:50");
        handle(6);
        assertThat(town.as(aino, () -> matters.guess(5))).as("not today").isEmpty();
    }

    @Test
    void a_resident_closes_the_own_matter_but_not_from_under_a_clerk_nor_anybody_elses() {
        var mine = post.writes(aino, "Hoitui jo");
        assertThat(town.as(eino, () -> matters.close(mine.id()))).isFalse();
        assertThat(town.as(aino, () -> matters.close(mine.id()))).isTrue();
        assertThat(town.as(aino, () -> matters.close(mine.id()))).isFalse();
        assertThat(post.seenBy(aino, mine).state()).isEqualTo(ContactState.CLOSED);
        assertThat(town.as(liisa, post.queue::length).waiting()).isZero();
        var taken = post.writes(aino, "Luetaan jo");
        post.takes(liisa);
        assertThat(town.as(aino, () -> matters.close(taken.id()))).isFalse();
        town.as(
                liisa,
                () -> promises.promise(
                        taken.id(),
                        UUID.randomUUID(),
                        "Selvitän.",
                        post.newest(liisa, taken.id()),
                        LocalDate.of(2026, 3, 5)));
        assertThat(town.as(aino, () -> matters.close(taken.id())))
                .as("a promise too")
                .isTrue();
    }

    @Test
    void an_answer_is_rated_with_a_tap_and_a_word_and_the_last_one_counts() {
        var mine = post.writes(aino, "Kysymys");
        assertThat(town.as(aino, () -> matters.rate(mine.id(), ContactVerdict.HELPED, "")))
                .isFalse();
        post.takes(liisa);
        post.answers(liisa, mine.id(), "Näin.");
        assertThat(town.as(aino, () -> matters.rate(mine.id(), ContactVerdict.HELPED, "")))
                .as("before it has left")
                .isFalse();
        post.letItLeave();
        assertThat(town.as(eino, () -> matters.rate(mine.id(), ContactVerdict.NOT, "")))
                .isFalse();
        assertThat(town.as(aino, () -> matters.rate(mine.id(), ContactVerdict.PARTLY, "Lyhyt")))
                .isTrue();
        assertThat(town.as(aino, () -> matters.rate(mine.id(), ContactVerdict.HELPED, " Kiitos ")))
                .isTrue();
        assertThat(town.as(aino, () -> matters.verdict(mine.id())))
                .contains(new Verdict(ContactVerdict.HELPED, "Kiitos"));
        assertThat(town.as(lead, verdicts::tally)).isEqualTo(Map.of(ContactVerdict.HELPED, 1));
        assertThat(town.as(lead, () -> verdicts.words(5)))
                .extracting(Verdicts.Said::number, Verdicts.Said::word)
                .containsExactly(tuple(mine.number(), "Kiitos"));
        assertThatThrownBy(() -> town.as(liisa, verdicts::tally)).isInstanceOf(NotAllowedException.class);
        assertThat(town.as(eino, () -> matters.verdict(mine.id()))).isEmpty();
        assertThat(town.as(aino, () -> matters.rate(mine.id(), ContactVerdict.HELPED, "x".repeat(301))))
                .isFalse();
    }

    private void handle(int contacts) {
        for (int i = 0; i < contacts; i++) {
            var contact = post.writes(eino, "Asia " + i);
            post.takes(liisa);
            town.as(liisa, () -> post.answers.close(contact.id(), "Hoidettu", post.newest(liisa, contact.id())));
        }
    }
}
