package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.OPENING_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two windows of one resident that share what is half written, and a chat whose window closes. */
class SharedDraftsTest {
    private static final String WORDS = "Milloin sauna korjataan?";

    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final MyChat chat = town.portal(MyChat.class);
    private final ChatDesk desk = town.backOffice(ChatDesk.class);
    private UUID office = town.work().office(1);
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void anOfficeThatChats() {
        town.clock.setHelsinki("2026-03-03T10:00");
        post.empty();
        office = town.work().office(1);
        town.db()
                .insertInto(OPENING_HOURS)
                .set(OPENING_HOURS.OFFICE_ID, office)
                .set(OPENING_HOURS.SERVICE, OfficeService.CHAT)
                .set(OPENING_HOURS.ISO_WEEKDAY, 2)
                .set(OPENING_HOURS.OPENS, LocalTime.of(9, 0))
                .set(OPENING_HOURS.CLOSES, LocalTime.of(15, 0))
                .set(OPENING_HOURS.VALID, LocalDateRange.localDateRange(LocalDate.of(2020, 1, 1), true, null, false))
                .execute();
        liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void a_chat_begun_in_one_window_from_the_draft_that_another_has_sent_is_a_chat_of_its_own() {
        var submission = UUID.randomUUID();
        var sent = post.writes(aino, submission, "Sauna");
        var begun = start(submission, WORDS);
        assertThat(begun.contact()).isNotEqualTo(sent.id());
        assertThat(town.db()
                        .fetchSingle(CONTACT, CONTACT.ID.eq(begun.contact()))
                        .getChannel())
                .isEqualTo(ContactChannel.CHAT);
        assertThat(post.takes(liisa).id()).as("the line goes on").isEqualTo(sent.id());
        town.as(liisa, () -> post.answers.close(sent.id(), "Hoidettu", post.newest(liisa, sent.id())));
        assertThat(post.takes(liisa).id()).isEqualTo(begun.contact());
    }

    @Test
    void other_words_under_the_same_draft_are_not_lost_and_the_same_words_are_sent_once() {
        var submission = UUID.randomUUID();
        var first = writes(submission, "Ensimmäinen asia");
        var second = writes(submission, "Aivan toinen asia");
        assertThat(second).isNotEqualTo(first);
        assertThat(writes(submission, "Ensimmäinen asia")).isEqualTo(first);
        assertThat(writes(submission, "Aivan toinen asia")).isEqualTo(second);
    }

    @Test
    void two_windows_that_wake_a_chat_and_begin_one_at_once_wait_for_each_other() {
        for (int round = 0; round < 5; round++) {
            var before = start(UUID.randomUUID(), WORDS + " " + round);
            town.clock.advance(MyChat.AWAY.plusSeconds(1));
            town.backOffice(ChatUpkeep.class).endForsaken();
            var words = "Toinen ikkuna " + round;
            Race.of(2, n -> () -> {
                if (n == 0) {
                    town.as(aino, () -> chat.here(before.contact()));
                } else {
                    start(UUID.randomUUID(), words);
                }
                return n;
            });
            var live = town.as(aino, chat::live);
            assertThat(live).isPresent();
            town.as(aino, () -> chat.bye(live.orElseThrow().contact()));
        }
    }

    @Test
    void a_last_word_that_nobody_was_there_to_read_goes_by_mail() {
        var begun = start(UUID.randomUUID(), WORDS);
        post.takes(liisa);
        town.clock.advance(Duration.ofMinutes(1));
        town.as(liisa, () -> desk.say(begun.contact(), UUID.randomUUID(), "Huomenna."));
        town.as(liisa, () -> desk.end(begun.contact(), post.newest(liisa, begun.contact())));
        assertThat(town.db()
                        .fetchCount(
                                NOTIFICATION,
                                NOTIFICATION
                                        .CAUSE_ID
                                        .eq(begun.contact())
                                        .and(NOTIFICATION.KIND.eq(NotificationKind.CONTACT_ANSWERED))))
                .isEqualTo(1);
    }

    private UUID writes(UUID submission, String body) {
        var message = new WriteContact(submission, "OTHER", "Asia", body, List.of());
        return Expect.a(Writing.Sent.class, town.as(aino, () -> post.mine.write(message)))
                .contact()
                .id();
    }

    private Chat start(UUID submission, String words) {
        return Expect.a(ChatStarting.Started.class, town.as(aino, () -> chat.start(submission, "SAUNA", words)))
                .chat();
    }
}
