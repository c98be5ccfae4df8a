package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.db.Tables.INBOUND_MAIL;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.RESIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.attachment.Attachment;
import fi.kotiovi.domain.contact.Answering;
import fi.kotiovi.domain.contact.Ending;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.WriteAnswer;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.InboundMailState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a letter goes, and whom it may reach. */
class FilingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Mailroom room = new Mailroom(town);
    private final UUID office = town.work().office(1);
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private String stranger = "";

    @BeforeEach
    void anEmptyLine() {
        town.clock.setHelsinki(Town.START);
        room.empty();
        stranger = "maija" + NEXT.incrementAndGet() + "@example.org";
        aino = town.homes().residentOf(office, "Aino");
        town.db()
                .update(RESIDENT)
                .set(RESIDENT.EMAIL, "Aino" + NEXT.incrementAndGet() + "@example.org")
                .where(RESIDENT.ID.eq(aino.id()))
                .execute();
    }

    @Test
    void a_stranger_stands_in_the_line_from_the_moment_the_mail_server_had_it() {
        var at = town.clock.now().minusHours(3);
        var contact = room.opened(Mails.from(stranger), at);
        assertThat(contact.getArrivedAt().toInstant()).isEqualTo(at.toInstant());
        assertThat(contact.getState()).isEqualTo(ContactState.NEW);
        assertThat(contact.getSenderAddress()).isEqualTo(stranger);
        assertThat(contact.getSenderName()).isEqualTo("Maija Meikäläinen");
        assertThat(contact.getResidentId()).isNull();
        assertThat(contact.getSubject()).isEqualTo("Parvekelasit");
        assertThat(contact.getLanguage()).isEqualTo(Language.FI);
    }

    @Test
    void a_mail_server_with_a_wrong_clock_gives_nobody_a_place_in_the_future() {
        var contact = room.opened(Mails.from(stranger), town.clock.now().plusDays(2));
        assertThat(contact.getArrivedAt().toInstant()).isEqualTo(town.clock.instant());
    }

    @Test
    void a_resident_is_known_by_the_address_and_finds_the_letter_on_the_site() {
        var contact = room.opened(Mails.from(addressOf(aino).toUpperCase(Locale.ROOT)));
        assertThat(contact.getResidentId()).isEqualTo(aino.id());
        assertThat(contact.getHomeId()).isNotNull();
        assertThat(contact.getOfficeId()).isEqualTo(office);
        assertThat(town.as(aino, () -> town.portal(MyContacts.class).thread(contact.getId())))
                .extracting(Message::body)
                .containsExactly("Hei! Saako parvekkeelle laittaa lasit?");
    }

    @Test
    void an_address_that_two_residents_share_is_nobodys() {
        var shared = "perhe" + NEXT.incrementAndGet() + "@example.org";
        var other = town.homes().residentOf(office, "Eero");
        town.db()
                .update(RESIDENT)
                .set(RESIDENT.EMAIL, shared)
                .where(RESIDENT.ID.in(aino.id(), other.id()))
                .execute();
        assertThat(room.opened(Mails.from(shared)).getResidentId()).isNull();
    }

    @Test
    void an_answer_to_the_token_comes_to_its_contact_whoever_sends_it() {
        var contact = answered(room.opened(Mails.from(stranger)).getId());
        var reply = Mails.from("puoliso@example.org")
                .to(Mails.US.replyTo(room.numberOf(contact)))
                .subject("VS: Parvekelasit")
                .text("Kiitos!");
        assertThat(room.files(reply)).isEqualTo(new MailFiling.Added(contact));
        assertThat(room.contact(contact).getState()).isEqualTo(ContactState.NEW);
        assertThat(room.thread(liisa, contact))
                .extracting(Message::body)
                .containsExactly("Hei! Saako parvekkeelle laittaa lasit?", "Saa.", "Kiitos!");
    }

    @Test
    void a_reply_in_the_same_second_stands_below_what_it_answers() {
        var received = town.clock.now();
        town.clock.advance(Duration.ofMillis(400));
        var contact = room.opened(Mails.from(stranger), received);
        answered(contact.getId());
        room.files(Mails.from(stranger).to(Mails.US.replyTo(contact.getNumber())), received);
        var said = room.thread(liisa, contact.getId());
        assertThat(said).extracting(Message::at).isSorted();
        assertThat(room.contact(contact.getId()).getArrivedAt().toInstant())
                .as("its place in the line is the mail server's moment")
                .isEqualTo(received.toInstant());
    }

    @Test
    void one_that_waits_keeps_its_place_when_more_comes() {
        var first = room.opened(Mails.from(stranger));
        town.clock.advance(Duration.ofHours(1));
        room.files(Mails.from(stranger).to(Mails.US.replyTo(first.getNumber())));
        assertThat(room.contact(first.getId()).getArrivedAt()).isEqualTo(first.getArrivedAt());
    }

    @Test
    void M07_a_forged_token_opens_a_contact_of_its_own_with_a_hint() {
        var contact = room.opened(Mails.from(stranger));
        var forged = Mails.US.replyTo(contact.getNumber()).replaceAll("\\.[0-9a-f]{20}@", ".00000000000000000000@");
        var opened = room.opened(Mails.from(stranger).to(forged));
        assertThat(opened.getId()).isNotEqualTo(contact.getId());
        assertThat(opened.getMaybeOfId()).isEqualTo(contact.getId());
        assertThat(room.thread(liisa, contact.getId())).hasSize(1);
    }

    @Test
    void M03_a_foreign_sender_with_a_number_joins_nothing_and_leaves_a_hint() {
        var contact = room.opened(Mails.from(stranger));
        var opened = room.opened(Mails.from("urkkija@example.org").subject("Re: [" + contact.getNumber() + "]"));
        assertThat(opened.getMaybeOfId()).isEqualTo(contact.getId());
        assertThat(room.thread(liisa, contact.getId())).hasSize(1);
        assertThat(room.files(Mails.from(stranger).subject("Kysyn vielä: " + contact.getNumber())))
                .as("the one who wrote it may use the number")
                .isEqualTo(new MailFiling.Added(contact.getId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fwd: ", "VL: ", "WG: ", "TR: ", "RV: "})
    void M04_a_forward_is_a_matter_of_its_own(String prefix) {
        var contact = room.opened(Mails.from(stranger));
        assertThat(room.files(Mails.from(stranger).subject(prefix + contact.getNumber())))
                .isInstanceOf(MailFiling.Opened.class);
    }

    @Test
    void M06_all_references_are_walked_the_newest_first() {
        var old = room.opened(Mails.from(stranger).id("<old@mail.example>"));
        var recent = room.opened(Mails.from(stranger).id("<recent@mail.example>"));
        assertThat(room.files(Mails.from(stranger)
                        .answering("<lost@elsewhere.example>", "<recent@mail.example>", "<old@mail.example>")))
                .isEqualTo(new MailFiling.Added(recent.getId()));
        assertThat(room.files(Mails.from(stranger).answering("<lost@elsewhere.example>", "<old@mail.example>")))
                .isEqualTo(new MailFiling.Added(old.getId()));
    }

    @Test
    void M07_a_Message_ID_that_only_looks_like_ours_leads_nowhere() {
        var contact = room.opened(Mails.from(stranger)).getId();
        var letter = town.db()
                .select(NOTIFICATION.ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.CAUSE_ID.eq(contact))
                .fetchSingle(NOTIFICATION.ID);
        var guessed = "<" + letter + "@kotiovi.example>";
        assertThat(room.files(Mails.from(stranger).answering(guessed)))
                .as("not sent yet, so nobody can know it")
                .isInstanceOf(MailFiling.Opened.class);
        room.sendsAll();
        assertThat(room.files(Mails.from(stranger).answering(guessed))).isEqualTo(new MailFiling.Added(contact));
        assertThat(room.contact(((MailFiling.Opened) room.files(
                                        Mails.from("urkkija@example.org").answering(guessed)))
                                .contact())
                        .getMaybeOfId())
                .isEqualTo(contact);
    }

    @Test
    void M10_a_provider_that_rewrites_Message_IDs_still_brings_the_first_reference_back() {
        var contact = room.opened(Mails.from(stranger));
        var reply = Mails.from(stranger).answering("<rewritten@provider.example>", Mails.US.root(contact.getNumber()));
        assertThat(room.files(reply)).isEqualTo(new MailFiling.Added(contact.getId()));
    }

    @Test
    void M11_a_Thread_Index_joins_nothing() {
        var first = room.opened(Mails.from(stranger).header("thread-index", "AdrN4A=="));
        assertThat(room.files(Mails.from(stranger).header("thread-index", "AdrN4A==")))
                .isNotEqualTo(new MailFiling.Added(first.getId()))
                .isInstanceOf(MailFiling.Opened.class);
    }

    @Test
    void a_letter_filed_by_eight_at_once_is_there_once() {
        var mail = room.keeps(Mails.from(stranger), town.clock.now());
        var opened = Mails.from(stranger).opened();
        var results = Race.of(8, i -> () -> room.filing.file(mail, opened, Mails.US, ""));
        assertThat(results).filteredOn(MailFiling.Opened.class::isInstance).hasSize(1);
        assertThat(town.db().fetchCount(CONTACT, CONTACT.SENDER_ADDRESS.eq(stranger)))
                .isEqualTo(1);
        assertThat(town.db().fetchCount(CONTACT_MESSAGE, CONTACT_MESSAGE.SUBMISSION_ID.eq(mail)))
                .isEqualTo(1);
    }

    @Test
    void the_same_letter_by_two_ways_is_one_and_two_letters_with_one_id_are_two() {
        var id = "<same" + NEXT.incrementAndGet() + "@mail.example>";
        room.opened(Mails.from(stranger).id(id));
        assertThat(room.files(Mails.from(stranger).id(id))).isEqualTo(new MailFiling.NotAnswered(LeftOut.DUPLICATE));
        assertThat(room.files(Mails.from("toinen@example.org").id(id))).isInstanceOf(MailFiling.Opened.class);
    }

    @Test
    void pictures_and_papers_come_along_and_programs_are_named_and_left_out() {
        var contact = room.opened(Mails.from(stranger)
                .file("sopimus.pdf", "%PDF-1.7 hei".getBytes(StandardCharsets.US_ASCII))
                .file("lasku.exe", new byte[] {'M', 'Z', 1, 2, 3}));
        assertThat(room.thread(liisa, contact.getId()).getFirst().files())
                .extracting(Attachment::fileName)
                .containsExactly("sopimus.pdf");
        assertThat(town.db()
                        .select(INBOUND_MAIL.REFUSED_FILES)
                        .from(INBOUND_MAIL)
                        .where(INBOUND_MAIL.CONTACT_ID.eq(contact.getId()))
                        .fetchSingle(INBOUND_MAIL.REFUSED_FILES))
                .containsExactly("lasku.exe");
    }

    @Test
    void an_absence_notice_is_kept_and_reopens_nothing() {
        var contact = answered(room.opened(Mails.from(stranger)).getId());
        var away = Mails.from(stranger)
                .to(Mails.US.replyTo(room.numberOf(contact)))
                .header("auto-submitted", "auto-replied");
        assertThat(room.files(away)).isEqualTo(new MailFiling.NotAnswered(LeftOut.AUTOMATIC));
        assertThat(room.contact(contact).getState()).isEqualTo(ContactState.ANSWERED);
        assertThat(town.db()
                        .fetchCount(
                                INBOUND_MAIL,
                                INBOUND_MAIL
                                        .STATE
                                        .eq(InboundMailState.IGNORED)
                                        .and(INBOUND_MAIL.SENDER_ADDRESS.eq(stranger))))
                .isEqualTo(1);
    }

    @Test
    void a_letter_that_came_back_is_said_where_it_was_sent() {
        var contact = room.opened(Mails.from(stranger)).getId();
        room.sendsAll();
        var letter = town.db()
                .selectFrom(NOTIFICATION)
                .where(NOTIFICATION.CAUSE_ID.eq(contact))
                .fetchSingle();
        room.files(Mails.from("mailer-daemon@example.org")
                .reporting("failed", "<" + UUID.randomUUID() + "@kotiovi.example>", "guessed"));
        room.files(Mails.from("mailer-daemon@example.org")
                .reporting("failed", Objects.requireNonNull(letter.getMessageId()), "550 No such user"));
        letter.refresh();
        assertThat(letter.getBounce()).isEqualTo("550 No such user");
        assertThat(letter.getBouncedAt()).isNotNull();
    }

    /** Liisa answers, and it is left open. */
    private UUID answered(UUID contact) {
        town.as(liisa, room.queue::takeNext);
        var seen = room.thread(liisa, contact).getLast().id();
        Expect.a(
                Answering.Answered.class,
                town.as(
                        liisa,
                        () -> room.answers.answer(
                                contact, WriteAnswer.of(UUID.randomUUID(), "Saa."), seen, Ending.ANSWERED)));
        return contact;
    }

    private static String addressOf(Caller.Resident resident) {
        return Objects.requireNonNull(town.db()
                .select(RESIDENT.EMAIL)
                .from(RESIDENT)
                .where(RESIDENT.ID.eq(resident.id()))
                .fetchSingle(RESIDENT.EMAIL));
    }
}
