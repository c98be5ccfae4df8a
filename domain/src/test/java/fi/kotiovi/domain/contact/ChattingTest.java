package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CHAT;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.OPENING_HOURS;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ChatEnd;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChattingTest {
    private static final String OPEN = "2026-03-03T10:00";

    @RegisterExtension
    static final Town town = Town.found();

    private final MyChat chat = town.portal(MyChat.class);
    private final MyContacts contacts = town.portal(MyContacts.class);
    private final ChatDesk desk = town.backOffice(ChatDesk.class);
    private final ContactQueue queue = town.backOffice(ContactQueue.class);
    private final ChatUpkeep upkeep = town.backOffice(ChatUpkeep.class);
    private final Fairness fairness = town.backOffice(Fairness.class);
    private UUID office = town.work().office(1);
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void anOfficeThatChatsFromNineToThree() {
        town.clock.setHelsinki(OPEN);
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, ContactState.CLOSED)
                .set(CONTACT.CLOSED_AT, town.clock.now())
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .where(CONTACT.STATE.ne(ContactState.CLOSED))
                .execute();
        upkeep.endForsaken();
        office = town.work().office(1);
        for (int weekday = 1; weekday <= 5; weekday++) {
            town.db()
                    .insertInto(OPENING_HOURS)
                    .set(OPENING_HOURS.OFFICE_ID, office)
                    .set(OPENING_HOURS.SERVICE, OfficeService.CHAT)
                    .set(OPENING_HOURS.ISO_WEEKDAY, weekday)
                    .set(OPENING_HOURS.OPENS, LocalTime.of(9, 0))
                    .set(OPENING_HOURS.CLOSES, LocalTime.of(15, 0))
                    .set(
                            OPENING_HOURS.VALID,
                            LocalDateRange.localDateRange(LocalDate.of(2020, 1, 1), true, null, false))
                    .execute();
        }
        liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void a_chat_stands_in_the_one_line_and_both_say_what_they_say_once() {
        var begun = start(aino, "Milloin sauna korjataan?");
        assertThat(begun.place()).isEqualTo(1);
        var row = town.db().fetchSingle(CONTACT, CONTACT.ID.eq(begun.contact()));
        assertThat(row.getChannel()).isEqualTo(ContactChannel.CHAT);
        assertThat(row.getArrivedAt()).isEqualTo(at(OPEN));

        var taken = take(liisa);
        assertThat(taken.id()).isEqualTo(begun.contact());
        assertThat(taken.isChat()).isTrue();
        assertThat(now(aino).isWithClerk()).isTrue();

        var submission = UUID.randomUUID();
        assertThat(Race.of(4, i -> () -> town.as(liisa, () -> desk.say(begun.contact(), submission, "Huomenna."))))
                .containsOnly(ChatSaying.SAID);
        var answer = UUID.randomUUID();
        town.as(aino, () -> chat.say(begun.contact(), answer, "Kiitos!"));
        town.as(aino, () -> chat.say(begun.contact(), answer, "Kiitos!"));
        assertThat(town.as(aino, () -> contacts.thread(begun.contact())))
                .extracting(Message::body)
                .containsExactly("Milloin sauna korjataan?", "Huomenna.", "Kiitos!");
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(begun.contact())))
                .as("who is there needs no mail")
                .isZero();

        var seen = newest(begun);
        assertThat(town.as(liisa, () -> desk.end(begun.contact(), seen))).isInstanceOf(Answering.Answered.class);
        assertThat(now(aino, begun).state()).isEqualTo(ContactState.CLOSED);
        assertThat(now(aino, begun).end()).isEqualTo(ChatEnd.CLERK);
    }

    @Test
    void each_sees_the_other_write_for_a_moment() {
        var begun = start(aino, "Asia");
        take(liisa);
        town.as(liisa, () -> desk.typing(begun.contact()));
        town.as(aino, () -> chat.typing(begun.contact()));
        assertThat(now(aino).typing()).isTrue();
        assertThat(town.as(liisa, desk::inHand).getFirst().talk())
                .extracting(talk -> Objects.requireNonNull(talk).typing())
                .isEqualTo(true);
        town.clock.advance(MyChat.TYPING.plusSeconds(1));
        assertThat(now(aino).typing()).isFalse();
    }

    @Test
    void two_taps_and_two_devices_begin_one_chat() {
        var submission = UUID.randomUUID();
        var chats = Race.of(4, i -> () -> {
            var of = i % 2 == 0 ? submission : UUID.randomUUID();
            return started(town.as(aino, () -> chat.start(of, "OTHER", "Sama asia")));
        });
        assertThat(chats.stream().map(Chat::contact).distinct()).hasSize(1);
        assertThat(town.db().fetchCount(CONTACT, CONTACT.RESIDENT_ID.eq(aino.id())))
                .isEqualTo(1);
    }

    @Test
    void outside_the_hours_nobody_is_kept_waiting_and_the_next_ones_are_told() {
        town.clock.setHelsinki("2026-03-03T15:00");
        var closed = Expect.a(
                ChatStarting.Closed.class, town.as(aino, () -> chat.start(UUID.randomUUID(), "OTHER", "Onko ketään?")));
        assertThat(closed.hours().next()).isEqualTo(at("2026-03-04T09:00"));
        assertThat(town.db().fetchCount(CONTACT, CONTACT.RESIDENT_ID.eq(aino.id())))
                .isZero();
    }

    @Test
    void whoever_leaves_keeps_the_place_and_is_answered_by_message() {
        var begun = start(aino, "Lähden kohta bussiin");
        town.clock.advance(Duration.ofMinutes(1));
        var eino = town.homes().residentOf(office, "Eino");
        start(eino, "Minäkin odotan");
        town.as(aino, () -> chat.bye(begun.contact()));
        assertThat(now(aino, begun).end()).isEqualTo(ChatEnd.BYE);
        assertThat(now(aino, begun).place()).as("still the first").isEqualTo(1);

        var taken = take(liisa);
        assertThat(taken.id()).isEqualTo(begun.contact());
        assertThat(taken.isChat()).isFalse();
        assertThat(taken.contact().arrivedAt()).isEqualTo(at(OPEN));
        assertThat(town.as(liisa, () -> desk.say(begun.contact(), UUID.randomUUID(), "Hei")))
                .isEqualTo(ChatSaying.RESIDENT_GONE);
    }

    @Test
    void a_page_that_is_silent_has_been_left_and_whoever_comes_back_to_it_is_in_again() {
        var begun = start(aino, "Puhelin meni lukkoon");
        town.clock.advance(MyChat.AWAY.minusSeconds(30));
        town.as(aino, () -> chat.here(begun.contact()));
        town.clock.advance(MyChat.AWAY.minusSeconds(30));
        upkeep.endForsaken();
        assertThat(now(aino).isLive()).isTrue();
        town.clock.advance(Duration.ofMinutes(1));
        upkeep.endForsaken();
        assertThat(now(aino, begun).end()).isEqualTo(ChatEnd.LEFT);
        town.as(aino, () -> chat.here(begun.contact()));
        assertThat(now(aino).contact()).isEqualTo(begun.contact());
    }

    @Test
    void at_closing_time_those_who_wait_are_told_and_those_in_hand_go_on() {
        town.clock.setHelsinki("2026-03-03T14:58");
        var first = start(aino, "Ehdinkö?");
        take(liisa);
        var eino = town.homes().residentOf(office, "Eino");
        var second = start(eino, "Entä minä?");
        town.clock.setHelsinki("2026-03-03T15:00");
        upkeep.endForsaken();
        assertThat(now(aino, first).isLive()).isTrue();
        assertThat(now(eino, second).end()).isEqualTo(ChatEnd.HOURS);
        assertThat(now(eino, second).place()).isEqualTo(1);
    }

    @Test
    void a_clerk_has_three_chats_at_once_and_one_of_anything_else() {
        start(aino, "Yksi");
        for (var name : new String[] {"Eino", "Hilja", "Väinö"}) {
            town.clock.advance(Duration.ofSeconds(1));
            start(town.homes().residentOf(office, name), name);
        }
        assertThat(town.as(liisa, desk::others))
                .as("the first comes in its turn")
                .isZero();
        take(liisa);
        assertThat(town.as(liisa, desk::others)).isEqualTo(3);
        assertThat(Race.of(6, i -> () -> town.as(liisa, desk::takeAnother))).hasSize(6);
        assertThat(town.as(liisa, desk::inHand))
                .extracting(one -> one.contact().subject())
                .containsExactly("Yksi", "Eino", "Hilja");
        assertThat(town.as(liisa, desk::others)).isZero();

        var matti = town.work().clerk("Matti", office, StaffRole.AGENT);
        write("Tavallinen viesti");
        take(matti);
        assertThat(town.as(matti, desk::inHand)).hasSize(1);
        var ordinary = town.as(matti, queue::takeNext);
        assertThat(ordinary).isPresent();
        assertThat(town.as(matti, desk::inHand)).hasSize(1);
    }

    @Test
    void whoever_answers_a_message_takes_no_chat_beside_it_and_a_second_chat_passes_nobody_over() {
        write("Vanhin viesti");
        town.clock.advance(Duration.ofSeconds(1));
        start(aino, "Chat");
        var first = take(liisa);
        assertThat(first.isChat()).isFalse();
        assertThat(town.as(liisa, desk::takeAnother)).isEmpty();

        var matti = town.work().clerk("Matti", office, StaffRole.AGENT);
        take(matti);
        town.clock.advance(Duration.ofSeconds(1));
        write("Odottaa jonossa");
        town.clock.advance(Duration.ofSeconds(1));
        start(town.homes().residentOf(office, "Eino"), "Toinen chat");
        assertThat(town.as(matti, desk::takeAnother)).isPresent();
        var lead = town.work().clerk("Päällikkö", office, StaffRole.MANAGER);
        assertThat(town.as(lead, fairness::inversions)).isZero();
    }

    @Test
    void a_silent_clerk_loses_the_chat_to_its_old_place() {
        var begun = start(aino, "Onko siellä ketään?");
        take(liisa);
        town.clock.advance(ContactQueue.LEASE.plusSeconds(1));
        town.as(aino, () -> chat.here(begun.contact()));
        queue.returnLostLeases();
        assertThat(now(aino).place()).isEqualTo(1);
        assertThat(town.as(liisa, () -> desk.say(begun.contact(), UUID.randomUUID(), "Anteeksi")))
                .isEqualTo(ChatSaying.NOT_IN_HAND);
    }

    @Test
    void what_was_said_last_is_read_before_the_end() {
        var begun = start(aino, "Asia");
        take(liisa);
        var seen = newest(begun);
        town.as(aino, () -> chat.say(begun.contact(), UUID.randomUUID(), "Vielä yksi juttu"));
        assertThat(town.as(liisa, () -> desk.end(begun.contact(), seen))).isInstanceOf(Answering.NewerMessage.class);
        assertThat(now(aino).isLive()).isTrue();
    }

    @Test
    void what_is_missing_is_told_and_nobody_else_gets_in() {
        var gaps = Expect.a(ChatStarting.Incomplete.class, town.as(aino, () -> chat.start(UUID.randomUUID(), "", " ")))
                .gaps();
        assertThat(gaps).containsExactlyInAnyOrder(Writing.Gap.TOPIC, Writing.Gap.BODY_MISSING);
        var begun = start(aino, "Vain minulle");
        var eino = town.homes().residentOf(office, "Eino");
        assertThat(town.as(eino, () -> chat.one(begun.contact()))).isEmpty();
        town.as(eino, () -> chat.bye(begun.contact()));
        assertThat(now(aino).isLive()).isTrue();
        assertThatThrownBy(() -> town.as(eino, () -> chat.say(begun.contact(), UUID.randomUUID(), "Hei")))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(aino, desk::inHand)).isInstanceOf(NotAllowedException.class);
        assertThat(town.db().fetchCount(CHAT, CHAT.RESIDENT_ID.eq(eino.id()))).isZero();
    }

    private Chat start(Caller.Resident who, String words) {
        return started(town.as(who, () -> chat.start(UUID.randomUUID(), "OTHER", words)));
    }

    private static Chat started(ChatStarting outcome) {
        return Expect.a(ChatStarting.Started.class, outcome).chat();
    }

    private InHand take(Caller.Staff clerk) {
        var taken = town.as(clerk, queue::takeNext).orElseThrow();
        return town.as(clerk, desk::inHand).stream()
                .filter(one -> one.id().equals(taken.id()))
                .findFirst()
                .orElseThrow();
    }

    private void write(String subject) {
        var writer = town.homes().residentOf(office, "Kirjoittaja");
        town.as(
                writer,
                () -> contacts.write(new WriteContact(UUID.randomUUID(), "OTHER", subject, "Viesti", List.of())));
    }

    private Chat now(Caller.Resident who) {
        return town.as(who, chat::live).orElseThrow();
    }

    private Chat now(Caller.Resident who, Chat begun) {
        return town.as(who, () -> chat.one(begun.contact())).orElseThrow();
    }

    private static UUID newest(Chat of) {
        return Objects.requireNonNull(town.db()
                .select(CONTACT_MESSAGE.ID)
                .from(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.CONTACT_ID.eq(of.contact()))
                .orderBy(CONTACT_MESSAGE.ID.desc())
                .limit(1)
                .fetchSingle(CONTACT_MESSAGE.ID));
    }
}
