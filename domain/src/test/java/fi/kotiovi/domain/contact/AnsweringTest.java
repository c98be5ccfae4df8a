package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnsweringTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final Drafts drafts = town.backOffice(Drafts.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff matti = town.work().clerk("Matti", office, StaffRole.AGENT);

    @BeforeEach
    void anEmptyLine() {
        town.clock.setHelsinki(Town.START);
        post.empty();
    }

    @Test
    void an_answer_reaches_the_thread_and_the_mailbox_and_frees_the_hands() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        Expect.a(Answering.Answered.class, post.answers(liisa, mine.id(), "Näin se on."));
        post.letItLeave();
        assertThat(town.as(aino, () -> post.mine.thread(mine.id())))
                .extracting(Message::body)
                .containsExactly("Hei!", "Näin se on.");
        assertThat(mails(mine)).isEqualTo(1);
        assertThat(town.as(liisa, post.queue::inHand)).isEmpty();
    }

    @Test
    void a_resident_is_not_told_which_clerk_wrote() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        post.answers(liisa, mine.id(), "Näin se on.");
        post.letItLeave();
        assertThat(town.as(aino, () -> post.mine.thread(mine.id())))
                .extracting(Message::author)
                .containsOnly("");
        assertThat(town.as(matti, () -> post.answers.thread(mine.id())))
                .extracting(Message::author)
                .containsExactly("Aino", "Liisa");
    }

    @Test
    void an_answer_that_closes_says_so() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var seen = post.newest(liisa, mine.id());
        town.as(
                liisa,
                () -> post.answers.answer(mine.id(), WriteAnswer.of(UUID.randomUUID(), "Selvä."), seen, Ending.CLOSED));
        post.letItLeave();
        assertThat(post.seenBy(aino, mine).state()).isEqualTo(ContactState.CLOSED);
    }

    @Test
    void H01_what_the_resident_added_meanwhile_is_read_before_an_answer_goes_out() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var seen = post.newest(liisa, mine.id());
        post.replies(aino, mine, "Asia hoitui jo.");
        var newer = Expect.a(
                Answering.NewerMessage.class,
                town.as(
                        liisa,
                        () -> post.answers.answer(
                                mine.id(), WriteAnswer.of(UUID.randomUUID(), "Pitkä selitys"), seen, Ending.ANSWERED)));
        assertThat(newer.message().body()).isEqualTo("Asia hoitui jo.");
        assertThat(town.as(liisa, () -> drafts.loadAnswer(mine.id())))
                .contains(new Drafts.Answer("Pitkä selitys", List.of()));
        assertThat(town.as(aino, () -> post.mine.thread(mine.id()))).hasSize(2);
        assertThat(mails(mine)).isZero();
        Expect.a(Answering.Answered.class, post.answers(liisa, mine.id(), "Hyvä!"));
        assertThat(town.as(liisa, () -> drafts.loadAnswer(mine.id()))).isEmpty();
    }

    @Test
    void H01_what_the_resident_added_meanwhile_is_read_before_it_is_closed() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var seen = post.newest(liisa, mine.id());
        post.replies(aino, mine, "Ei hoitunutkaan.");
        var newer = Expect.a(
                Answering.NewerMessage.class,
                town.as(liisa, () -> post.answers.close(mine.id(), "Hoidettu puhelimessa", seen)));
        assertThat(newer.message().body()).isEqualTo("Ei hoitunutkaan.");
        assertThat(town.as(liisa, post.queue::inHand)).as("still in hand").isPresent();
        assertThat(post.events(mine.id())).doesNotContain(ContactEventKind.CLOSED);
        Expect.a(
                Answering.Answered.class,
                town.as(
                        liisa,
                        () -> post.answers.close(
                                mine.id(), "Hoidettu", newer.message().id())));
        assertThat(post.seenBy(aino, mine).state()).isEqualTo(ContactState.CLOSED);
    }

    @Test
    void H01_an_answer_and_a_reply_at_the_same_moment_never_pass_each_other_unread() {
        for (int round = 0; round < 10; round++) {
            post.empty();
            var mine = post.writes(aino, "Kierros " + round);
            post.takes(liisa);
            var seen = post.newest(liisa, mine.id());
            var results = Race.of(
                    2,
                    i -> () -> i == 0
                            ? town.as(
                                    liisa,
                                    () -> post.answers.answer(
                                            mine.id(),
                                            WriteAnswer.of(UUID.randomUUID(), "Vastaus"),
                                            seen,
                                            Ending.CLOSED))
                            : post.replies(aino, mine, "Lisäys"));
            var state = post.seenBy(aino, mine).state();
            assertThat(state)
                    .as("either it was seen first, or it came back to the line")
                    .isEqualTo(
                            results.getFirst() instanceof Answering.Answered ? ContactState.NEW : ContactState.TAKEN);
        }
    }

    @Test
    void what_is_no_longer_in_hand_is_not_answered_but_the_text_is_kept() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var seen = post.newest(liisa, mine.id());
        town.clock.advance(ContactQueue.LEASE);
        post.queue.returnLostLeases();
        post.takes(matti);
        Expect.a(
                Answering.NotInHand.class,
                town.as(
                        liisa,
                        () -> post.answers.answer(
                                mine.id(), WriteAnswer.of(UUID.randomUUID(), "Pitkä selitys"), seen, Ending.ANSWERED)));
        assertThat(town.as(liisa, () -> drafts.loadAnswer(mine.id())))
                .contains(new Drafts.Answer("Pitkä selitys", List.of()));
        assertThat(town.as(matti, () -> drafts.loadAnswer(mine.id()))).isEmpty();
        Expect.a(
                Answering.NotInHand.class,
                town.as(
                        liisa,
                        () -> post.answers.close(
                                mine.id(),
                                "Ei",
                                post.answers.thread(mine.id()).getLast().id())));
        assertThat(mails(mine)).isZero();
    }

    @Test
    void eight_fingers_on_send_answer_once_and_all_are_told_so() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var seen = post.newest(liisa, mine.id());
        var submission = UUID.randomUUID();
        var results = Race.of(
                8,
                i -> () -> town.as(
                        liisa,
                        () -> post.answers.answer(
                                mine.id(), WriteAnswer.of(submission, "Vastaus"), seen, Ending.ANSWERED)));
        assertThat(results).allMatch(Answering.Answered.class::isInstance);
        post.letItLeave();
        assertThat(town.as(aino, () -> post.mine.thread(mine.id()))).hasSize(2);
        assertThat(mails(mine)).isEqualTo(1);
        assertThat(town.as(liisa, () -> drafts.loadAnswer(mine.id()))).isEmpty();
    }

    @Test
    void nothing_and_too_much_are_both_refused() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        Expect.a(Answering.Empty.class, post.answers(liisa, mine.id(), " \n"));
        Expect.a(Answering.TooLong.class, post.answers(liisa, mine.id(), "x".repeat(10_001)));
        Expect.a(Answering.Answered.class, post.answers(liisa, mine.id(), "x".repeat(10_000)));
    }

    @Test
    void what_colleagues_note_is_never_in_the_residents_thread() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        town.as(liisa, () -> post.answers.note(mine.id(), "Soitti jo kolmesti."));
        assertThat(town.as(matti, () -> post.answers.notes(mine.id())))
                .extracting(Note::body, Note::author)
                .containsExactly(tuple("Soitti jo kolmesti.", "Liisa"));
        assertThat(town.as(aino, () -> post.mine.thread(mine.id()))).hasSize(1);
        assertThatThrownBy(() -> town.as(aino, () -> post.answers.notes(mine.id())))
                .isInstanceOf(NotAllowedException.class);
        assertThat(mails(mine)).isZero();
    }

    @Test
    void every_answer_of_a_contact_is_mailed() {
        var mine = post.writes(aino, "Vuokra");
        for (int n = 1; n <= 3; n++) {
            post.takes(liisa);
            post.answers(liisa, mine.id(), "Vastaus " + n);
            assertThat(mails(mine)).isEqualTo(n);
            post.replies(aino, mine, "Ja vielä");
        }
    }

    private static int mails(MyContact contact) {
        return town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(contact.id()));
    }
}
