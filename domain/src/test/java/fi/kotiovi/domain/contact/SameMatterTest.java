package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.db.tables.records.ContactRecord;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.mail.MailMatters;
import fi.kotiovi.domain.source.Bringing;
import fi.kotiovi.domain.source.Brought;
import fi.kotiovi.domain.source.ContactIntake;
import fi.kotiovi.domain.source.ContactSources;
import fi.kotiovi.domain.source.Sourcing;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SameMatterTest {
    private static final String SAUNA = "Saunan kiuas ei lämpene eikä saunavuorolla voi saunoa. Milloin se korjataan?";
    private static final String SAUNA_AGAIN =
            "Hei, saunan kiuas ei lämpene eikä saunavuorolla voi saunoa. Milloin se korjataan?";
    private static final String SAUNA_LIKE = "Kiuas ei lämpene saunavuorolla. Voiko sen korjata pian?";
    private static final String PARKING = "Haluaisin autopaikan pihalta toukokuun alusta.";

    @RegisterExtension
    static final Town town = Town.found();

    private final MyContacts mine = town.portal(MyContacts.class);
    private final SameMatters same = town.portal(SameMatters.class);
    private final PhoneNotes notes = town.backOffice(PhoneNotes.class);
    private final ContactQueue queue = town.backOffice(ContactQueue.class);
    private final Answers answers = town.backOffice(Answers.class);
    private final Merges merges = town.backOffice(Merges.class);
    private final MailMatters mail = town.backOffice(MailMatters.class);
    private final ContactIntake intake = town.backOffice(ContactIntake.class);
    private final UUID office = town.work().office(1);
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private final Caller.Staff lead = town.work().clerk("Päivi", office, StaffRole.MANAGER);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void nobodyElseWaits() {
        town.clock.setHelsinki(Town.START);
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, ContactState.CLOSED)
                .set(CONTACT.CLOSED_AT, town.clock.now())
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .setNull(CONTACT.BACK_AT)
                .setNull(CONTACT.MERGED_INTO)
                .where(CONTACT.STATE.ne(ContactState.CLOSED))
                .execute();
        aino = town.homes().residentOf(office, "Aino");
    }

    @Test
    void whoever_writes_again_is_told_that_we_have_it_already_and_where_it_stands() {
        var first = write(aino, "OTHER", SAUNA);
        town.clock.advance(Duration.ofHours(20));
        var found =
                town.as(aino, () -> same.ofMine(message("OTHER", SAUNA_LIKE))).orElseThrow();
        assertThat(found.id()).isEqualTo(first);
        assertThat(found.place()).isEqualTo(1);
        assertThat(town.as(aino, () -> same.ofMine(message("OTHER", PARKING))))
                .as("other words about anything")
                .isEmpty();
    }

    @Test
    void the_same_topic_is_enough_to_ask_but_anything_else_is_no_topic() {
        write(aino, "SAUNA", SAUNA);
        assertThat(town.as(aino, () -> same.ofMine(message("SAUNA", "Uusi vuoro?"))))
                .isPresent();
        assertThat(town.as(aino, () -> same.ofMine(message("RENT", "Uusi vuoro?"))))
                .isEmpty();
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, ContactState.ANSWERED)
                .where(CONTACT.RESIDENT_ID.eq(aino.id()))
                .execute();
        assertThat(town.as(aino, () -> same.ofMine(message("SAUNA", "Uusi vuoro?"))))
                .as("that has been answered")
                .isEmpty();
        assertThat(town.as(aino, () -> same.ofMine(message("OTHER", SAUNA)))).isPresent();
    }

    @Test
    void after_three_days_or_when_it_is_settled_it_is_a_new_matter() {
        var first = write(aino, "OTHER", SAUNA);
        town.clock.advance(SameMatters.LATELY.plusMinutes(1));
        assertThat(town.as(aino, () -> same.ofMine(message("OTHER", SAUNA)))).isEmpty();
        town.clock.setHelsinki(Town.START);
        assertThat(town.as(aino, () -> same.ofMine(message("OTHER", SAUNA)))).isPresent();
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, ContactState.CLOSED)
                .set(CONTACT.CLOSED_AT, town.clock.now())
                .where(CONTACT.ID.eq(first))
                .execute();
        assertThat(town.as(aino, () -> same.ofMine(message("OTHER", SAUNA)))).isEmpty();
    }

    @Test
    void a_call_that_says_nearly_the_same_joins_the_message_and_keeps_its_place_and_can_be_taken_out_again() {
        var first = write(aino, "OTHER", SAUNA);
        town.clock.advance(Duration.ofHours(3));
        var call = phone(aino, SAUNA_AGAIN);
        assertThat(row(call).getState()).isEqualTo(ContactState.MERGED);
        assertThat(row(call).getMergedInto()).isEqualTo(first);
        assertThat(row(first).getArrivedAt()).isEqualTo(Town.at(Town.START));
        assertThat(town.as(liisa, queue::length).waiting()).isEqualTo(1);

        town.as(liisa, queue::takeNext);
        assertThat(town.as(liisa, () -> answers.thread(first)))
                .extracting(Message::body)
                .containsExactly(SAUNA, SAUNA_AGAIN);
        assertThat(town.as(liisa, () -> merges.others(first)))
                .extracting(OtherContact::inThis)
                .containsExactly(true);
        assertThat(town.as(liisa, () -> merges.undo(first, call))).isEqualTo(Merging.DONE);
        assertThat(row(call).getState()).isEqualTo(ContactState.NEW);
        assertThat(row(call).getArrivedAt()).isEqualTo(Town.at(Town.START).plusHours(3));
    }

    @Test
    void a_call_that_is_only_like_it_is_a_question_to_the_clerk() {
        var first = write(aino, "SAUNA", SAUNA);
        var call = phone(aino, SAUNA_LIKE);
        assertThat(row(call).getState()).isEqualTo(ContactState.NEW);
        var hint = town.as(liisa, () -> mail.hint(call)).orElseThrow();
        assertThat(hint.contact()).isEqualTo(first);
    }

    @Test
    void never_across_residents_however_like_the_words_are() {
        write(aino, "SAUNA", SAUNA);
        var eino = town.homes().residentOf(office, "Eino");
        assertThat(town.as(eino, () -> same.ofMine(message("SAUNA", SAUNA)))).isEmpty();
        var call = phone(eino, SAUNA);
        assertThat(row(call).getState()).isEqualTo(ContactState.NEW);
        assertThat(row(call).getMaybeOfId()).isNull();
        var stranger = taken("1", "joku@example.org", SAUNA);
        assertThat(stranger.place()).isEqualTo(3);
    }

    @Test
    void a_few_words_are_alike_by_chance_and_are_only_a_question() {
        phone(aino, "Soittakaa");
        var again = phone(aino, "Soittakaa");
        assertThat(row(again).getState()).isEqualTo(ContactState.NEW);
        assertThat(row(again).getMaybeOfId()).isNotNull();
    }

    @Test
    void a_stranger_is_known_by_the_mail_address_and_gets_the_number_of_the_first() {
        var first = taken("2", "Joku@Example.org", SAUNA);
        town.clock.advance(Duration.ofHours(1));
        var again = taken("3", "joku@example.org", SAUNA_AGAIN);
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.place()).isEqualTo(1);
        town.as(liisa, queue::takeNext);
        assertThat(town.as(liisa, () -> merges.others(first.contact())))
                .extracting(OtherContact::inThis)
                .containsExactly(true);
        assertThat(taken("4", "toinen@example.org", SAUNA).number()).isNotEqualTo(first.number());
    }

    private Bringing.Taken taken(String id, String address, String text) {
        var key = Expect.a(
                        Sourcing.Made.class,
                        town.as(
                                lead,
                                () -> town.backOffice(ContactSources.class)
                                        .make("L" + UUID.randomUUID(), ContactChannel.EMAIL)))
                .key();
        return Expect.a(
                Bringing.Taken.class,
                intake.take(key, new Brought(id, "Joku", address, "", "", null, "", text, "", null)));
    }

    private UUID write(Caller.Resident who, String topic, String text) {
        return Expect.a(Writing.Sent.class, town.as(who, () -> mine.write(message(topic, text))))
                .contact()
                .id();
    }

    private static WriteContact message(String topic, String text) {
        return new WriteContact(UUID.randomUUID(), topic, "Asia", text, List.of());
    }

    private UUID phone(Caller.Resident who, String text) {
        var written = Expect.a(
                PhoneNoting.Written.class,
                town.as(
                        liisa,
                        () -> notes.write(
                                new PhoneNote(UUID.randomUUID(), who.id(), home(who), "", "OTHER", text, false))));
        return town.db()
                .fetchSingle(CONTACT, CONTACT.NUMBER.eq(written.number()))
                .getId();
    }

    private static ContactRecord row(UUID contact) {
        return town.db().fetchSingle(CONTACT, CONTACT.ID.eq(contact));
    }

    private static UUID home(Caller.Resident who) {
        return Objects.requireNonNull(town.db()
                .select(TENANCY.HOME_ID)
                .from(TENANCY)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.TENANCY_ID.eq(TENANCY.ID))
                .where(TENANCY_RESIDENT.RESIDENT_ID.eq(who.id()))
                .fetchSingle(TENANCY.HOME_ID));
    }
}
