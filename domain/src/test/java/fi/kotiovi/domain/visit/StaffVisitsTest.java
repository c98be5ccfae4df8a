package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.ACCESS_LOG;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_EVENT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.Refusal.Rule;
import fi.kotiovi.domain.visit.StaffVisits.BookFor;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StaffVisitsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final StaffVisits staff = town.backOffice(StaffVisits.class);
    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final Booked booked = new Booked(town);
    private UUID office = town.work().office(1);
    private UUID home = office;
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
    private Caller.Staff pekka = liisa;

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(1);
        home = town.homes().home(town.homes().building(office, town.work().crew("Huolto")));
        aino = town.homes().resident("Aino").livingAt(home);
        liisa = town.work().clerk("Liisa", office, StaffRole.DESK);
        pekka = town.work().clerk("Pekka", office, StaffRole.MANAGER);
    }

    @Test
    void whoever_phones_gets_a_time_at_once_and_a_mail_and_the_look_is_written_down() {
        var done = Booked.done(book(liisa, "2026-03-03T10:00", null));
        assertThat(done.state()).isEqualTo(VisitState.BOOKED);
        assertThat(booked.mails(done.id(), NotificationKind.VISIT_CONFIRMED)).isEqualTo(1);
        assertThat(town.as(aino, visits::mine)).extracting(Visit::id).containsExactly(done.id());
        assertThat(town.db().fetchCount(ACCESS_LOG, ACCESS_LOG.SUBJECT_ID.eq(done.id())))
                .isEqualTo(1);
        var event = town.db().fetchSingle(VISIT_EVENT, VISIT_EVENT.VISIT_ID.eq(done.id()));
        assertThat(event.getStaffId()).isEqualTo(liisa.id());
        assertThat(event.getReason()).isNull();
    }

    @Test
    void people_are_found_by_name_address_and_phone() {
        var name = "Kertyvö" + aino.id().toString().substring(30);
        town.db()
                .update(RESIDENT)
                .set(RESIDENT.FAMILY_NAME, name)
                .set(RESIDENT.PHONE, "+358451112233")
                .where(RESIDENT.ID.eq(aino.id()))
                .execute();
        var address = town.as(liisa, () -> staff.find(name)).getFirst().address();
        assertThat(town.as(liisa, () -> staff.find("ain " + name.substring(0, 12))))
                .extracting(Person::id)
                .containsExactly(aino.id());
        assertThat(town.as(liisa, () -> staff.find(address.houseNumber() + " lehmuskuja b " + address.flatNumber())))
                .extracting(Person::id)
                .contains(aino.id());
        assertThat(town.as(liisa, () -> staff.find("045 111 2233")))
                .extracting(Person::id)
                .contains(aino.id());
        assertThat(town.as(liisa, () -> staff.find("%"))).isEmpty();
        assertThat(town.as(liisa, () -> staff.find(" "))).isEmpty();
    }

    @Test
    void B27_stepping_over_the_horizon_needs_a_manager_and_a_reason_and_never_overlaps() {
        var far = "2026-05-04T10:00";
        assertThat(Expect.a(Booking.NotOffered.class, book(liisa, far, null))
                        .why()
                        .rule())
                .isEqualTo(Rule.TOO_FAR);
        assertThatThrownBy(() -> book(liisa, far, "Muuttaa ulkomaille")).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> book(pekka, far, "  ")).isInstanceOf(NotAllowedException.class);
        assertThat(Expect.a(Booking.NotOffered.class, book(pekka, far, null))
                        .why()
                        .rule())
                .isEqualTo(Rule.TOO_FAR);
        var done = Booked.done(book(pekka, far, "Muuttaa ulkomaille"));
        assertThat(town.db()
                        .fetchSingle(
                                VISIT_EVENT,
                                VISIT_EVENT.VISIT_ID.eq(done.id()).and(VISIT_EVENT.KIND.eq(VisitEventKind.BOOKED)))
                        .getReason())
                .isEqualTo("Muuttaa ulkomaille");
        aino = town.homes()
                .resident("Eino")
                .livingAt(town.homes()
                        .home(town.homes().building(office, town.work().crew("Huolto"))));
        Expect.a(Booking.SlotTaken.class, book(pekka, far, "Tärkeä asia"));
        Expect.a(Booking.NotOffered.class, book(pekka, "2026-05-04T20:00", "Tärkeä asia"));
        Expect.a(Booking.NotOffered.class, book(pekka, "2026-05-03T10:00", "Sunnuntai"));
        Expect.a(Booking.NotOffered.class, book(pekka, "2026-03-02T10:00", "Eilen"));
    }

    @Test
    void B27_sixteen_clerks_and_one_time_make_one_visit() {
        var people = IntStream.range(0, 16)
                .mapToObj(i -> town.homes().residentOf(office, "R" + i))
                .toList();
        var results = Race.of(
                16,
                i -> () -> town.as(
                        pekka,
                        () -> staff.book(new BookFor(
                                people.get(i).id(),
                                home,
                                "OTHER",
                                at("2026-03-03T10:00"),
                                Attending.IN_PERSON,
                                "Kaikki samaan aikaan"))));
        assertThat(results).filteredOn(Booking.Done.class::isInstance).hasSize(1);
        assertThat(town.db().fetchCount(VISIT, VISIT.OFFICE_ID.eq(office))).isEqualTo(1);
    }

    @Test
    void one_open_visit_of_a_kind_is_the_limit_for_staff_too() {
        Booked.done(book(liisa, "2026-03-03T10:00", null));
        Expect.a(Booking.AlreadyBooked.class, book(liisa, "2026-03-03T11:00", null));
        Expect.a(Booking.AlreadyBooked.class, book(pekka, "2026-03-03T11:00", "Silti"));
    }

    @Test
    void nobody_but_staff_of_an_office_finds_people_or_books_for_them() {
        var mechanic = town.work().mechanic("Kari", town.work().crew("Huolto"), StaffRole.CREW);
        for (var caller : new Caller[] {aino, mechanic}) {
            assertThatThrownBy(() -> town.as(caller, () -> staff.find("Korhonen")))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> town.as(caller, () -> staff.soonest("OTHER", 3)))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> book(caller, "2026-03-03T10:00", null)).isInstanceOf(NotAllowedException.class);
        }
    }

    @Test
    void a_clerk_books_nobody_to_fetch_keys_that_hang_elsewhere_or_nowhere_and_a_manager_says_why() {
        var keyless = town.homes()
                .homeWithoutKeys(town.homes().building(office, town.work().crew("Huolto")));
        var mover = town.homes().resident("Elin").livingAt(keyless);
        var start = at("2026-03-04T10:00");
        assertThat(refusal(book(liisa, mover, keyless, "KEY_PICKUP", start, null)))
                .isEqualTo(Rule.NO_KEYS);
        assertThat(refusal(book(liisa, mover, keyless, "EXTRA_KEY_PICKUP", start, null)))
                .isEqualTo(Rule.NO_EXTRA_KEY);
        var elsewhere = town.work().clerk("Ulla", town.work().office(1), StaffRole.DESK);
        assertThat(refusal(book(elsewhere, aino, home, "KEY_PICKUP", start, null)))
                .as("the keys of this home hang at another office")
                .isEqualTo(Rule.NO_KEYS);
        Expect.a(Booking.Done.class, book(liisa, aino, home, "KEY_PICKUP", start, null));
        Expect.a(
                Booking.Done.class,
                book(pekka, mover, keyless, "KEY_PICKUP", start.plusHours(1), "Avaimet tulevat lähetillä"));
    }

    private static Rule refusal(Booking booking) {
        return Expect.a(Booking.NotOffered.class, booking).why().rule();
    }

    private Booking book(Caller who, String start, @Nullable String override) {
        return book(who, aino, home, "OTHER", at(start), override);
    }

    private Booking book(
            Caller who,
            Caller.Resident whom,
            UUID about,
            String type,
            OffsetDateTime start,
            @Nullable String override) {
        return town.as(
                who, () -> staff.book(new BookFor(whom.id(), about, type, start, Attending.IN_PERSON, override)));
    }
}
