package fi.kotiovi.domain.notification;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.contact.Answering;
import fi.kotiovi.domain.contact.Answers;
import fi.kotiovi.domain.contact.ContactPromises;
import fi.kotiovi.domain.contact.ContactQueue;
import fi.kotiovi.domain.contact.ContactUpkeep;
import fi.kotiovi.domain.contact.MyContacts;
import fi.kotiovi.domain.contact.Promising;
import fi.kotiovi.domain.contact.WriteContact;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.NotificationChannel;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.NotificationLane;
import fi.kotiovi.vocabulary.NotificationState;
import fi.kotiovi.vocabulary.StaffRole;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes wrong with jobs and queues elsewhere (field-notes.md 4.7). */
class JobDefectsTest {
    private static final int NODES = 3;
    private static final int FIRES = 3_400;
    private static final int MATTERS = 60;

    @RegisterExtension
    static final Town town = Town.found();

    private final Dispatch dispatch = town.backOffice(Dispatch.class);
    private final ContactUpkeep upkeep = town.backOffice(ContactUpkeep.class);
    private final ContactQueue queue = town.backOffice(ContactQueue.class);
    private final ContactPromises promises = town.backOffice(ContactPromises.class);
    private final Answers answers = town.backOffice(Answers.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Staff liisa = town.work().clerk("Liisa", office, StaffRole.AGENT);

    @BeforeEach
    void nothingIsDue() {
        town.clock.setHelsinki(Town.START);
        town.db()
                .update(NOTIFICATION)
                .set(NOTIFICATION.STATE, NotificationState.SKIPPED)
                .setNull(NOTIFICATION.LEASE_UNTIL)
                .execute();
        town.db()
                .update(CONTACT)
                .set(CONTACT.STATE, ContactState.ANSWERED)
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .setNull(CONTACT.BACK_AT)
                .setNull(CONTACT.MINUTES_LEFT)
                .where(CONTACT.STATE.ne(ContactState.CLOSED))
                .execute();
    }

    @Test
    void J01_ten_thousand_fires_of_three_nodes_do_each_thing_once() {
        for (int n = 0; n < MATTERS; n++) {
            promise();
        }
        letters(MATTERS);
        town.clock.setHelsinki("2026-03-05T08:00");
        var done = Race.of(NODES, node -> () -> {
            var claimed = new ArrayList<UUID>();
            var back = 0;
            for (int fire = 0; fire < FIRES; fire++) {
                if (fire % 2 == 0) {
                    claimed.addAll(dispatch.claim(NotificationLane.NORMAL, 3));
                } else {
                    back += upkeep.returnDue();
                }
            }
            return new Done(claimed, back);
        });
        assertThat(done.stream().mapToInt(Done::back).sum()).isEqualTo(MATTERS);
        assertThat(done.stream().flatMap(one -> one.claimed().stream()))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(MATTERS);
        assertThat(town.db()
                        .fetchCount(
                                CONTACT_EVENT,
                                CONTACT_EVENT
                                        .KIND
                                        .eq(ContactEventKind.PROMISE_DUE)
                                        .and(CONTACT_EVENT.AT.eq(town.clock.now()))))
                .isEqualTo(MATTERS);
    }

    @Test
    void J03_what_no_trigger_fired_for_in_three_days_is_done_at_the_first_that_does() {
        promise();
        var letters = letters(5);
        town.clock.setHelsinki("2026-03-08T12:00");
        assertThat(upkeep.returnDue()).isEqualTo(1);
        assertThat(dispatch.claim(NotificationLane.NORMAL, 100)).containsAll(letters);
    }

    @Test
    void J07_a_batch_is_never_larger_than_was_asked_for_while_others_take_and_write() {
        letters(40);
        var sizes = Race.of(8, taker -> () -> {
            var largest = 0;
            for (int time = 0; time < 20; time++) {
                if (taker == 0) {
                    letters(2);
                }
                largest = Math.max(
                        largest, dispatch.claim(NotificationLane.NORMAL, 5).size());
            }
            return largest;
        });
        assertThat(sizes).allMatch(size -> size <= 5);
        assertThat(sizes.stream().mapToInt(size -> size).max()).hasValue(5);
    }

    @Test
    void J08_what_is_claimed_stays_so_after_the_claiming_transaction_has_long_ended() {
        var letter = letters(1).getFirst();
        assertThat(dispatch.claim(NotificationLane.NORMAL, 100)).contains(letter);
        town.clock.advance(Dispatch.LEASE.minusSeconds(1));
        dispatch.recover();
        assertThat(dispatch.claim(NotificationLane.NORMAL, 100)).doesNotContain(letter);
        town.clock.advance(Duration.ofSeconds(1));
        dispatch.recover();
        assertThat(dispatch.claim(NotificationLane.NORMAL, 100)).contains(letter);
    }

    @Test
    void J09_no_function_of_the_database_notifies_anybody() {
        assertThat(town.db()
                        .fetchValues("select proname from pg_proc where pronamespace = 'public'::regnamespace"
                                + " and prosrc ~* '(pg_notify|\\mnotify\\M)'"))
                .isEmpty();
    }

    @Test
    void J10_a_transaction_that_somebody_left_open_stops_nobody_from_taking_the_next() throws Exception {
        for (int n = 0; n < MATTERS; n++) {
            write();
        }
        try (var forgotten = town.backOffice(DataSource.class).getConnection()) {
            forgotten.setAutoCommit(false);
            forgotten.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var look = forgotten.createStatement()) {
                look.executeQuery("select count(*) from contact").close();
                var taken = new ArrayList<UUID>();
                for (int n = 0; n < MATTERS; n++) {
                    var contact = town.as(liisa, queue::takeNext).orElseThrow();
                    taken.add(contact.id());
                    town.as(liisa, () -> answers.close(contact.id(), "Hoidettu", seen(contact.id())));
                }
                assertThat(taken).doesNotHaveDuplicates().isSorted();
            }
            forgotten.rollback();
        }
    }

