package fi.kotiovi.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SplittingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final Splits splits = town.backOffice(Splits.class);
    private final ContactLinks links = town.backOffice(ContactLinks.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff matti = town.work().clerk("Matti", office, StaffRole.AGENT);
    private final Caller.Staff putki = town.work().clerk("Putki", office, StaffRole.CREW);

    @BeforeEach
    void anEmptyLine() {
        town.clock.setHelsinki(Town.START);
        post.empty();
    }

    @Test
    void a_message_about_another_matter_waits_on_its_own_where_it_arrived() {
        var mine = post.writes(aino, "Vuokra");
        town.clock.advance(Duration.ofMinutes(5));
        var between = post.writes(eino, "Välissä");
        town.clock.advance(Duration.ofMinutes(5));
        post.replies(aino, mine, "Ja saunavuoro?");
        var said = town.clock.now();
        town.clock.advance(Duration.ofHours(1));
        var late = post.writes(eino, "Myöhemmin");
        post.takes(liisa);
        var part = town.as(liisa, () -> post.answers.thread(mine.id())).getLast();
        var done = town.as(
                liisa, () -> splits.split(mine.id(), UUID.randomUUID(), Set.of(part.id()), "SAUNA", " Saunavuoro "));
        assertThat(done).isInstanceOf(Splitting.Done.class);

        var own = town.as(aino, () -> post.mine.newestFirst(0, 10));
        var split = own.stream()
                .filter(contact -> contact.subject().equals("Saunavuoro"))
                .findFirst()
                .orElseThrow();
        assertThat(split.arrivedAt()).isEqualTo(said);
        assertThat(town.as(aino, () -> post.mine.thread(split.id())))
                .extracting(Message::body)
                .containsExactly("Ja saunavuoro?");
        assertThat(town.as(aino, () -> post.mine.thread(mine.id())))
                .as("what was said stays said")
                .hasSize(2);
        assertThat(post.seenBy(eino, between).place()).isEqualTo(1);
        assertThat(split.place()).isEqualTo(2);
        assertThat(post.seenBy(eino, late).place()).isEqualTo(3);
        assertThat(post.events(mine.id())).endsWith(ContactEventKind.SPLIT);
        assertThat(town.as(liisa, () -> links.of(mine.id())))
                .extracting(Matter::id)
                .containsExactly(split.id());
    }

    @Test
    void of_a_single_message_with_two_matters_both_keep_it_whole() {
        var mine = post.writes(aino, "Vuokra ja sauna");
        post.takes(liisa);
        var only = town.as(liisa, () -> post.answers.thread(mine.id())).getFirst();
        assertThat(town.as(
                        liisa, () -> splits.split(mine.id(), UUID.randomUUID(), Set.of(only.id()), "SAUNA", "Sauna")))
                .isInstanceOf(Splitting.Done.class);
    }

    @Test
    void two_clicks_split_once() {
        var mine = post.writes(aino, "Kaksi asiaa");
        post.takes(liisa);
        var only = town.as(liisa, () -> post.answers.thread(mine.id())).getFirst();
        var submission = UUID.randomUUID();
        var results = Race.of(
                4,
                n -> () -> town.as(
                        liisa, () -> splits.split(mine.id(), submission, Set.of(only.id()), "SAUNA", "Kerran")));
        assertThat(Set.copyOf(results)).hasSize(1);
        assertThat(town.as(aino, () -> post.mine.newestFirst(0, 20)))
                .extracting(MyContact::subject)
                .containsOnlyOnce("Kerran");
    }

    @Test
    void what_makes_no_sense_is_refused_with_the_reason() {
        var mine = post.writes(aino, "Vuokra");
        post.replies(aino, mine, "Lisää");
        post.takes(liisa);
        var all = town.as(liisa, () -> post.answers.thread(mine.id())).stream()
                .map(Message::id)
                .toList();
        assertThat(split(liisa, mine, List.of(), "Otsikko")).isInstanceOf(Splitting.NothingChosen.class);
        assertThat(split(liisa, mine, List.of(UUID.randomUUID()), "Otsikko"))
                .isInstanceOf(Splitting.NothingChosen.class);
        assertThat(split(liisa, mine, all, "Otsikko")).isInstanceOf(Splitting.EverythingChosen.class);
        assertThat(split(liisa, mine, all.subList(1, 2), " ")).isInstanceOf(Splitting.SubjectWrong.class);
        assertThat(split(liisa, mine, all.subList(1, 2), "x".repeat(201))).isInstanceOf(Splitting.SubjectWrong.class);
        assertThat(split(matti, mine, all.subList(1, 2), "Otsikko")).isInstanceOf(Splitting.NotInHand.class);
        assertThatThrownBy(() -> split(putki, mine, all, "Otsikko")).isInstanceOf(NotAllowedException.class);
        assertThat(town.as(aino, () -> post.mine.newestFirst(0, 10)))
                .extracting(MyContact::subject)
                .doesNotContain("Otsikko");
    }

    private Splitting split(Caller.Staff who, MyContact contact, List<UUID> messages, String subject) {
        return town.as(who, () -> splits.split(contact.id(), UUID.randomUUID(), Set.copyOf(messages), "RENT", subject));
    }
}
