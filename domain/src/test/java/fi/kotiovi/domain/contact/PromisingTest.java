package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactMark;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PromisingTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);

    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final ContactPromises promises = town.backOffice(ContactPromises.class);
    private final ContactUpkeep upkeep = town.backOffice(ContactUpkeep.class);
    private final AnswerTimes times = town.backOffice(AnswerTimes.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff matti = town.work().clerk("Matti", office, StaffRole.AGENT);
    private final Caller.Staff lead = town.work().clerk("Johtaja", office, StaffRole.MANAGER);

    @BeforeEach
    void anEmptyLine() {
        town.clock.setHelsinki(Town.START);
        post.empty();
    }

    @Test
    void a_promise_is_told_and_comes_back_by_itself_at_its_old_place() {
        var first = post.writes(aino, "Ensin");
        post.takes(liisa);
        assertThat(promised(liisa, first, THURSDAY)).isEqualTo(new Promising.Said(new Answering.Answered()));
        post.letItLeave();
        var told = post.seenBy(aino, first);
        assertThat(told.state()).isEqualTo(ContactState.WAITING_INTERNAL);
        assertThat(told.promisedBy()).isEqualTo(Town.at("2026-03-05T16:00"));
        assertThat(told.isWaiting()).isTrue();
        assertThat(town.as(aino, () -> post.mine.thread(first.id())).getLast().body())
                .isEqualTo("Selvitän.");
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(first.id())))
                .isEqualTo(1);
        assertThat(town.as(liisa, post.queue::inHand)).isEmpty();

        town.clock.setHelsinki("2026-03-05T07:59");
        var later = post.writes(eino, "Myöhemmin");
        assertThat(upkeep.returnDue()).isZero();
        town.clock.setHelsinki("2026-03-05T08:00");
        assertThat(upkeep.returnDue()).isEqualTo(1);
        assertThat(upkeep.returnDue()).isZero();
        var back = post.takes(matti);
        assertThat(back.id()).as("nobody has seen Liisa today").isEqualTo(first.id());
        assertThat(back.arrivedAt()).isEqualTo(first.arrivedAt());
        assertThat(back.standing().mark()).isEqualTo(ContactMark.PROMISE_DUE);
        assertThat(post.takes(liisa).id()).isEqualTo(later.id());
    }

    @Test
    void a_promise_comes_back_to_whoever_gave_it_when_present_and_to_anybody_when_it_gets_late() {
        var first = post.writes(aino, "Ensin");
        post.takes(liisa);
        promised(liisa, first, THURSDAY);
        town.clock.setHelsinki("2026-03-05T08:00");
        post.writes(eino, "Liisan aamu");
        post.takes(liisa);
        upkeep.returnDue();
        assertThat(town.as(matti, post.queue::takeNext)).as("kept for Liisa").isEmpty();
        assertThat(town.as(matti, () -> post.queue.waiting(0, 1))
                        .getFirst()
                        .standing()
                        .keptFor())
                .isEqualTo("Liisa");
        town.clock.setHelsinki("2026-03-05T12:00");
        assertThat(post.takes(matti).id()).as("four hours before the promise").isEqualTo(first.id());
    }

    @Test
    void H05_a_reply_goes_to_who_handled_it_if_present() {
        var first = post.writes(aino, "Ensin");
        post.takes(liisa);
        post.answers(liisa, first.id(), "Näin on.");
        town.clock.advance(Duration.ofMinutes(30));
        post.replies(aino, first, "Ja vielä?");
        assertThat(town.as(matti, post.queue::takeNext)).isEmpty();
        var again = post.takes(liisa);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.standing().mark()).isEqualTo(ContactMark.REPLY);
        assertThat(again.arrivedAt()).as("the reply's own arrival").isEqualTo(town.clock.now());
    }

    @Test
    void H05_a_reply_to_somebody_who_has_gone_home_is_in_the_line_for_anybody() {
        var first = post.writes(aino, "Ensin");
        post.takes(liisa);
        post.answers(liisa, first.id(), "Näin on.");
        town.clock.advance(Presences.PRESENT.plusSeconds(1));
        post.replies(aino, first, "Ja vielä?");
        var again = post.takes(matti);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.standing().mark()).isEqualTo(ContactMark.REPLY);
    }

    @Test
    void what_the_resident_adds_to_a_promise_is_there_when_it_comes_back() {
        var first = post.writes(aino, "Ensin");
        post.takes(liisa);
        promised(liisa, first, THURSDAY);
        post.replies(aino, first, "Lisätieto");
        post.letItLeave();
        assertThat(post.seenBy(aino, first).state()).isEqualTo(ContactState.WAITING_INTERNAL);
        town.clock.setHelsinki("2026-03-05T08:00");
        upkeep.returnDue();
        var back = post.takes(matti);
        assertThat(back.arrivedAt()).isEqualTo(first.arrivedAt());
        assertThat(town.as(matti, () -> post.answers.thread(back.id()))
                        .getLast()
                        .body())
                .isEqualTo("Lisätieto");
    }

    @Test
    void nobody_promises_a_day_off_today_or_half_a_life() {
        var first = post.writes(aino, "Ensin");
        post.takes(liisa);
        assertThat(promised(liisa, first, LocalDate.of(2026, 3, 3)))
                .isEqualTo(new Promising.DayWrong(Promising.Why.NOT_LATER));
        assertThat(promised(liisa, first, LocalDate.of(2026, 3, 7)))
                .isEqualTo(new Promising.DayWrong(Promising.Why.DAY_OFF));
        assertThat(promised(liisa, first, LocalDate.of(2026, 4, 7)))
                .isEqualTo(new Promising.DayWrong(Promising.Why.TOO_FAR));
        assertThat(promised(matti, first, THURSDAY)).isEqualTo(new Promising.Said(new Answering.NotInHand()));
        assertThat(town.as(liisa, promises::usualDay)).isEqualTo(THURSDAY);
    }

    @Test
    void a_promise_that_will_be_late_is_seen_before_it_is_late() {
        var first = post.writes(aino, "Ensin");
        assertThat(first.promisedBy()).isEqualTo(Town.at("2026-03-05T16:00"));
        town.clock.setHelsinki("2026-03-05T12:00");
        assertThat(town.as(lead, () -> promises.soonLate(10))).isEmpty();
        town.clock.setHelsinki("2026-03-05T12:01");
        assertThat(town.as(lead, () -> promises.soonLate(10)))
                .extracting(Waiting::id)
                .containsExactly(first.id());
        assertThatThrownBy(() -> town.as(liisa, () -> promises.soonLate(10))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_topic_has_its_own_answer_time_in_office_hours() {
        try {
            assertThat(town.as(lead, () -> times.set("RENT", 4))).isTrue();
            assertThat(post.writes(aino, "Tiistaina kahdeksalta").promisedBy()).isEqualTo(Town.at("2026-03-03T12:00"));
            town.clock.setHelsinki("2026-03-06T15:00");
            assertThat(post.writes(aino, "Perjantaina kolmelta").promisedBy()).isEqualTo(Town.at("2026-03-09T11:00"));
            town.clock.setHelsinki("2026-03-07T20:00");
            assertThat(post.writes(aino, "Lauantaina").promisedBy()).isEqualTo(Town.at("2026-03-09T12:00"));
            assertThat(town.as(lead, () -> times.set("RENT", 0))).isFalse();
            assertThatThrownBy(() -> town.as(liisa, () -> times.set("RENT", 8)))
                    .isInstanceOf(NotAllowedException.class);
        } finally {
            town.as(lead, () -> times.set("RENT", null));
        }
    }

    private Promising promised(Caller.Staff who, MyContact contact, LocalDate day) {
        return town.as(
                who,
                () -> promises.promise(
                        contact.id(), UUID.randomUUID(), "Selvitän.", post.newest(who, contact.id()), day));
    }
}
