package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.ACCESS_LOG;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.contact.PhoneNoting.Gap;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.OfficeVisits;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.StaffRole;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PhoneNotesTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final PhoneNotes notes = town.backOffice(PhoneNotes.class);
    private final ResidentSheets sheets = town.backOffice(ResidentSheets.class);
    private final ContactQueue queue = town.backOffice(ContactQueue.class);
    private final MyContacts mine = town.portal(MyContacts.class);
    private UUID office = town.work().office(1);
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void aNewOffice() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void a_call_that_wants_an_answer_stands_in_the_one_line_and_its_resident_sees_it() {
        var written = Expect.a(
                PhoneNoting.Written.class, write(note(aino.id(), "", "Haluaa tietää vuokran eräpäivän.", false)));
        var row = town.db()
                .selectFrom(CONTACT)
                .where(CONTACT.NUMBER.eq(written.number()))
                .fetchSingle();
        assertThat(row.getState()).isEqualTo(ContactState.NEW);
        assertThat(row.getChannel()).isEqualTo(ContactChannel.PHONE);
        assertThat(row.getArrivedAt()).isEqualTo(at(Town.START));
        assertThat(row.getOfficeId()).isEqualTo(office);
        var seen = town.as(aino, () -> mine.newestFirst(0, 5)).getFirst();
        assertThat(seen.number()).isEqualTo(written.number());
        assertThat(town.as(aino, () -> mine.thread(seen.id())).getFirst().body())
                .isEqualTo("Haluaa tietää vuokran eräpäivän.");
        assertThat(town.as(liisa, () -> queue.waiting(0, 1000)))
                .extracting(Waiting::number)
                .contains(written.number());
    }

    @Test
    void what_was_solved_on_the_phone_is_closed_and_waits_for_nobody() {
        var written =
                Expect.a(PhoneNoting.Written.class, write(note(null, "040 123 4567", "Kysyi aukioloaikoja.", true)));
        var row = town.db()
                .selectFrom(CONTACT)
                .where(CONTACT.NUMBER.eq(written.number()))
                .fetchSingle();
        assertThat(row.getState()).isEqualTo(ContactState.CLOSED);
        assertThat(row.getCallerPhone()).isEqualTo("+358401234567");
        assertThat(town.db()
                        .select(CONTACT_EVENT.STAFF_ID)
                        .from(CONTACT_EVENT)
                        .where(CONTACT_EVENT.CONTACT_ID.eq(row.getId()))
                        .fetch(CONTACT_EVENT.STAFF_ID))
                .containsExactly(liisa.id(), liisa.id());
    }

    @Test
    void the_same_submission_from_four_windows_is_written_once() {
        var note = note(aino.id(), "", "Sama puhelu", false);
        var answers = Race.of(4, i -> () -> write(note));
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(town.db().fetchCount(CONTACT_MESSAGE, CONTACT_MESSAGE.SUBMISSION_ID.eq(note.submission())))
                .isEqualTo(1);
    }

    @Test
    void what_is_missing_is_said_for_each_field_and_nothing_is_written() {
        var gaps = Expect.a(
                        PhoneNoting.Incomplete.class,
                        write(new PhoneNote(UUID.randomUUID(), null, null, "abc", "", "  ", false)))
                .gaps();
        assertThat(gaps).containsExactlyInAnyOrder(Gap.TOPIC, Gap.BODY_MISSING, Gap.PHONE);
    }

    @Test
    void the_subject_is_the_first_line_cut_between_words() {
        assertThat(note(null, "", "Lyhyt asia\nja lisää", false).subject()).isEqualTo("Lyhyt asia");
        var cut = note(null, "", "Sana ".repeat(40), false).subject();
        assertThat(cut).endsWith("Sana…").hasSizeLessThanOrEqualTo(81);
    }

    @Test
    void what_is_typed_is_kept_until_it_is_written_down() {
        town.as(liisa, () -> notes.keep("Puoli lausetta"));
        assertThat(town.as(liisa, notes::kept)).contains("Puoli lausetta");
        write(note(null, "", "Koko lause", true));
        assertThat(town.as(liisa, notes::kept)).isEmpty();
    }

    @Test
    void one_page_tells_what_concerns_the_caller_and_that_somebody_looked() {
        var visits = town.portal(OfficeVisits.class);
        var home = homeOf(aino);
        town.as(aino, () -> {
            var held = visits.hold("OTHER", at("2026-03-04T10:00"));
            if (held instanceof Booking.Done done) {
                visits.confirm(done.visit().id());
            }
        });
        write(note(aino.id(), "", "Ensimmäinen asia", false));
        var sheet = town.as(liisa, () -> sheets.of(aino.id(), home));
        assertThat(sheet.visits()).extracting(ResidentSheet.NextVisit::type).containsExactly("OTHER");
        assertThat(sheet.contacts())
                .extracting(ResidentSheet.LastContact::subject)
                .containsExactly("Ensimmäinen asia");
        town.as(liisa, () -> sheets.of(aino.id(), home));
        assertThat(town.db()
                        .fetchCount(
                                ACCESS_LOG,
                                ACCESS_LOG
                                        .RESIDENT_ID
                                        .eq(aino.id())
                                        .and(ACCESS_LOG.REASON.eq(AccessReason.ANSWERING_CALL))))
                .as("once a day")
                .isEqualTo(1);
    }

    @Test
    void residents_and_crews_neither_look_nor_write() {
        var crew = town.work().clerk("Huolto", office, StaffRole.CREW);
        var home = homeOf(aino);
        for (Caller other : new Caller[] {aino, crew}) {
            assertThatThrownBy(() -> town.as(other, () -> sheets.of(aino.id(), home)))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> town.as(other, () -> notes.write(note(aino.id(), "", "Asia", false))))
                    .isInstanceOf(NotAllowedException.class);
        }
    }

    private static UUID homeOf(Caller.Resident who) {
        return Objects.requireNonNull(town.db()
                .select(TENANCY.HOME_ID)
                .from(TENANCY)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .where(TENANCY_RESIDENT.RESIDENT_ID.eq(who.id()))
                .fetchSingle(TENANCY.HOME_ID));
    }

    private PhoneNoting write(PhoneNote note) {
        return town.as(liisa, () -> notes.write(note));
    }

    private static PhoneNote note(@Nullable UUID resident, String phone, String body, boolean solved) {
        return new PhoneNote(UUID.randomUUID(), resident, null, phone, "OTHER", body, solved);
    }
}
