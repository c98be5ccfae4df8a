package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_LOAN;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.notification.Dispatch;
import fi.kotiovi.domain.notification.Letter;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.LockSystem;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.NotificationLane;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys in other people's pockets: a contractor's, who hears of it by mail, and a crew's, which sees its own and no other's. */
class LendingOutsideTest {
    private static final Contractor LUKKO =
            new Contractor(" Lukko Oy ", "+358400000045", " lukko@contractor.example ", Language.SV);

    @RegisterExtension
    static final Town town = Town.found();

    private final KeyLoans loans = town.backOffice(KeyLoans.class);
    private final KeyUpkeep upkeep = town.backOffice(KeyUpkeep.class);
    private final CrewKeys crewKeys = town.backOffice(CrewKeys.class);
    private KeyPlace place = new KeyPlace(town);
    private UUID work = place.office;
    private UUID key = place.office;

    @BeforeEach
    void a_master_key_and_work() {
        town.db().update(KEY_LOAN).setNull(KEY_LOAN.NEXT_AT).execute();
        place = new KeyPlace(town);
        work = KeyWork.order(place);
        key = place.key(KeyState.IN_STORE, LockSystem.MECHANICAL, null);
        town.db().deleteFrom(NOTIFICATION).execute();
    }

    @Test
    void W02_a_contractor_is_told_when_lent_when_due_and_when_late() {
        town.work().clerk("Eero", place.office, StaffRole.FOREMAN);
        lend(LUKKO);
        assertThat(to(NotificationKind.KEY_LENT)).containsExactly("lukko@contractor.example");
        for (var moment : List.of(
                "2026-03-03T15:29", "2026-03-03T15:30", "2026-03-03T15:31", "2026-03-03T17:30", "2026-03-04T08:00")) {
            town.clock.setHelsinki(moment);
            upkeep.remindOfLoans();
            town.anotherBackOffice().getBean(KeyUpkeep.class).remindOfLoans();
        }
        assertThat(to(NotificationKind.KEY_LENT_DUE)).containsExactly("lukko@contractor.example");
        assertThat(to(NotificationKind.KEY_LENT_LATE)).containsExactly("lukko@contractor.example");
        assertThat(to(NotificationKind.KEY_LOAN_DUE)).as("nobody of ours").isEmpty();
        assertThat(to(NotificationKind.KEY_LOAN_LATE)).as("the foreman").hasSize(1);
        assertThat(to(NotificationKind.KEY_LOAN_MISSING)).as("the office").hasSize(1);
        assertThat(town.as(place.liisa, () -> loans.open(0, 5)).getFirst().email())
                .isEqualTo("lukko@contractor.example");
    }

    @Test
    void a_letter_to_a_contractor_tells_the_tag_and_never_what_it_opens() {
        lend(LUKKO);
        var dispatch = town.backOffice(Dispatch.class);
        var id = dispatch.claim(NotificationLane.NORMAL, 10).getFirst();
        var letter = dispatch.open(id, "kotiovi.example").orElseThrow();
        assertThat(letter.name()).isEqualTo("Lukko Oy");
        assertThat(letter.language()).isEqualTo(Language.SV);
        var loan = Expect.a(Letter.OfContractorLoan.class, letter.content());
        assertThat(loan.tag())
                .isEqualTo(town.db().fetchSingle(KEY, KEY.ID.eq(key)).getTag());
        assertThat(letter.toString())
                .doesNotContain("Lehmuskuja")
                .doesNotContain("Lindgränden")
                .doesNotContain("Aino");
    }

    @Test
    void a_letter_that_was_overtaken_by_the_key_stays_at_home() {
        lend(LUKKO);
        town.as(place.liisa, () -> loans.takeBack(key));
        var dispatch = town.backOffice(Dispatch.class);
        var id = dispatch.claim(NotificationLane.NORMAL, 10).getFirst();
        assertThat(dispatch.open(id, "kotiovi.example")).isEmpty();
    }

    @Test
    void without_an_address_the_clerk_who_lent_it_calls_and_a_wrong_one_is_refused() {
        var wrong = new Contractor("Lukko Oy", "", "lukko at contractor", Language.FI);
        Expect.a(
                Lending.AddressWrong.class,
                town.as(place.liisa, () -> loans.toContractor(key, work, loans.usualDue(), wrong)));
        assertThat(place.state(key)).isEqualTo(KeyState.IN_STORE);
        lend(new Contractor("Lukko\0 Oy", "", "\0", Language.FI));
        assertThat(to(NotificationKind.KEY_LENT)).isEmpty();
        town.clock.setHelsinki("2026-03-03T15:30");
        upkeep.remindOfLoans();
        assertThat(to(NotificationKind.KEY_LOAN_DUE)).hasSize(1);
        assertThat(to(NotificationKind.KEY_LENT_DUE)).isEmpty();
    }

    @Test
    void a_crew_sees_the_keys_it_has_and_another_crew_sees_nothing_of_them() {
        var timo = town.work().mechanic("Timo", place.crew, StaffRole.CREW);
        var veli = town.work().mechanic("Veli", town.work().crew("Toinen"), StaffRole.CREW);
        assertThat(town.as(place.liisa, () -> loans.toCrew(key, work, loans.usualDue())))
                .isInstanceOf(Lending.Done.class);
        assertThat(town.as(timo, crewKeys::mine)).singleElement().satisfies(mine -> {
            assertThat(mine.workOrder()).isEqualTo(work);
            assertThat(mine.dueAt()).isEqualTo(loans.usualDue());
            assertThat(mine.officePhone()).startsWith("+");
        });
        assertThat(town.as(veli, crewKeys::mine)).isEmpty();
        assertThatThrownBy(() -> town.as(place.liisa, crewKeys::mine)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> town.as(place.aino, crewKeys::mine)).isInstanceOf(NotAllowedException.class);
        town.as(place.liisa, () -> loans.takeBack(key));
        assertThat(town.as(timo, crewKeys::mine)).isEmpty();
        lend(LUKKO);
        assertThat(town.as(timo, crewKeys::mine)).as("the contractor's").isEmpty();
    }

    private void lend(Contractor to) {
        Expect.a(Lending.Done.class, town.as(place.liisa, () -> loans.toContractor(key, work, loans.usualDue(), to)));
    }

    private static List<String> to(NotificationKind kind) {
        return town.db()
                .select(NOTIFICATION.RECIPIENT)
                .from(NOTIFICATION)
                .where(NOTIFICATION.KIND.eq(kind))
                .fetch(NOTIFICATION.RECIPIENT);
    }
}
