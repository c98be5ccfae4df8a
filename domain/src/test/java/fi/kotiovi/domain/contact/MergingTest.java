package fi.kotiovi.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactMark;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MergingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final Merges merges = town.backOffice(Merges.class);
    private final Handovers handovers = town.backOffice(Handovers.class);
    private final Teams teams = town.backOffice(Teams.class);
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
    void H07_of_two_that_wait_the_older_arrival_wins_and_both_are_read_together() {
        var first = writesLater(aino, "Ensin");
        var second = writesLater(aino, "Sama asia");
        post.takes(matti);
        post.takes(liisa);
        town.as(matti, () -> post.queue.handBack(first.id(), "Liisalla on jo toinen"));
        assertThat(merged(liisa, second, first)).isEqualTo(Merging.DONE);
        var inHand = town.as(liisa, post.queue::inHand).orElseThrow();
        assertThat(inHand.arrivedAt()).isEqualTo(first.arrivedAt());
        assertThat(town.as(liisa, () -> post.answers.thread(second.id()))).hasSize(2);
        assertThat(town.as(liisa, post.queue::length).waiting()).isZero();
    }

    @Test
    void H07_what_is_merged_with_a_closed_one_stays_open_at_its_own_arrival() {
        var old = writesLater(aino, "Vanha");
        post.takes(liisa);
        town.as(liisa, () -> post.answers.close(old.id(), "Hoidettu", post.newest(liisa, old.id())));
        var again = writesLater(aino, "Taas");
        post.takes(liisa);
        assertThat(merged(liisa, again, old)).isEqualTo(Merging.DONE);
        var inHand = town.as(liisa, post.queue::inHand).orElseThrow();
        assertThat(inHand.state()).isEqualTo(ContactState.TAKEN);
        assertThat(inHand.arrivedAt()).as("the old one had its turn").isEqualTo(again.arrivedAt());
    }

    @Test
    void H09_whoever_comes_by_the_merged_one_is_led_to_the_one_that_goes_on() {
        var first = writesLater(aino, "Ensin");
        var second = writesLater(aino, "Sama asia");
        post.takes(liisa);
        merged(liisa, first, second);
        assertThat(post.seenBy(aino, second).mergedInto()).isEqualTo(first.id());
        assertThat(town.as(aino, () -> post.mine.newestFirst(0, 1_000)))
                .extracting(MyContact::id)
                .contains(first.id())
                .doesNotContain(second.id());
        assertThat(post.replies(aino, second, "Vielä tämä").id()).isEqualTo(first.id());
        assertThat(town.as(liisa, () -> post.answers.thread(first.id()))
                        .getLast()
                        .body())
                .isEqualTo("Vielä tämä");
    }

    @Test
    void a_merge_is_undone_with_both_at_their_old_places() {
        var first = writesLater(aino, "Ensin");
        var second = writesLater(aino, "Toinen asia");
        post.takes(matti);
        post.takes(liisa);
        town.as(matti, () -> post.queue.handBack(first.id(), "Hetki"));
        merged(liisa, second, first);
        assertThat(town.as(liisa, () -> merges.undo(second.id(), first.id()))).isEqualTo(Merging.DONE);
        assertThat(town.as(liisa, () -> merges.undo(second.id(), first.id()))).isEqualTo(Merging.MERGED_ALREADY);
        assertThat(town.as(liisa, post.queue::inHand).orElseThrow().arrivedAt()).isEqualTo(second.arrivedAt());
        var waits = town.as(liisa, () -> post.queue.waiting(0, 5)).getFirst();
        assertThat(waits.id()).isEqualTo(first.id());
        assertThat(waits.arrivedAt()).isEqualTo(first.arrivedAt());
        assertThat(post.seenBy(aino, first).mergedInto()).isNull();
    }

    @Test
    void contacts_of_two_people_are_never_mixed_nor_what_a_colleague_answers() {
        var mine = writesLater(aino, "Aino");
        var others = writesLater(eino, "Eino");
        var held = writesLater(aino, "Matilla");
        post.takes(liisa);
        assertThat(merged(liisa, mine, others)).isEqualTo(Merging.NOT_THE_SAME_PERSON);
        assertThat(merged(matti, mine, held)).isEqualTo(Merging.NOT_IN_HAND);
        post.takes(town.work().clerk("Kolmas", office, StaffRole.AGENT));
        post.takes(matti);
        assertThat(merged(liisa, mine, held)).isEqualTo(Merging.WITH_COLLEAGUE);
        assertThatThrownBy(() -> town.as(aino, () -> merges.others(mine.id()))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void what_has_parts_is_not_made_a_part() {
        var first = writesLater(aino, "Ensin");
        var second = writesLater(aino, "Toinen");
        var third = writesLater(aino, "Kolmas");
        post.takes(liisa);
        merged(liisa, first, second);
        assertThat(merged(liisa, first, second)).isEqualTo(Merging.MERGED_ALREADY);
        assertThat(town.as(liisa, () -> merges.others(first.id())))
                .filteredOn(OtherContact::inThis)
                .extracting(OtherContact::id)
                .containsExactly(second.id());
        post.answers(liisa, first.id(), "Selvä.");
        post.takes(liisa);
        assertThat(merged(liisa, third, first)).isEqualTo(Merging.MERGED_ALREADY);
    }

    @Test
    void a_colleague_at_work_gets_what_is_handed_over_at_its_old_place_and_nobody_else() {
        var first = writesLater(aino, "Ensin");
        writesLater(eino, "Sitten");
        post.takes(matti);
        town.as(matti, () -> post.queue.handBack(first.id(), "Hetki"));
        post.takes(liisa);
        var toMatti = new Handovers.Target(false, matti.id(), "Matti Virtanen");
        assertThat(town.as(liisa, handovers::targets)).contains(toMatti);
        assertThat(town.as(liisa, () -> handovers.give(first.id(), toMatti, " ")))
                .isEqualTo(HandingOver.NO_REASON);
        assertThat(town.as(liisa, () -> handovers.give(first.id(), toMatti, "Sinä tunnet talon")))
                .isEqualTo(HandingOver.DONE);
        assertThat(town.as(liisa, () -> handovers.give(first.id(), toMatti, "Taas")))
                .isEqualTo(HandingOver.NOT_IN_HAND);
        assertThat(post.takes(liisa).id()).isNotEqualTo(first.id());
        var got = town.as(matti, () -> post.queue.waiting(0, 1)).getFirst();
        assertThat(got.id()).isEqualTo(first.id());
        assertThat(got.arrivedAt()).isEqualTo(first.arrivedAt());
        assertThat(got.standing().mark()).isEqualTo(ContactMark.HANDED_OVER);
        assertThat(got.standing().mine()).isTrue();
    }

    @Test
    void nothing_is_handed_to_somebody_who_is_not_at_work_or_to_a_team_without_people() {
        var first = writesLater(aino, "Ensin");
        post.takes(liisa);
        town.as(lead, () -> teams.add("Tyhjä"));
        var empty = town.as(lead, teams::list).stream()
                .filter(team -> team.name().equals("Tyhjä"))
                .findFirst()
                .orElseThrow();
        for (var target : List.of(
                new Handovers.Target(false, lead.id(), "Johtaja"), new Handovers.Target(true, empty.id(), "Tyhjä"))) {
            assertThat(town.as(liisa, () -> handovers.give(first.id(), target, "Ole hyvä")))
                    .isEqualTo(HandingOver.NOBODY_THERE);
        }
    }

    @RepeatedTest(5)
    void H04_handing_to_a_team_while_others_take_never_gives_it_to_somebody_else() {
        var team = team();
        for (int i = 0; i < 6; i++) {
            writesLater(aino, "Asia " + i);
        }
        var given = post.takes(liisa).id();
        var clerks = List.of(liisa, town.work().clerk("Toinen", office, StaffRole.AGENT), lead);
        var target = new Handovers.Target(true, team, "Tiimi");
        var taken = Race.of(
                3,
                i -> () -> i == 0
                        ? town.as(liisa, () -> handovers.give(given, target, "Teille"))
                                .name()
                        : post.takes(clerks.get(i)).id().toString());
        assertThat(taken).contains("DONE").doesNotContain(given.toString());
        assertThat(post.takes(matti).id()).isEqualTo(given);
        town.as(lead, () -> teams.dissolve(team));
    }

    private UUID team() {
        town.as(lead, () -> teams.add("Tiimi"));
        var team = town.as(lead, teams::list).stream()
                .filter(each -> each.name().equals("Tiimi"))
                .findFirst()
                .orElseThrow();
        town.as(lead, () -> teams.save(new Team(team.id(), "Tiimi", Set.of(matti.id()), Set.of("LEASE"), Set.of())));
        return team.id();
    }

    private Merging merged(Caller.Staff who, MyContact inHand, MyContact other) {
        return town.as(who, () -> merges.merge(inHand.id(), other.id()));
    }

    private MyContact writesLater(Caller.Resident who, String subject) {
        town.clock.advance(Duration.ofSeconds(1));
        return post.writes(who, subject);
    }
}
