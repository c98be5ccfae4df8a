package fi.kotiovi.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactMark;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AskingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final ContactUpkeep upkeep = town.backOffice(ContactUpkeep.class);
    private final ContactPromises promises = town.backOffice(ContactPromises.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff lead = town.work().clerk("Johtaja", office, StaffRole.MANAGER);

    @BeforeEach
    void anEmptyLine() {
        town.clock.setHelsinki(Town.START);
        post.empty();
    }

    @Test
    void the_answer_to_our_question_comes_back_to_the_old_place_in_the_line() {
        var mine = post.writes(aino, "Avain");
        post.takes(liisa);
        asks(mine);
        town.clock.setHelsinki("2026-03-03T12:00");
        var later = post.writes(eino, "Myöhemmin");
        town.clock.setHelsinki("2026-03-03T13:00");
        post.replies(aino, mine, "Ulko-oven avain");
        assertThat(post.seenBy(aino, mine).place()).isEqualTo(1);
        assertThat(post.seenBy(eino, later).place()).isEqualTo(2);
        var back = post.takes(liisa);
        assertThat(back.id()).isEqualTo(mine.id());
        assertThat(back.arrivedAt()).isEqualTo(mine.arrivedAt());
        assertThat(back.standing().mark()).isEqualTo(ContactMark.REPLY);
        assertThat(post.events(mine.id())).contains(ContactEventKind.ASKED, ContactEventKind.RESIDENT_REPLIED);
    }

    @Test
    void our_time_stands_still_while_we_wait() {
        var mine = post.writes(aino, "Avain");
        assertThat(mine.promisedBy()).isEqualTo(Town.at("2026-03-05T16:00"));
        post.takes(liisa);
        town.clock.setHelsinki("2026-03-03T12:00");
        asks(mine);
        var told = post.seenBy(aino, mine);
        assertThat(told.state()).isEqualTo(ContactState.TAKEN);
        post.letItLeave();
        told = post.seenBy(aino, mine);
        assertThat(told.state()).isEqualTo(ContactState.WAITING_RESIDENT);
        assertThat(told.isWaiting()).as("the resident's turn").isFalse();
        town.clock.setHelsinki("2026-03-06T12:00");
        assertThat(town.as(lead, () -> promises.soonLate(10))).isEmpty();
        town.clock.setHelsinki("2026-03-09T10:00");
        assertThat(post.replies(aino, mine, "Ulko-oven avain").promisedBy())
                .as("twenty office hours were left on Tuesday at noon")
                .isEqualTo(Town.at("2026-03-11T14:00"));
    }

    @Test
    void a_promise_that_was_broken_before_we_asked_stays_broken() {
        var mine = post.writes(aino, "Avain");
        town.clock.setHelsinki("2026-03-06T10:00");
        post.takes(liisa);
        asks(mine);
        town.clock.setHelsinki("2026-03-06T11:00");
        assertThat(post.replies(aino, mine, "Ulko-oven avain").promisedBy()).isEqualTo(Town.at("2026-03-06T11:00"));
    }

    @Test
    void two_weeks_of_silence_close_it_and_a_later_word_opens_it_as_new() {
        var asked = post.writes(aino, "Avain");
        post.takes(liisa);
        asks(asked);
        var answered = post.writes(eino, "Sauna");
        post.takes(liisa);
        post.answers(liisa, answered.id(), "Kyllä.");
        town.clock.setHelsinki("2026-03-17T07:59");
        upkeep.closeSilent();
        assertThat(post.seenBy(aino, asked).state()).isEqualTo(ContactState.WAITING_RESIDENT);
        town.clock.setHelsinki("2026-03-17T08:00");
        assertThat(upkeep.closeSilent()).isGreaterThanOrEqualTo(2);
        assertThat(upkeep.closeSilent()).isZero();
        assertThat(post.seenBy(aino, asked).state()).isEqualTo(ContactState.CLOSED);
        assertThat(post.seenBy(eino, answered).state()).isEqualTo(ContactState.CLOSED);
        town.clock.setHelsinki("2026-03-18T09:00");
        assertThat(post.replies(aino, asked, "Olin matkoilla").arrivedAt()).isEqualTo(Town.at("2026-03-18T09:00"));
    }

    @Test
    void a_word_in_between_starts_the_two_weeks_anew() {
        var mine = post.writes(aino, "Avain");
        post.takes(liisa);
        post.answers(liisa, mine.id(), "Kyllä.");
        town.clock.setHelsinki("2026-03-16T09:00");
        post.replies(aino, mine, "Entä toinen?");
        post.takes(liisa);
        post.answers(liisa, mine.id(), "Sekin.");
        town.clock.setHelsinki("2026-03-18T09:00");
        upkeep.closeSilent();
        assertThat(post.seenBy(aino, mine).state()).isEqualTo(ContactState.ANSWERED);
    }

    private void asks(MyContact contact) {
        assertThat(town.as(
                        liisa,
                        () -> post.answers.answer(
                                contact.id(),
                                WriteAnswer.of(UUID.randomUUID(), "Minkä oven avain?"),
                                post.newest(liisa, contact.id()),
                                Ending.ASKED)))
                .isEqualTo(new Answering.Answered());
    }
}