    @Test
    void J11_one_statement_claims_a_whole_batch() {
        var letters = letters(50);
        assertThat(dispatch.claim(NotificationLane.NORMAL, 50)).containsExactlyElementsOf(letters);
    }

    private void promise() {
        write();
        var contact = town.as(liisa, queue::takeNext).orElseThrow().id();
        var said = town.as(
                liisa,
                () -> promises.promise(
                        contact, UUID.randomUUID(), "Selvitän.", seen(contact), LocalDate.of(2026, 3, 5)));
        assertThat(said).isEqualTo(new Promising.Said(new Answering.Answered()));
    }

    private UUID seen(UUID contact) {
        return answers.thread(contact).getLast().id();
    }

    private void write() {
        town.clock.advance(Duration.ofSeconds(1));
        var message = new WriteContact(UUID.randomUUID(), "OTHER", "Kysymys", "Hei!", List.of());
        town.as(aino, () -> town.portal(MyContacts.class).write(message));
    }

    private List<UUID> letters(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> town.db()
                        .insertInto(NOTIFICATION)
                        .set(NOTIFICATION.KIND, NotificationKind.FAULT_RECEIVED)
                        .set(NOTIFICATION.CAUSE_ID, UUID.randomUUID())
                        .set(NOTIFICATION.SEQUENCE, 0)
                        .set(NOTIFICATION.CHANNEL, NotificationChannel.MAIL)
                        .set(NOTIFICATION.LANE, NotificationLane.NORMAL)
                        .set(NOTIFICATION.RECIPIENT, "joku@example.org")
                        .set(NOTIFICATION.LANGUAGE, Language.FI)
                        .set(NOTIFICATION.RESIDENT_ID, aino.id())
                        .set(NOTIFICATION.STATE, NotificationState.PENDING)
                        .set(NOTIFICATION.CREATED_AT, town.clock.now())
                        .set(NOTIFICATION.DUE_AT, town.clock.now())
                        .returningResult(NOTIFICATION.ID)
                        .fetchSingle()
                        .value1())
                .toList();
    }

    private record Done(List<UUID> claimed, int back) {}
}
