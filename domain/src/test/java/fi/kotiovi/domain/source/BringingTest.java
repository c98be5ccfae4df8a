package fi.kotiovi.domain.source;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_ARRIVAL;
import static fi.kotiovi.db.Tables.CONTACT_SOURCE;
import static fi.kotiovi.db.Tables.CONTACT_SOURCE_EVENT;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.db.tables.records.ContactRecord;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Ending;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.Waiting;
import fi.kotiovi.domain.contact.WriteAnswer;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactSourceEventKind;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BringingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final ContactSources sources = town.backOffice(ContactSources.class);
    private final ContactIntake intake = town.backOffice(ContactIntake.class);
    private final SourceMatters matters = town.backOffice(SourceMatters.class);
    private final ContactQueue queue = town.backOffice(ContactQueue.class);
    private final Answers answers = town.backOffice(Answers.class);
    private final UUID office = town.work().office(1);
    private final Caller.Staff lead = town.work().clerk("Päivi", office, StaffRole.MANAGER);
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private String key = "";

    @BeforeEach
    void aNewSource() {
        town.clock.setHelsinki(Town.START);
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, ContactState.CLOSED)
                .set(CONTACT.CLOSED_AT, town.clock.now())
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .where(CONTACT.STATE.ne(ContactState.CLOSED))
                .execute();
        aino = town.homes().residentOf(office, "Aino");
        key = made("Lomake " + aino.id());
    }

    @Test
    void what_is_brought_stands_in_the_one_line_and_is_known_by_its_number() {
        var taken = taken(brought("1", "nobody@example.org", "", "Hei, vuokrasta"));
        assertThat(taken.isNew()).isTrue();
        assertThat(taken.number()).matches("C-26-\\d{6}");
        assertThat(taken.place()).isEqualTo(1);
        var row = row(taken);
        assertThat(row.getChannel()).isEqualTo(ContactChannel.SERVICE_REQUEST);
        assertThat(row.getArrivedAt()).isEqualTo(at(Town.START));
        assertThat(row.getResidentId()).isNull();
        assertThat(row.getSubject()).isEqualTo("Asia");
        assertThat(row.getLanguage()).isEqualTo(Language.FI);
        assertThat(town.as(liisa, () -> queue.waiting(0, 10)))
                .extracting(Waiting::number)
                .containsExactly(taken.number());
        assertThat(town.as(liisa, () -> answers.thread(taken.contact())))
                .extracting(Message::body)
                .containsExactly("Hei, vuokrasta");
    }

    @Test
    void the_same_thing_brought_again_is_the_same_contact() {
        var first = taken(brought("2", "a@example.org", "", "Kerran"));
        town.clock.advance(Duration.ofMinutes(5));
        var again = taken(brought("2", "a@example.org", "", "Kerran, muutettuna"));
        assertThat(again.isNew()).isFalse();
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(row(first).getArrivedAt()).isEqualTo(at(Town.START));
        assertThat(town.as(liisa, () -> answers.thread(first.contact()))).hasSize(1);
        var another = key;
        key = made("Toinen " + UUID.randomUUID());
        assertThat(taken(brought("2", "a@example.org", "", "Toisen oma")).number())
                .as("each source names things for itself")
                .isNotEqualTo(first.number());
        key = another;
    }

    @Test
    void eight_at_once_with_one_name_bring_one_contact() {
        var all = Race.of(8, i -> () -> taken(brought("3", "a@example.org", "", "Yhtä aikaa")));
        assertThat(all.stream().map(Bringing.Taken::number).distinct()).hasSize(1);
        assertThat(all.stream().filter(Bringing.Taken::isNew)).hasSize(1);
        assertThat(town.db().fetchCount(CONTACT_ARRIVAL, CONTACT_ARRIVAL.EXTERNAL_ID.eq("3")))
                .isEqualTo(1);
        assertThat(town.db().fetchCount(CONTACT, CONTACT.STATE.eq(ContactState.NEW)))
                .isEqualTo(1);
    }

    @Test
    void whoever_took_it_earlier_says_when_but_never_in_the_future_and_not_from_last_month() {
        var earlier = taken(brought("4", "a@example.org", "", "Aamulla", at("2026-03-03T06:30")));
        assertThat(row(earlier).getArrivedAt()).isEqualTo(at("2026-03-03T06:30"));
        assertThat(refused(brought(
                        "5",
                        "a@example.org",
                        "",
                        "Huomenna",
                        at("2026-03-03T08:00").plusSeconds(1))))
                .isEqualTo("arrivedAt");
        assertThat(refused(brought("6", "a@example.org", "", "Vanha", at("2026-02-01T08:00"))))
                .isEqualTo("arrivedAt");
    }

    @Test
    void a_resident_is_known_by_an_address_that_only_one_has() {
        var mail = Objects.requireNonNull(town.db()
                .select(RESIDENT.EMAIL)
                .from(RESIDENT)
                .where(RESIDENT.ID.eq(aino.id()))
                .fetchSingle(RESIDENT.EMAIL));
        assertThat(row(taken(brought("7", mail.toUpperCase(Locale.ROOT), "", "Minä täällä")))
                        .getResidentId())
                .isEqualTo(aino.id());
        town.db()
                .update(RESIDENT)
                .set(RESIDENT.PHONE, "+358501112223")
                .where(RESIDENT.ID.eq(aino.id()))
                .execute();
        assertThat(row(taken(brought("8", "", "050 111 2223", "Soittakaa"))).getResidentId())
                .isEqualTo(aino.id());
        town.db()
                .update(RESIDENT)
                .set(RESIDENT.PHONE, "+358501112223")
                .where(RESIDENT.ID.eq(town.homes().residentOf(office, "Eino").id()))
                .execute();
        assertThat(row(taken(brought("9", "", "050 111 2223", "Soittakaa"))).getResidentId())
                .as("two have that number")
                .isNull();
    }

    @Test
    void the_answer_goes_by_mail_where_there_is_one_and_else_the_clerk_is_told_where() {
        var byMail = taken(brought("10", "a@example.org", "", "Kysymys"));
        assertThat(town.as(liisa, () -> matters.answeredElsewhere(byMail.contact())))
                .isEmpty();
        town.as(liisa, queue::takeNext);
        var seen = town.as(liisa, () -> answers.thread(byMail.contact()))
                .getFirst()
                .id();
        town.as(
                liisa,
                () -> answers.answer(
                        byMail.contact(), WriteAnswer.of(UUID.randomUUID(), "Vastaus"), seen, Ending.CLOSED));
        assertThat(town.db()
                        .fetchSingle(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(byMail.contact()))
                        .getRecipient())
                .isEqualTo("a@example.org");

        var elsewhere = taken(new Brought("11", "Aku", "", "", "@aku_ankka", null, "", "Monelta auki?", "", null));
        var told = town.as(liisa, () -> matters.answeredElsewhere(elsewhere.contact()))
                .orElseThrow();
        assertThat(told.address()).isEqualTo("@aku_ankka");
        assertThat(told.source()).startsWith("Lomake ");
        assertThat(row(elsewhere).getSubject()).isEqualTo("Monelta auki?");
    }

    @Test
    void what_is_wrong_is_said_by_field_and_nothing_is_taken() {
        assertThat(refused(brought("", "a@example.org", "", "Teksti"))).isEqualTo("externalId");
        assertThat(refused(brought("x".repeat(201), "a@example.org", "", "Teksti")))
                .isEqualTo("externalId");
        assertThat(refused(brought("12", "a@example.org", "", "  "))).isEqualTo("text");
        assertThat(refused(brought("12", "a@example.org", "", "ä".repeat(10_001))))
                .isEqualTo("text");
        assertThat(refused(brought("12", "", "", "Teksti"))).isEqualTo("mail");
        assertThat(refused(brought("12", "ei osoite", "", "Teksti"))).isEqualTo("mail");
        assertThat(refused(brought("12", "a@example.org, b@example.org", "", "Teksti")))
                .isEqualTo("mail");
        assertThat(refused(brought("12", "", "soita", "Teksti"))).isEqualTo("phone");
        assertThat(refused(new Brought("12", "", "a@example.org", "", "", null, "", "Teksti", "NONSENSE", null)))
                .isEqualTo("topic");
        assertThat(town.db().fetchCount(CONTACT, CONTACT.STATE.eq(ContactState.NEW)))
                .isZero();
    }

    @Test
    void only_the_newest_key_of_a_source_that_goes_on_opens_anything() {
        assertThat(intake.refusal("kotiovi_nonsense")).containsInstanceOf(Bringing.Unknown.class);
        assertThat(intake.refusal(key)).isEmpty();
        var source = source();
        var fresh = town.as(lead, () -> sources.changeKey(source)).orElseThrow();
        assertThat(intake.refusal(key)).containsInstanceOf(Bringing.Unknown.class);
        assertThat(intake.take(key, brought("13", "a@example.org", "", "Vanhalla avaimella")))
                .isInstanceOf(Bringing.Unknown.class);
        assertThat(intake.refusal(fresh)).isEmpty();
        town.as(lead, () -> sources.end(source));
        assertThat(intake.refusal(fresh)).containsInstanceOf(Bringing.Unknown.class);
        assertThat(town.as(lead, () -> sources.changeKey(source))).isEmpty();
        assertThat(town.db()
                        .selectFrom(CONTACT_SOURCE_EVENT)
                        .where(CONTACT_SOURCE_EVENT.SOURCE_ID.eq(source))
                        .orderBy(CONTACT_SOURCE_EVENT.ID)
                        .fetch(CONTACT_SOURCE_EVENT.KIND))
                .containsExactly(
                        ContactSourceEventKind.MADE, ContactSourceEventKind.KEY_CHANGED, ContactSourceEventKind.ENDED);
    }

    @Test
    void whoever_brings_too_much_in_a_minute_is_told_how_long_to_wait() {
        town.clock.setHelsinki("2026-03-03T08:00:20");
        town.db()
                .update(CONTACT_SOURCE)
                .set(CONTACT_SOURCE.MINUTE, at("2026-03-03T08:00"))
                .set(CONTACT_SOURCE.IN_MINUTE, ContactIntake.MOST_IN_A_MINUTE - 1)
                .where(CONTACT_SOURCE.ID.eq(source()))
                .execute();
        assertThat(intake.refusal(key)).isEmpty();
        assertThat(intake.refusal(key)).contains(new Bringing.TooMany(40));
        town.clock.setHelsinki("2026-03-03T08:01");
        assertThat(intake.refusal(key)).isEmpty();
    }

    @Test
    void a_key_is_kept_as_a_hash_and_only_those_who_lead_make_one() {
        assertThat(town.db().fetchCount(CONTACT_SOURCE, CONTACT_SOURCE.KEY_SHA256.eq(SourceKeys.hash(key))))
                .isEqualTo(1);
        assertThat(key).hasSizeGreaterThan(40);
        assertThat(town.as(lead, () -> sources.make(" ", ContactChannel.LETTER)))
                .isInstanceOf(Sourcing.NameMissing.class);
        assertThat(town.as(lead, () -> sources.make("Lomake " + aino.id(), ContactChannel.LETTER)))
                .isInstanceOf(Sourcing.NameTaken.class);
        for (Caller other : new Caller[] {liisa, aino}) {
            assertThatThrownBy(() -> town.as(other, () -> sources.make("Oma", ContactChannel.LETTER)))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> town.as(other, sources::list)).isInstanceOf(NotAllowedException.class);
        }
    }

    private String made(String name) {
        return Expect.a(Sourcing.Made.class, town.as(lead, () -> sources.make(name, ContactChannel.SERVICE_REQUEST)))
                .key();
    }

    private UUID source() {
        return Objects.requireNonNull(town.db()
                .select(CONTACT_SOURCE.ID)
                .from(CONTACT_SOURCE)
                .where(CONTACT_SOURCE.KEY_SHA256.eq(SourceKeys.hash(key)))
                .fetchSingle(CONTACT_SOURCE.ID));
    }

    private Bringing.Taken taken(Brought brought) {
        return Expect.a(Bringing.Taken.class, intake.take(key, brought));
    }

    private String refused(Brought brought) {
        return Expect.a(Bringing.Refused.class, intake.take(key, brought)).field();
    }

    private static ContactRecord row(Bringing.Taken taken) {
        return town.db().fetchSingle(CONTACT, CONTACT.ID.eq(taken.contact()));
    }

    private static Brought brought(String id, String mail, String phone, String text) {
        return brought(id, mail, phone, text, null);
    }

    private static Brought brought(
            String id, String mail, String phone, String text, @Nullable OffsetDateTime arrivedAt) {
        return new Brought(id, "Aku Ankka", mail, phone, "", null, "Asia", text, "", arrivedAt);
    }
}
