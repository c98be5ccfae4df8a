package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.attachment.Upload;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.notification.Dispatch;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactMark;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.NotificationLane;
import fi.kotiovi.vocabulary.StaffRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HoldingBackTest {
    private static final byte[] PDF = "%PDF-1.7 a page".getBytes(StandardCharsets.US_ASCII);

    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final Withdrawals withdrawals = town.backOffice(Withdrawals.class);
    private final Drafts drafts = town.backOffice(Drafts.class);
    private final Attachments attachments = town.backOffice(Attachments.class);
    private final Dispatch dispatch = town.backOffice(Dispatch.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff matti = town.work().clerk("Matti", office, StaffRole.AGENT);

    @BeforeEach
    void anEmptyLine() {
        town.clock.setHelsinki(Town.START);
        post.empty();
    }

    @Test
    void an_answer_is_seen_outside_when_it_can_no_longer_be_held_back() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        sends(liisa, mine, "Kyllä.", List.of(), Ending.CLOSED);
        assertThat(town.as(aino, () -> post.mine.thread(mine.id()))).hasSize(1);
        assertThat(post.seenBy(aino, mine).state()).as("still being answered").isEqualTo(ContactState.TAKEN);
        assertThat(claimedLetters(mine)).isEmpty();

        post.letItLeave();
        assertThat(town.as(aino, () -> post.mine.thread(mine.id())).getLast().body())
                .isEqualTo("Kyllä.");
        assertThat(post.seenBy(aino, mine).state()).isEqualTo(ContactState.CLOSED);
        assertThat(claimedLetters(mine)).hasSize(1);
    }

    @Test
    void what_is_held_back_was_never_sent_and_is_in_hand_again_with_words_and_files() {
        var mine = post.writes(aino, "Vuokra");
        var before = post.takes(liisa);
        var file = upload(liisa, "sopimus.pdf");
        var sent = sends(liisa, mine, "Väärälle ihmiselle", List.of(file), Ending.CLOSED);
        assertThat(withdraws(liisa, mine, sent)).isEqualTo(Withdrawing.IN_HAND);

        post.letItLeave();
        assertThat(claimedLetters(mine)).isEmpty();
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(mine.id())))
                .isZero();
        assertThat(town.as(aino, () -> post.mine.thread(mine.id()))).hasSize(1);
        var again = town.as(liisa, post.queue::inHand).orElseThrow();
        assertThat(again.id()).isEqualTo(mine.id());
        assertThat(again.arrivedAt()).isEqualTo(before.arrivedAt());
        assertThat(again.promisedBy()).isEqualTo(before.promisedBy());
        assertThat(town.as(liisa, () -> drafts.loadAnswer(mine.id())))
                .contains(new Drafts.Answer("Väärälle ihmiselle", List.of(file)));
        assertThat(post.events(mine.id())).endsWith(ContactEventKind.CLOSED, ContactEventKind.ANSWER_WITHDRAWN);

        sends(liisa, mine, "Oikea vastaus", List.of(file), Ending.CLOSED);
        post.letItLeave();
        assertThat(claimedLetters(mine)).as("the letter of the right answer").hasSize(1);
        assertThat(town.as(aino, () -> post.mine.thread(mine.id())).getLast().files())
                .hasSize(1);
    }

    @Test
    void after_ten_seconds_it_has_left_for_good() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var sent = sends(liisa, mine, "Kyllä.", List.of(), Ending.ANSWERED);
        post.letItLeave();
        assertThat(withdraws(liisa, mine, sent)).isEqualTo(Withdrawing.TOO_LATE);
        assertThat(town.as(aino, () -> post.mine.thread(mine.id()))).hasSize(2);
        assertThat(claimedLetters(mine)).hasSize(1);
    }

    @Test
    void nobody_holds_back_what_a_colleague_wrote() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var sent = sends(liisa, mine, "Kyllä.", List.of(), Ending.ANSWERED);
        assertThat(withdraws(matti, mine, sent)).isEqualTo(Withdrawing.TOO_LATE);
        assertThat(town.db().fetchCount(CONTACT_MESSAGE, CONTACT_MESSAGE.CONTACT_ID.eq(mine.id())))
                .isEqualTo(2);
    }

    @Test
    void who_has_taken_another_meanwhile_finds_the_first_one_next_in_line() {
        var mine = post.writes(aino, "Ensin");
        var other = post.writes(eino, "Sitten");
        post.takes(liisa);
        var sent = sends(liisa, mine, "Hups", List.of(), Ending.CLOSED);
        assertThat(post.takes(liisa).id()).isEqualTo(other.id());
        assertThat(withdraws(liisa, mine, sent)).isEqualTo(Withdrawing.IN_LINE);
        assertThat(town.as(liisa, post.queue::inHand).orElseThrow().id()).isEqualTo(other.id());
        assertThat(town.as(matti, post.queue::takeNext)).as("kept for Liisa").isEmpty();

        sends(liisa, other, "Valmis", List.of(), Ending.CLOSED);
        var again = post.takes(liisa);
        assertThat(again.id()).isEqualTo(mine.id());
        assertThat(again.standing().mark()).isEqualTo(ContactMark.ANSWER_WITHDRAWN);
        assertThat(town.as(liisa, () -> drafts.loadAnswer(mine.id()))).contains(new Drafts.Answer("Hups", List.of()));
    }

    @Test
    void a_word_that_came_in_between_stays_and_the_contact_waits_with_it() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var sent = sends(liisa, mine, "Kyllä.", List.of(), Ending.ANSWERED);
        town.clock.advance(Duration.ofSeconds(5));
        post.replies(aino, mine, "Vielä yksi asia");
        assertThat(withdraws(liisa, mine, sent)).isEqualTo(Withdrawing.IN_LINE);
        assertThat(town.as(aino, () -> post.mine.thread(mine.id())))
                .extracting(Message::body)
                .containsExactly("Hei!", "Vielä yksi asia");
        var again = post.takes(liisa);
        assertThat(again.id()).isEqualTo(mine.id());
        assertThat(again.arrivedAt()).as("it was never answered").isEqualTo(mine.arrivedAt());
        assertThat(again.promisedBy()).isEqualTo(mine.promisedBy());
    }

    @Test
    void an_answer_that_a_colleague_has_added_to_is_not_taken_from_under_it() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var sent = sends(liisa, mine, "Kyllä.", List.of(), Ending.ANSWERED);
        town.as(matti, () -> town.backOffice(Resumptions.class).resume(mine.id()));
        sends(matti, mine, "Ja vielä tämä.", List.of(), Ending.CLOSED);
        assertThat(withdraws(liisa, mine, sent)).isEqualTo(Withdrawing.TOO_LATE);
        post.letItLeave();
        assertThat(town.as(aino, () -> post.mine.thread(mine.id())))
                .extracting(Message::body)
                .containsExactly("Hei!", "Kyllä.", "Ja vielä tämä.");
        assertThat(claimedLetters(mine)).hasSize(2);
    }

    @Test
    void a_promise_that_is_held_back_leaves_the_old_promise() {
        var mine = post.writes(aino, "Vuokra");
        var before = post.takes(liisa);
        var sent = UUID.randomUUID();
        town.as(
                liisa,
                () -> town.backOffice(ContactPromises.class)
                        .promise(
                                mine.id(), sent, "Selvitän.", post.newest(liisa, mine.id()), LocalDate.of(2026, 3, 6)));
        assertThat(withdraws(liisa, mine, sent)).isEqualTo(Withdrawing.IN_HAND);
        var again = town.as(liisa, post.queue::inHand).orElseThrow();
        assertThat(again.promisedBy()).isEqualTo(before.promisedBy());
        assertThat(again.state()).isEqualTo(ContactState.TAKEN);
        assertThat(town.db()
                        .select(CONTACT.BACK_AT)
                        .from(CONTACT)
                        .where(CONTACT.ID.eq(mine.id()))
                        .fetchOne(CONTACT.BACK_AT))
                .isNull();
    }

    @Test
    void holding_back_twice_at_once_does_it_once() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var sent = sends(liisa, mine, "Kyllä.", List.of(), Ending.CLOSED);
        var outcomes = Race.of(8, i -> () -> withdraws(liisa, mine, sent));
        assertThat(outcomes).containsOnlyOnce(Withdrawing.IN_HAND);
        assertThat(outcomes.stream().filter(Withdrawing.TOO_LATE::equals)).hasSize(7);
    }

    @Test
    void an_answer_takes_its_files_along_and_refuses_a_sixth() {
        var mine = post.writes(aino, "Vuokra");
        post.takes(liisa);
        var six = List.of(1, 2, 3, 4, 5, 6).stream()
                .map(n -> upload(liisa, n + ".pdf"))
                .toList();
        var seen = post.newest(liisa, mine.id());
        var tooMany = new WriteAnswer(UUID.randomUUID(), "Tässä", six);
        assertThat(town.as(liisa, () -> post.answers.answer(mine.id(), tooMany, seen, Ending.CLOSED)))
                .isEqualTo(new Answering.TooManyFiles());
        sends(liisa, mine, "Tässä", six.subList(0, 5), Ending.CLOSED);
        post.letItLeave();
        var got = town.as(aino, () -> post.mine.thread(mine.id())).getLast();
        assertThat(got.files()).hasSize(5);
        assertThat(town.as(
                        aino,
                        () -> town.portal(Attachments.class)
                                .content(got.files().getFirst().id())))
                .hasValue(PDF);
        assertThat(town.as(
                        eino,
                        () -> town.portal(Attachments.class)
                                .content(got.files().getFirst().id())))
                .isEmpty();
    }

    private UUID sends(Caller.Staff who, MyContact contact, String body, List<UUID> files, Ending ending) {
        var submission = UUID.randomUUID();
        var seen = post.newest(who, contact.id());
        assertThat(town.as(
                        who,
                        () -> post.answers.answer(
                                contact.id(), new WriteAnswer(submission, body, files), seen, ending)))
                .isEqualTo(new Answering.Answered());
        return submission;
    }

    private Withdrawing withdraws(Caller.Staff who, MyContact contact, UUID submission) {
        return town.as(who, () -> withdrawals.withdraw(contact.id(), submission));
    }

    private UUID upload(Caller.Staff who, String name) {
        return Expect.a(Upload.Kept.class, town.as(who, () -> attachments.keepFile(name, PDF)))
                .attachment()
                .id();
    }

    private List<UUID> claimedLetters(MyContact contact) {
        return dispatch.claim(NotificationLane.NORMAL, 100).stream()
                .filter(letter -> town.db()
                        .fetchExists(
                                NOTIFICATION, NOTIFICATION.ID.eq(letter).and(NOTIFICATION.CAUSE_ID.eq(contact.id()))))
                .toList();
    }
}
