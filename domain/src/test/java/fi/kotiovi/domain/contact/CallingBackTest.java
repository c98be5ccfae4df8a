package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.OPENING_HOURS;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.db.tables.records.ContactRecord;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.contact.CallBackAsking.Gap;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.CallBackEnd;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallingBackTest {
    private static final String NOON = "2026-03-03T12:00";

    @RegisterExtension
    static final Town town = Town.found();

    private final MyCallBacks calls = town.portal(MyCallBacks.class);
    private final MyContacts contacts = town.portal(MyContacts.class);
    private final CallBackDesk desk = town.backOffice(CallBackDesk.class);
    private final ContactQueue queue = town.backOffice(ContactQueue.class);
    private final ContactUpkeep upkeep = town.backOffice(ContactUpkeep.class);
    private final Answers answers = town.backOffice(Answers.class);
    private UUID office = town.work().office(1);
    private Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void anOfficeAtTheTelephoneFromNineToThree() {
        town.clock.setHelsinki(Town.START);
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, ContactState.CLOSED)
                .set(CONTACT.CLOSED_AT, town.clock.now())
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .setNull(CONTACT.BACK_AT)
                .where(CONTACT.STATE.ne(ContactState.CLOSED))
                .execute();
        office = town.work().office(1);
        for (int weekday = 1; weekday <= 5; weekday++) {
            town.db()
                    .insertInto(OPENING_HOURS)
                    .set(OPENING_HOURS.OFFICE_ID, office)
                    .set(OPENING_HOURS.SERVICE, OfficeService.PHONE)
                    .set(OPENING_HOURS.ISO_WEEKDAY, weekday)
                    .set(OPENING_HOURS.OPENS, LocalTime.of(9, 0))
                    .set(OPENING_HOURS.CLOSES, LocalTime.of(15, 15))
                    .set(
                            OPENING_HOURS.VALID,
                            LocalDateRange.localDateRange(LocalDate.of(2020, 1, 1), true, null, false))
                    .execute();
        }
        liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void the_times_to_choose_from_are_the_telephone_hours_of_the_coming_days() {
        town.clock.setHelsinki("2026-03-03T10:40");
        assertThat(town.as(aino, calls::windows).stream().map(Span::from).limit(3))
                .as("too little is left of the first one")
                .containsExactly(at("2026-03-03T11:00"), at("2026-03-03T13:00"), at("2026-03-04T09:00"));
        assertThat(town.as(aino, calls::windows).get(1).until())
                .as("the last one takes the rest")
                .isEqualTo(at("2026-03-03T15:15"));
    }

    @Test
    void it_comes_to_the_line_by_itself_when_the_time_begins_with_the_arrival_it_had() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var call = ask(at("2026-03-03T11:00"));
        var row = row(call);
        assertThat(row.getState()).isEqualTo(ContactState.WAITING_INTERNAL);
        assertThat(row.getChannel()).isEqualTo(ContactChannel.PHONE);
        assertThat(row.getArrivedAt()).isEqualTo(at("2026-03-03T09:30"));
        assertThat(row.getPromisedBy()).isEqualTo(at("2026-03-03T13:00"));
        town.clock.setHelsinki("2026-03-03T10:59");
        upkeep.returnDue();
        assertThat(town.as(liisa, queue::takeNext)).isEmpty();
        town.clock.setHelsinki("2026-03-03T11:00");
        upkeep.returnDue();
        assertThat(town.as(liisa, queue::takeNext)).hasValueSatisfying(taken -> {
            assertThat(taken.id()).isEqualTo(call.contact());
            assertThat(taken.arrivedAt()).isEqualTo(at("2026-03-03T09:30"));
        });
        assertThat(town.as(liisa, () -> desk.of(call.contact())))
                .hasValueSatisfying(found -> assertThat(found.phone()).isEqualTo("+358401234567"));
    }

    @Test
    void a_time_that_runs_already_waits_for_nothing() {
        town.clock.setHelsinki("2026-03-03T09:30");
        assertThat(row(ask(at("2026-03-03T09:00"))).getState()).isEqualTo(ContactState.NEW);
    }

    @Test
    void whoever_is_reached_stays_in_hand_to_be_written_to_or_closed() {
        var call = inHand();
        assertThat(town.as(liisa, () -> desk.reached(call.contact()))).isEqualTo(CallingBack.REACHED);
        assertThat(mine(call).end()).isEqualTo(CallBackEnd.REACHED);
        assertThat(row(call).getState()).isEqualTo(ContactState.TAKEN);
        assertThat(town.as(liisa, () -> desk.reached(call.contact()))).isEqualTo(CallingBack.NOT_ASKED);
    }

    @Test
    void whoever_closes_the_matter_is_not_called_any_more() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var call = ask(at("2026-03-03T11:00"));
        assertThat(town.as(aino, () -> town.portal(MyMatters.class).close(call.contact())))
                .isTrue();
        assertThat(mine(call).end()).isEqualTo(CallBackEnd.CANCELLED);
    }

    @Test
    void nobody_answers_three_times_and_then_there_is_a_letter() {
        var call = inHand();
        assertThat(missed(call)).isEqualTo(CallingBack.LATER);
        assertThat(row(call).getBackAt()).isEqualTo(at("2026-03-03T12:30"));
        town.clock.setHelsinki("2026-03-03T12:55");
        takeAgain();
        assertThat(missed(call)).isEqualTo(CallingBack.LATER);
        assertThat(row(call).getBackAt())
                .as("when we are at the telephone next")
                .isEqualTo(at("2026-03-03T13:00"));
        assertThat(mine(call).tries()).isEqualTo(2);
        town.clock.setHelsinki("2026-03-03T13:10");
        takeAgain();
        assertThat(missed(call)).isEqualTo(CallingBack.WRITTEN);
        assertThat(row(call).getState()).isEqualTo(ContactState.ANSWERED);
        assertThat(mine(call).end()).isEqualTo(CallBackEnd.NOT_REACHED);
        town.clock.advance(Answers.HELD);
        assertThat(town.as(aino, () -> contacts.thread(call.contact()))
                        .getLast()
                        .body())
                .isEqualTo("Emme tavoittaneet sinua.");
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(call.contact())))
                .isEqualTo(1);
    }

    @Test
    void a_resident_cancels_until_somebody_calls() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var call = ask(at("2026-03-03T11:00"));
        assertThat(town.as(aino, calls::open)).isPresent();
        assertThat(town.as(aino, () -> calls.cancel(call.contact()))).isTrue();
        assertThat(mine(call).end()).isEqualTo(CallBackEnd.CANCELLED);
        assertThat(row(call).getState()).isEqualTo(ContactState.CLOSED);
        assertThat(town.as(aino, calls::open)).isEmpty();
        assertThat(town.as(aino, () -> calls.cancel(call.contact()))).isFalse();

        var second = inHand();
        assertThat(town.as(aino, () -> calls.cancel(second.contact()))).isFalse();
        assertThat(mine(second).isOpen()).isTrue();
    }

    @Test
    void two_taps_ask_for_one_call_and_what_is_missing_is_told_by_field() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var asked = Race.of(4, i -> () -> ask(at("2026-03-03T11:00")));
        assertThat(asked.stream().map(CallBack::contact).distinct()).hasSize(1);
        var eino = town.homes().residentOf(office, "Eino");
        var gaps = Expect.a(
                        CallBackAsking.Incomplete.class,
                        town.as(eino, () -> calls.ask(UUID.randomUUID(), "abc", null, "", " ")))
                .gaps();
        assertThat(gaps).containsExactlyInAnyOrder(Gap.PHONE_IMPOSSIBLE, Gap.WINDOW, Gap.TOPIC, Gap.BODY_MISSING);
        assertThat(town.as(eino, () -> calls.of(asked.getFirst().contact()))).isEmpty();
        assertThatThrownBy(() -> town.as(aino, () -> desk.of(asked.getFirst().contact())))
                .isInstanceOf(NotAllowedException.class);
        var crew = town.work().clerk("Huolto", office, StaffRole.CREW);
        assertThatThrownBy(
                        () -> town.as(crew, () -> desk.reached(asked.getFirst().contact())))
                .isInstanceOf(NotAllowedException.class);
    }

    private CallBack inHand() {
        town.clock.setHelsinki("2026-03-03T09:30");
        var call = ask(at("2026-03-03T11:00"));
        town.clock.setHelsinki(NOON);
        takeAgain();
        return call;
    }

    private void takeAgain() {
        upkeep.returnDue();
        assertThat(town.as(liisa, queue::takeNext)).isPresent();
    }

    private CallingBack missed(CallBack call) {
        var seen =
                town.as(liisa, () -> answers.thread(call.contact())).getLast().id();
        return town.as(
                liisa, () -> desk.notReached(call.contact(), UUID.randomUUID(), "Emme tavoittaneet sinua.", seen));
    }

    private CallBack ask(OffsetDateTime from) {
        return Expect.a(
                        CallBackAsking.Asked.class,
                        town.as(
                                aino,
                                () -> calls.ask(
                                        UUID.randomUUID(), "040 123 4567", from, "RENT", "Vuokrasta kysyttävää")))
                .call();
    }

    private CallBack mine(CallBack call) {
        return town.as(aino, () -> calls.of(call.contact())).orElseThrow();
    }

    private static ContactRecord row(CallBack call) {
        return town.db().fetchSingle(CONTACT, CONTACT.ID.eq(call.contact()));
    }
}
