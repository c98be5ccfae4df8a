package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.ACCESS_LOG;
import static fi.kotiovi.vocabulary.ContactEventKind.ARRIVED;
import static fi.kotiovi.vocabulary.ContactEventKind.HANDED_BACK;
import static fi.kotiovi.vocabulary.ContactEventKind.LEASE_LOST;
import static fi.kotiovi.vocabulary.ContactEventKind.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactMark;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakingTheNextTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
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
    void the_oldest_comes_first_and_the_next_one_after_it() {
        var first = writesLater(aino, "Ensin");
        var second = writesLater(eino, "Sitten");
        assertThat(post.takes(liisa).id()).isEqualTo(first.id());
        assertThat(post.takes(matti).id()).isEqualTo(second.id());
        assertThat(town.as(town.work().clerk("Kolmas", office, StaffRole.DESK), post.queue::takeNext))
                .isEmpty();
    }

    @Test
    void of_two_that_arrived_at_the_same_moment_the_first_written_is_first() {
        var first = post.writes(aino, "Ensin");
        var second = post.writes(eino, "Sitten");
        assertThat(post.takes(liisa).id()).isEqualTo(first.id());
        assertThat(post.takes(matti).id()).isEqualTo(second.id());
    }

    @Test
    void a_second_browser_finds_the_same_contact_in_hand() {
        var first = writesLater(aino, "Ensin");
        writesLater(eino, "Sitten");
        post.takes(liisa);
        assertThat(post.takes(liisa).id()).isEqualTo(first.id());
        assertThat(town.as(liisa, post.queue::inHand).orElseThrow().id()).isEqualTo(first.id());
        assertThat(post.events(first.id())).containsExactly(ARRIVED, TAKEN);
    }

    @RepeatedTest(5)
    void eight_fingers_of_one_clerk_take_one_contact() {
        for (int i = 0; i < 4; i++) {
            writesLater(aino, "Asia " + i);
        }
        var taken = Race.of(8, i -> () -> post.takes(liisa).id());
        assertThat(taken).hasSize(8).containsOnly(taken.getFirst());
        assertThat(town.as(liisa, post.queue::length).waiting()).isEqualTo(3);
    }

    @Test
    void what_is_handed_back_keeps_its_place_and_says_why() {
        var first = writesLater(aino, "Ensin");
        writesLater(eino, "Sitten");
        post.takes(liisa);
        assertThat(town.as(liisa, () -> post.queue.handBack(first.id(), "Tarvitaan laskutusta")))
                .isEqualTo(HandingBack.BACK);
        assertThat(town.as(liisa, () -> post.queue.handBack(first.id(), "Taas")))
                .isEqualTo(HandingBack.NOT_IN_HAND);
        var next = post.takes(matti);
        assertThat(next.id()).isEqualTo(first.id());
        assertThat(next.returnedReason()).isEqualTo("Tarvitaan laskutusta");
        assertThat(post.events(first.id())).containsExactly(ARRIVED, TAKEN, HANDED_BACK, TAKEN);
    }

    @Test
    void what_a_clerk_handed_back_is_left_to_colleagues_for_a_while() {
        var first = writesLater(aino, "Ensin");
        var second = writesLater(eino, "Sitten");
        post.takes(liisa);
        town.as(liisa, () -> post.queue.handBack(first.id(), "En osaa"));
        assertThat(post.takes(liisa).id()).isEqualTo(second.id());
        assertThat(post.takes(matti).id()).as("its place is the old one").isEqualTo(first.id());
    }

    @Test
    void what_a_clerk_handed_back_comes_again_when_nothing_else_waits_or_enough_time_has_passed() {
        var first = writesLater(aino, "Ensin");
        post.takes(liisa);
        town.as(liisa, () -> post.queue.handBack(first.id(), "En osaa"));
        assertThat(post.takes(liisa).id()).as("nothing else waits").isEqualTo(first.id());
        town.as(liisa, () -> post.queue.handBack(first.id(), "En vieläkään"));
        writesLater(eino, "Sitten");
        town.clock.advance(ContactQueue.LEFT_TO_COLLEAGUES);
        assertThat(post.takes(liisa).id()).as("nobody else took it").isEqualTo(first.id());
    }

    @Test
    void H02_a_silent_clerk_loses_it_to_its_old_place_and_that_is_written_down() {
        var first = writesLater(aino, "Ensin");
        writesLater(eino, "Sitten");
        post.takes(liisa);
        town.clock.advance(ContactQueue.LEASE.minusSeconds(1));
        assertThat(post.queue.returnLostLeases()).isZero();
        town.clock.advance(Duration.ofSeconds(1));
        assertThat(post.queue.returnLostLeases()).isEqualTo(1);
        assertThat(post.queue.returnLostLeases()).isZero();
        assertThat(town.as(liisa, () -> post.queue.renew(first.id()))).isFalse();
        assertThat(town.as(liisa, post.queue::inHand)).isEmpty();
        var again = post.takes(matti);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.standing().mark()).isEqualTo(ContactMark.LEASE_LOST);
        assertThat(post.events(first.id())).containsExactly(ARRIVED, TAKEN, LEASE_LOST, TAKEN);
    }

    @Test
    void nothing_is_given_back_without_a_word() {
        var first = writesLater(aino, "Ensin");
        post.takes(liisa);
        assertThat(town.as(liisa, () -> post.queue.handBack(first.id(), "  "))).isEqualTo(HandingBack.NO_REASON);
        assertThat(town.as(liisa, post.queue::inHand)).isPresent();
    }

    @Test
    void what_three_gave_back_is_shown_to_whoever_leads_until_it_is_answered() {
        var lead = town.work().clerk("Johtaja", office, StaffRole.MANAGER);
        var first = writesLater(aino, "Ensin");
        for (int skips = 1; skips <= 3; skips++) {
            assertThat(town.as(lead, () -> post.queue.skippedOften(10))).isEmpty();
            var clerk = town.work().clerk("Ohittaja", office, StaffRole.AGENT);
            post.takes(clerk);
            town.as(clerk, () -> post.queue.handBack(first.id(), "Liian vaikea"));
        }
        var shown = town.as(lead, () -> post.queue.skippedOften(10)).getFirst();
        assertThat(shown.id()).isEqualTo(first.id());
        assertThat(shown.standing().skips()).isEqualTo(3);
        assertThat(shown.standing().mark()).isEqualTo(ContactMark.HANDED_BACK);
        assertThat(shown.arrivedAt()).isEqualTo(first.arrivedAt());
        assertThatThrownBy(() -> town.as(liisa, () -> post.queue.skippedOften(10)))
                .isInstanceOf(NotAllowedException.class);
        post.takes(matti);
        post.answers(matti, first.id(), "Hoidettu");
        post.replies(aino, first, "Vielä yksi asia");
        assertThat(town.as(matti, () -> post.queue.waiting(0, 1))
                        .getFirst()
                        .standing()
                        .skips())
                .isZero();
    }

    @Test
    void a_busy_clerk_keeps_it() {
        var first = writesLater(aino, "Ensin");
        post.takes(liisa);
        town.clock.advance(ContactQueue.LEASE.minusSeconds(1));
        assertThat(town.as(liisa, () -> post.queue.renew(first.id()))).isTrue();
        town.clock.advance(ContactQueue.LEASE.minusSeconds(1));
        assertThat(post.queue.returnLostLeases()).isZero();
    }

    @Test
    void nobody_renews_or_hands_back_what_a_colleague_holds() {
        var first = writesLater(aino, "Ensin");
        post.takes(liisa);
        assertThat(town.as(matti, () -> post.queue.renew(first.id()))).isFalse();
        assertThat(town.as(matti, () -> post.queue.handBack(first.id(), "Ei"))).isEqualTo(HandingBack.NOT_IN_HAND);
        assertThat(town.as(liisa, post.queue::inHand)).isPresent();
    }

    @Test
    void the_line_is_as_long_as_it_looks_and_in_order() {
        assertThat(town.as(liisa, post.queue::length)).isEqualTo(new ContactQueue.Length(0, null));
        var first = writesLater(aino, "Ensin");
        var second = writesLater(eino, "Sitten");
        var length = town.as(liisa, post.queue::length);
        assertThat(length.waiting()).isEqualTo(2);
        assertThat(length.oldest()).isEqualTo(first.arrivedAt());
        assertThat(town.as(liisa, () -> post.queue.waiting(0, 10)))
                .extracting(Waiting::id)
                .containsExactly(first.id(), second.id());
        assertThat(town.as(liisa, () -> post.queue.waiting(1, 10))).hasSize(1);
    }

    @Test
    void whose_letter_was_opened_is_logged_for_that_resident() {
        var first = writesLater(aino, "Ensin");
        post.takes(liisa);
        var entry = town.db().fetchSingle(ACCESS_LOG, ACCESS_LOG.SUBJECT_ID.eq(first.id()));
        assertThat(entry.getResidentId()).isEqualTo(aino.id());
        assertThat(entry.getStaffId()).isEqualTo(liisa.id());
    }

    @Test
    void the_line_is_for_the_office_only() {
        var crew = town.work().mechanic("Kalle", town.work().crew("Huolto"), StaffRole.CREW);
        assertThatThrownBy(() -> town.as(crew, post.queue::takeNext)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(aino, post.queue::takeNext)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(post.queue::takeNext).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> post.queue.waiting(0, 10)).isInstanceOf(NotAllowedException.class);
    }

    private MyContact writesLater(Caller.Resident who, String subject) {
        town.clock.advance(Duration.ofSeconds(1));
        return post.writes(who, subject);
    }
}
