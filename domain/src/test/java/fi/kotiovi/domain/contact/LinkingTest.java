package fi.kotiovi.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.OfficeFaults;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Letterbox post = new Letterbox(town);
    private final ContactLinks links = town.backOffice(ContactLinks.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff putki = town.work().clerk("Putki", office, StaffRole.CREW);

    @BeforeEach
    void anEmptyLine() {
        town.clock.setHelsinki(Town.START);
        post.empty();
    }

    @Test
    void a_contact_is_tied_to_a_fault_and_found_from_both_ends() {
        var fault = files(aino);
        var mine = post.writes(aino, "Milloin korjaaja tulee?");
        var matter = candidate(mine, Matter.Kind.FAULT);
        assertThat(matter.number()).isEqualTo(fault);
        assertThat(town.as(liisa, () -> links.link(mine.id(), matter))).isTrue();
        assertThat(town.as(liisa, () -> links.link(mine.id(), matter)))
                .as("twice is once")
                .isTrue();
        assertThat(town.as(liisa, () -> links.of(mine.id()))).containsExactly(matter);
        assertThat(town.as(liisa, () -> links.candidates(mine.id()))).doesNotContain(matter);
        assertThat(town.as(liisa, () -> links.about(Matter.Kind.FAULT, matter.id())))
                .extracting(OtherContact::number)
                .containsExactly(mine.number());
        town.as(liisa, () -> links.unlink(mine.id(), matter));
        assertThat(town.as(liisa, () -> links.of(mine.id()))).isEmpty();
    }

    @Test
    void two_contacts_that_belong_together_stay_two_and_are_seen_from_each() {
        var other = post.writes(aino, "Lasku");
        var mine = post.writes(aino, "Maksuaika");
        var matter = town.as(liisa, () -> links.candidates(mine.id())).stream()
                .filter(candidate -> candidate.id().equals(other.id()))
                .findFirst()
                .orElseThrow();
        town.as(liisa, () -> links.link(mine.id(), matter));
        assertThat(town.as(liisa, () -> links.of(other.id())))
                .extracting(Matter::id)
                .containsExactly(mine.id());
        town.as(
                liisa,
                () -> links.unlink(
                        other.id(), town.as(liisa, () -> links.of(other.id())).getFirst()));
        assertThat(town.as(liisa, () -> links.of(mine.id()))).isEmpty();
    }

    @Test
    void what_is_somebody_elses_cannot_be_tied_to_it() {
        files(eino);
        var theirs = post.writes(eino, "Toisen asia");
        var mine = post.writes(aino, "Vuokra");
        var matter = candidate(theirs, Matter.Kind.FAULT);
        assertThat(town.as(liisa, () -> links.link(mine.id(), matter))).isFalse();
        assertThat(town.as(liisa, () -> links.of(mine.id()))).isEmpty();
        assertThatThrownBy(() -> town.as(putki, () -> links.of(mine.id()))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(aino, () -> links.of(mine.id()))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void the_office_reads_how_a_fault_stands_and_a_crew_reads_its_own_work_instead() {
        var faults = town.backOffice(OfficeFaults.class);
        var number = files(aino);
        var sheet = town.as(liisa, () -> faults.read(number)).orElseThrow();
        assertThat(sheet.fault().number()).isEqualTo(number);
        assertThat(sheet.reporter().name()).startsWith("Aino");
        assertThat(sheet.timeline()).hasSize(1);
        assertThat(town.as(liisa, () -> faults.read("F-00-000000"))).isEmpty();
        assertThatThrownBy(() -> town.as(putki, () -> faults.read(number))).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(eino, () -> faults.read(number))).isInstanceOf(NotAllowedException.class);
    }

    private Matter candidate(MyContact contact, Matter.Kind kind) {
        return town.as(liisa, () -> links.candidates(contact.id())).stream()
                .filter(matter -> matter.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private String files(Caller.Resident who) {
        var reports = town.portal(FaultReports.class);
        return Expect.a(Filing.Filed.class, town.as(who, () -> reports.file(Reports.tap())))
                .fault()
                .number();
    }
}
