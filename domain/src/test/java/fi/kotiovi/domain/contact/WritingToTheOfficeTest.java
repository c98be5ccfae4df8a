package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WritingToTheOfficeTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);

    @BeforeEach
    void anEmptyLine() {
        town.clock.setHelsinki(Town.START);
        post.empty();
    }

    @Test
    void a_message_gets_a_number_a_promise_and_a_place_in_the_line() {
        post.writes(eino, "Ennen minua");
        town.clock.advance(Duration.ofMinutes(1));
        var sent = post.writes(aino, "  Vuokra  ");
        assertThat(sent.number()).matches("C-26-\\d{6}");
        assertThat(sent.subject()).isEqualTo("Vuokra");
        assertThat(sent.place()).isEqualTo(2);
        assertThat(sent.promisedBy()).isEqualTo(Town.at("2026-03-05T16:00"));
        assertThat(sent.isWaiting()).isTrue();
    }

    @Test
    void the_place_moves_up_as_others_are_taken_and_ends_with_the_own_turn() {
        post.writes(eino, "Ennen minua");
        var mine = post.writes(aino, "Vuokra");
        var clerk = town.work().clerk("Matti", office, StaffRole.AGENT);
        post.takes(liisa);
        assertThat(post.seenBy(aino, mine).place()).isEqualTo(1);
        assertThat(post.takes(clerk).id()).isEqualTo(mine.id());
        assertThat(post.seenBy(aino, mine).place()).isNull();
        assertThat(post.seenBy(aino, mine).isWaiting()).isTrue();
    }

    @Test
    void sending_the_same_twice_sends_it_once() {
        var submission = UUID.randomUUID();
        var first = post.writes(aino, submission, "Vuokra");
        var second = post.writes(aino, submission, "Vuokra");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(messages(first)).isEqualTo(1);
    }

    @Test
    void eight_fingers_on_send_send_one_message_and_leave_no_empty_one_behind() {
        var submission = UUID.randomUUID();
        var before = town.db().fetchCount(CONTACT);
        var sent = Race.of(8, i -> () -> post.writes(aino, submission, "Vuokra").id());
        assertThat(sent).containsOnly(sent.getFirst());
        assertThat(town.db().fetchCount(CONTACT)).isEqualTo(before + 1);
    }

    @Test
    void a_submission_of_somebody_else_shows_nothing_and_leaves_nothing() {
        var submission = UUID.randomUUID();
        post.writes(aino, submission, "Vuokra");
        var before = town.db().fetchCount(CONTACT);
        assertThatThrownBy(() -> post.writes(eino, submission, "Vuokra")).isInstanceOf(NotAllowedException.class);
        assertThat(town.db().fetchCount(CONTACT)).isEqualTo(before);
    }

    @Test
    void every_gap_is_told_at_once_and_nothing_is_sent() {
        var empty = new WriteContact(UUID.randomUUID(), "", " ", "\n", Collections.nCopies(6, UUID.randomUUID()));
        assertThat(Expect.a(Writing.Incomplete.class, town.as(aino, () -> post.mine.write(empty)))
                        .gaps())
                .containsExactlyInAnyOrder(
                        Writing.Gap.TOPIC,
                        Writing.Gap.SUBJECT_MISSING,
                        Writing.Gap.BODY_MISSING,
                        Writing.Gap.TOO_MANY_FILES);
        var endless = new WriteContact(UUID.randomUUID(), "RENT", "x".repeat(201), "x".repeat(10_001), List.of());
        assertThat(Expect.a(Writing.Incomplete.class, town.as(aino, () -> post.mine.write(endless)))
                        .gaps())
                .containsExactlyInAnyOrder(Writing.Gap.SUBJECT_TOO_LONG, Writing.Gap.BODY_TOO_LONG);
    }

    @Test
    void ten_thousand_faces_arrive_as_typed() {
        var faces = "😀".repeat(10_000);
        var message = new WriteContact(UUID.randomUUID(), "RENT", "😀".repeat(200), faces, List.of());
        var sent = Expect.a(Writing.Sent.class, town.as(aino, () -> post.mine.write(message)))
                .contact();
        assertThat(town.as(aino, () -> post.mine.thread(sent.id())))
                .extracting(Message::body)
                .containsExactly(faces);
    }

    @Test
    void a_reply_while_waiting_keeps_the_place() {
        var mine = post.writes(aino, "Vuokra");
        town.clock.advance(Duration.ofMinutes(1));
        post.writes(eino, "Toinen");
        town.clock.advance(Duration.ofMinutes(1));
        var replied = post.replies(aino, mine, "Vielä yksi asia");
        assertThat(replied.arrivedAt()).isEqualTo(mine.arrivedAt());
        assertThat(replied.promisedBy()).isEqualTo(mine.promisedBy());
        assertThat(replied.place()).isEqualTo(1);
    }

    @Test
    void H05_a_reply_to_an_answer_comes_back_to_the_line_at_its_own_time_and_to_nobody_in_particular() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        Expect.a(Answering.Answered.class, post.answers(liisa, mine.id(), "Näin se on."));
        post.letItLeave();
        assertThat(post.seenBy(aino, mine).state()).isEqualTo(ContactState.ANSWERED);
        town.clock.setHelsinki("2026-03-06T12:00");
        var replied = post.replies(aino, mine, "Entä toinen asia?");
        assertThat(replied.state()).isEqualTo(ContactState.NEW);
        assertThat(replied.arrivedAt()).isEqualTo(town.clock.now());
        assertThat(replied.promisedBy()).isEqualTo(Town.at("2026-03-10T16:00"));
        assertThat(town.db().fetchSingle(CONTACT, CONTACT.ID.eq(mine.id())).getOwnerId())
                .isNull();
    }

    @Test
    void H07_a_reply_to_a_closed_contact_opens_it_again() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        town.as(
                liisa,
                () -> post.answers.close(
                        mine.id(),
                        "Hoidettu puhelimessa",
                        post.answers.thread(mine.id()).getLast().id()));
        assertThat(post.seenBy(aino, mine).state()).isEqualTo(ContactState.CLOSED);
        town.clock.advance(Duration.ofDays(1));
        assertThat(post.replies(aino, mine, "Ei hoidettu").state()).isEqualTo(ContactState.NEW);
    }

    @Test
    void the_same_reply_twice_is_one_reply() {
        var mine = post.writes(aino, "Vuokra");
        var submission = UUID.randomUUID();
        Race.of(8, i -> () -> town.as(aino, () -> post.mine.reply(mine.id(), submission, "Vielä", List.of())));
        assertThat(messages(mine)).isEqualTo(2);
    }

    @Test
    void nobody_reads_or_continues_what_somebody_else_wrote() {
        var mine = post.writes(aino, "Vuokra");
        assertThat(town.as(eino, () -> post.mine.one(mine.id()))).isEmpty();
        assertThat(town.as(eino, () -> post.mine.newestFirst(0, 100))).noneMatch(c -> c.id().equals(mine.id()));
        assertThatThrownBy(() -> town.as(eino, () -> post.mine.thread(mine.id())))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> post.replies(eino, mine, "Hei")).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> post.mine.thread(mine.id())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> post.mine.newestFirst(0, 1)).isInstanceOf(NotAllowedException.class);
    }

    private static int messages(MyContact contact) {
        return town.db().fetchCount(CONTACT_MESSAGE, CONTACT_MESSAGE.CONTACT_ID.eq(contact.id()));
    }
}
