package fi.kotiovi.domain;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.WORK_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.attachment.Upload;
import fi.kotiovi.domain.contact.Answering;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.Ending;
import fi.kotiovi.domain.contact.HandingBack;
import fi.kotiovi.domain.contact.Message;
import fi.kotiovi.domain.contact.MyContact;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.Note;
import fi.kotiovi.domain.contact.WriteAnswer;
import fi.kotiovi.domain.contact.WriteContact;
import fi.kotiovi.domain.contact.Writing;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.SignIns;
import fi.kotiovi.domain.key.KeyRoom;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.workorder.Step;
import fi.kotiovi.domain.workorder.Stepping;
import fi.kotiovi.domain.workorder.WorkOrders;
import fi.kotiovi.vocabulary.DraftKind;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.Realm;
import fi.kotiovi.vocabulary.StaffRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StorableTest {
    /** What the clipboard of an unlucky or malicious person holds. */
    private static final String DIRTY = "a\0b\uD83Dc\uDE00d😀";

    private static final String CLEAN = "abcd😀";
    private static final String NOTHING = "\0\uD83D";

    @RegisterExtension
    static final Town town = Town.found();

    private final MyContacts mine = town.portal(MyContacts.class);
    private final Answers answers = town.backOffice(Answers.class);
    private final ContactQueue queue = town.backOffice(ContactQueue.class);
    private final UUID office = town.work().office(1);
    private final UUID crew = town.work().crew("Huolto");
    private final Caller.Resident aino = town.homes()
            .resident("Aino")
            .livingAt(town.homes().home(town.homes().building(office, crew)));
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT, StaffRole.DESK);
    private final Caller.Staff kalle = town.work().mechanic("Kalle", crew, StaffRole.CREW);

    @BeforeEach
    void anEmptyLine() {
        town.db().truncate(CONTACT).cascade().execute();
    }

    @Test
    void whole_characters_stay_and_nothing_else_goes() {
        assertThat(Storable.text(DIRTY)).isEqualTo(CLEAN);
        assertThat(Storable.text("Äö\n\t\u0001")).isEqualTo("Äö\n\t\u0001");
    }

    @Test
    void what_a_resident_writes_arrives() {
        var contact = writes(DIRTY);
        town.as(aino, () -> mine.reply(contact.id(), UUID.randomUUID(), DIRTY, List.of()));
        assertThat(contact.subject()).isEqualTo(CLEAN);
        assertThat(town.as(aino, () -> mine.thread(contact.id())))
                .extracting(Message::body)
                .containsOnly(CLEAN);
        Expect.a(
                Writing.Incomplete.class,
                town.as(aino, () -> mine.reply(contact.id(), UUID.randomUUID(), NOTHING, List.of())));
    }

    @Test
    void what_a_clerk_writes_arrives() {
        var contact = writes("Vuokra").id();
        town.as(liisa, queue::takeNext);
        town.as(liisa, () -> answers.note(contact, DIRTY));
        assertThat(town.as(liisa, () -> answers.notes(contact)))
                .extracting(Note::body)
                .containsExactly(CLEAN);
        town.as(liisa, () -> town.backOffice(Drafts.class).saveAnswer(contact, DIRTY, List.of()));
        assertThat(town.as(liisa, () -> queue.handBack(contact, DIRTY))).isEqualTo(HandingBack.BACK);
        assertThat(town.as(liisa, queue::takeNext).orElseThrow().returnedReason())
                .isEqualTo(CLEAN);
        var seen = town.as(liisa, () -> answers.thread(contact)).getLast().id();
        Expect.a(
                Answering.Empty.class,
                town.as(
                        liisa,
                        () -> answers.answer(
                                contact, WriteAnswer.of(UUID.randomUUID(), NOTHING), seen, Ending.ANSWERED)));
        Expect.a(
                Answering.Answered.class,
                town.as(
                        liisa,
                        () -> answers.answer(
                                contact, WriteAnswer.of(UUID.randomUUID(), DIRTY), seen, Ending.ANSWERED)));
        assertThat(town.as(liisa, () -> answers.thread(contact)).getLast().body())
                .isEqualTo(CLEAN);
    }

    @Test
    void why_a_clerk_closes_arrives() {
        var contact = writes("Vuokra").id();
        town.as(liisa, queue::takeNext);
        var seen = town.as(liisa, () -> answers.thread(contact)).getLast().id();
        Expect.a(Answering.Answered.class, town.as(liisa, () -> answers.close(contact, DIRTY, seen)));
        assertThat(town.db().fetchExists(CONTACT_EVENT, CONTACT_EVENT.REASON.eq(CLEAN)))
                .isTrue();
    }

    @Test
    void what_a_resident_and_a_crew_say_of_a_fault_arrives() {
        var report = Reports.with(DIRTY, "040 123 4567", EntryConsent.YES, DIRTY, List.of());
        var filed = Expect.a(
                Filing.Filed.class,
                town.as(aino, () -> town.portal(FaultReports.class).file(report)));
        assertThat(filed.fault().description()).isEqualTo(CLEAN);
        var job = town.db()
                .fetchSingle(WORK_ORDER, WORK_ORDER.FAULT_ID.eq(filed.fault().id()))
                .getId();
        var work = town.backOffice(WorkOrders.class);
        town.as(kalle, () -> work.step(job, Step.ACCEPT, DIRTY, List.of()));
        Expect.a(Stepping.NoteMissing.class, town.as(kalle, () -> work.step(job, Step.FINISH, NOTHING, List.of())));
        var done =
                Expect.a(Stepping.Stepped.class, town.as(kalle, () -> work.step(job, Step.FINISH, DIRTY, List.of())));
        assertThat(done.workOrder().doneNote()).isEqualTo(CLEAN);
        assertThat(done.workOrder().door().entryTimes()).isEqualTo(CLEAN);
    }

    @Test
    void drafts_file_names_searches_and_user_names_are_no_trouble_either() {
        var drafts = town.portal(Drafts.class);
        town.as(aino, () -> drafts.save(DraftKind.FAULT, Map.of("description", DIRTY)));
        assertThat(town.as(aino, () -> drafts.load(DraftKind.FAULT))).containsValue(CLEAN);
        var kept = town.as(
                aino,
                () -> town.portal(Attachments.class)
                        .keepFile(DIRTY, "%PDF-1.7 hei".getBytes(StandardCharsets.US_ASCII)));
        assertThat(Expect.a(Upload.Kept.class, kept).attachment().fileName()).isEqualTo(CLEAN);
        assertThat(town.as(liisa, () -> town.backOffice(KeyRoom.class).find(DIRTY)))
                .isEmpty();
        assertThat(town.portal(SignIns.class).ofResident(DIRTY)).isEmpty();
        assertThat(town.portal(SignIns.class).begin(Realm.RESIDENT, DIRTY, "10.0.0.1"))
                .isPresent();
    }

    private MyContact writes(String text) {
        var message = new WriteContact(UUID.randomUUID(), "RENT", text, text, List.of());
        return Expect.a(Writing.Sent.class, town.as(aino, () -> mine.write(message)))
                .contact();
    }
}
