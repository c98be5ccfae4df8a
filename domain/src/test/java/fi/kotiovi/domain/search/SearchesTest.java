package fi.kotiovi.domain.search;

import static fi.kotiovi.db.Tables.ACCESS_LOG;
import static fi.kotiovi.db.Tables.UNMASKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.Contacts;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.MyContact;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.WriteContact;
import fi.kotiovi.domain.contact.Writing;
import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.privacy.Unmasking;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SearchesTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Searches searches = town.backOffice(Searches.class);
    private final MyContacts mine = town.portal(MyContacts.class);
    private final UUID office = town.work().office(1);
    private final UUID crew = town.work().crew("Huolto Lehto");
    private final UUID building = town.homes().building(office, crew);
    private final Caller.Resident aino =
            town.homes().resident("Aino").livingAt(town.homes().home(building));
    private final Caller.Staff clerk = town.work().clerk("Liisa", office, StaffRole.AGENT, StaffRole.DESK);
    private final Caller.Staff mechanic = town.work().mechanic("Timo", crew, StaffRole.CREW);
    private final Caller.Staff otherCrew =
            town.work().mechanic("Pia", town.work().crew("Huolto Salmi"), StaffRole.CREW);

    @Test
    void bent_words_and_wrong_letters_find_a_message() {
        var contact = writes("Polkupyörän säilytys", "Missä saa säilyttää polkupyörää talvella?");
        for (var typed : List.of("polkupyörä", "polkupyörien", "polkupyöär", "polkupyora säilytys", contact.number())) {
            assertThat(found(clerk, Group.CONTACTS, typed))
                    .as(typed)
                    .extracting(Hit::id)
                    .contains(contact.id());
        }
        assertThat(found(clerk, Group.CONTACTS, "avaruuslentokone")).isEmpty();
        assertThat(found(clerk, Group.CONTACTS, "'); drop table contact; -- & | ! :* \\ %"))
                .isEmpty();
    }

    @Test
    void what_was_answered_is_found_as_well() {
        var contact = writes("Kysymys", "Onko niin?");
        town.as(aino, () -> mine.reply(contact.id(), UUID.randomUUID(), "Kyse on jääkaapista.", List.of()));
        assertThat(found(clerk, Group.CONTACTS, "jääkaapit"))
                .extracting(Hit::id)
                .contains(contact.id());
    }

    @Test
    void a_code_in_a_message_is_found_by_nobody_unmasked() {
        var contact = writes("Tunnus 131052-308T", "Olen jäsen, tunnukseni on 131052-308T.");
        var hit = found(clerk, Group.CONTACTS, "jäsenen").getFirst();
        assertThat(hit.id()).isEqualTo(contact.id());
        assertThat(hit.words() + hit.title().fi()).contains("131052-****").doesNotContain("308T");
        var thread = town.as(clerk, () -> town.backOffice(Answers.class).thread(contact.id()));
        assertThat(thread).extracting(Message::body).containsExactly("Olen jäsen, tunnukseni on 131052-****.");

        var unmasking = town.backOffice(Unmasking.class);
        var message = thread.getFirst().id();
        assertThat(town.as(clerk, () -> unmasking.show(message, "  "))).isEmpty();
        assertThat(town.db().fetchCount(UNMASKING)).isZero();
        assertThat(town.as(clerk, () -> unmasking.show(message, "Tarkistan väestötiedoista")))
                .hasValueSatisfying(body -> assertThat(body).contains("131052-308T"));
        assertThat(town.db().fetchSingle(UNMASKING).getReason()).isEqualTo("Tarkistan väestötiedoista");
        assertThat(looks(AccessReason.SEEING_MASKED, contact)).isEqualTo(1);
        assertThat(town.as(aino, () -> mine.thread(contact.id())))
                .as("the resident's own words stay as they were written")
                .extracting(Message::body)
                .containsExactly("Olen jäsen, tunnukseni on 131052-308T.");
    }

    @Test
    void people_homes_and_keys_are_found_with_wrong_letters() {
        assertThat(found(clerk, Group.RESIDENTS, "korohnen aino"))
                .extracting(hit -> hit.title().fi())
                .contains("Aino Korhonen");
        assertThat(found(clerk, Group.RESIDENTS, "Korhone")).isNotEmpty();
        assertThat(found(clerk, Group.HOMES, "lehmuskja")).isNotEmpty();
        assertThat(found(clerk, Group.HOMES, "lindgränden")).isNotEmpty();
        assertThat(found(clerk, Group.HOMES, "lehmuskuja 99999")).isEmpty();
        assertThat(found(clerk, Group.KEYS, "korhonen")).isNotEmpty();
    }

    @Test
    void a_crew_finds_its_own_faults_and_neither_messages_nor_people() {
        Expect.a(
                Filing.Filed.class,
                town.as(
                        aino,
                        () -> town.portal(FaultReports.class)
                                .file(Reports.saying("Astianpesukoneen hana vuotaa lattialle"))));
        assertThat(town.as(mechanic, searches::groups)).containsExactly(Group.FAULTS, Group.KNOWLEDGE);
        assertThat(found(mechanic, Group.FAULTS, "astianpesukone")).hasSize(1);
        assertThat(found(otherCrew, Group.FAULTS, "astianpesukone")).isEmpty();
        assertThat(found(clerk, Group.FAULTS, "astianpesukoneita")).hasSize(1);
        assertThatThrownBy(() -> found(mechanic, Group.CONTACTS, "avain")).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> found(mechanic, Group.KEYS, "avain")).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_long_list_comes_a_page_at_a_time_and_nothing_twice() {
        IntStream.range(0, 12).forEach(n -> writes("Grilli " + n, "Saako parvekkeella grillata?"));
        var first = town.as(clerk, () -> searches.page(Group.CONTACTS, "grillata", 0, 5));
        var second = town.as(clerk, () -> searches.page(Group.CONTACTS, "grillata", 5, 5));
        var last = town.as(clerk, () -> searches.page(Group.CONTACTS, "grillata", 10, 5));
        assertThat(List.of(first.more(), second.more(), last.more())).containsExactly(true, true, false);
        assertThat(IntStream.of(
                        first.hits().size(), second.hits().size(), last.hits().size()))
                .containsExactly(5, 5, 2);
        assertThat(List.of(first, second, last).stream()
                        .flatMap(page -> page.hits().stream())
                        .map(Hit::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void reading_what_was_found_is_told_to_its_resident() {
        var contact = writes("Luettava", "Tämän joku hakee.");
        var reading = town.backOffice(Contacts.class);
        assertThat(town.as(clerk, () -> reading.read(contact.number()))).isPresent();
        assertThat(looks(AccessReason.SEARCHING, contact)).isEqualTo(1);
        assertThatThrownBy(() -> town.as(mechanic, () -> reading.read(contact.number())))
                .isInstanceOf(NotAllowedException.class);
    }

    private int looks(AccessReason reason, MyContact contact) {
        return town.db()
                .fetchCount(ACCESS_LOG, ACCESS_LOG.REASON.eq(reason).and(ACCESS_LOG.SUBJECT_ID.eq(contact.id())));
    }

    private List<Hit> found(Caller.Staff who, Group group, String typed) {
        return town.as(who, () -> searches.page(group, typed, 0, 20)).hits();
    }

    private MyContact writes(String subject, String body) {
        return Expect.a(
                        Writing.Sent.class,
                        town.as(
                                aino,
                                () -> mine.write(
                                        new WriteContact(UUID.randomUUID(), "OTHER", subject, body, List.of()))))
                .contact();
    }
}
