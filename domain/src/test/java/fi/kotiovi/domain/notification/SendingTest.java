package fi.kotiovi.domain.notification;

import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.db.tables.records.NotificationRecord;
import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.oncall.Escalation;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.NotificationLane;
import fi.kotiovi.vocabulary.NotificationState;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SendingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Dispatch dispatch = town.backOffice(Dispatch.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");

    @BeforeEach
    void anEmptyOutbox() {
        town.clock.setHelsinki(Town.START);
        town.db()
                .update(NOTIFICATION)
                .set(NOTIFICATION.STATE, NotificationState.SKIPPED)
                .setNull(NOTIFICATION.LEASE_UNTIL)
                .where(NOTIFICATION.STATE.notIn(NotificationState.SENT, NotificationState.SKIPPED))
                .execute();
    }

    @Test
    void M25_what_is_rolled_back_is_not_mailed() {
        var outbox = town.backOffice(Outbox.class);
        var transactions = new TransactionTemplate(town.backOffice(PlatformTransactionManager.class));
        var cause = UUID.randomUUID();
        town.as(
                aino,
                () -> transactions.executeWithoutResult(status -> {
                    outbox.toResident(aino.id(), NotificationKind.FAULT_CHANGED, cause, 1);
                    status.setRollbackOnly();
                }));
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(cause)))
                .isZero();
        town.as(
                aino,
                () -> transactions.executeWithoutResult(status -> {
                    outbox.toResident(aino.id(), NotificationKind.FAULT_CHANGED, cause, 1);
                    outbox.toResident(aino.id(), NotificationKind.FAULT_CHANGED, cause, 1);
                }));
        assertThat(town.db().fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(cause)))
                .isEqualTo(1);
        assertThatThrownBy(() -> outbox.toResident(aino.id(), NotificationKind.FAULT_CHANGED, cause, 2))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_letter_goes_out_step_by_step_and_what_it_said_is_kept() {
        var letter = due();
        assertThat(claim()).containsExactly(letter);
        assertThat(claim()).isEmpty();
        var open = dispatch.open(letter, "kotiovi.example").orElseThrow();
        assertThat(row(letter).getState()).isEqualTo(NotificationState.SENDING);
        assertThat(open.name()).isEqualTo("Aino");
        assertThat(open.messageId()).isEqualTo("<" + letter + "@kotiovi.example>");
        assertThat(Expect.a(Letter.OfFault.class, open.content()).number()).startsWith("F-26-");
        dispatch.sent(letter, "Otsikko", "Teksti");
        assertThat(row(letter).getState()).isEqualTo(NotificationState.SENT);
        assertThat(row(letter).getBody()).isEqualTo("Teksti");
        assertThat(dispatch.open(letter, "kotiovi.example")).isEmpty();
    }

    @Test
    void what_is_not_due_yet_waits() {
        var letter = due();
        claim();
        dispatch.open(letter, "x");
        dispatch.failed(letter, "450 later");
        assertThat(claim()).isEmpty();
        town.clock.advance(Duration.ofSeconds(20));
        assertThat(claim()).containsExactly(letter);
    }

    @Test
    void M15_each_failure_waits_twice_as_long_and_the_eighth_is_the_last() {
        var letter = due();
        var healthy = due();
        for (int attempt = 1; attempt <= 8; attempt++) {
            claim();
            assertThat(dispatch.open(letter, "x")).isPresent();
            dispatch.failed(letter, "550 " + "x".repeat(600));
            assertThat(row(letter).getReason()).hasSize(500);
            var wait = Duration.between(town.clock.now(), row(letter).getDueAt());
            assertThat(wait).isEqualTo(Duration.ofSeconds(10L << attempt));
            town.clock.advance(wait);
        }
        assertThat(row(letter).getState()).isEqualTo(NotificationState.FAILED);
        assertThat(claim()).isEmpty();
        assertThat(dispatch.open(healthy, "x")).as("others are not held up").isPresent();
    }

    @Test
    void a_sender_that_dies_before_it_opened_the_letter_loses_nothing() {
        var letter = due();
        claim();
        town.clock.advance(Dispatch.LEASE.minusSeconds(1));
        assertThat(dispatch.recover()).isZero();
        town.clock.advance(Duration.ofSeconds(1));
        assertThat(dispatch.recover()).isEqualTo(1);
        assertThat(row(letter).getReason()).isNull();
        assertThat(claim()).containsExactly(letter);
    }

    @Test
    void E09_a_sender_that_dies_while_sending_is_replaced_under_the_same_message_id_and_it_is_said() {
        var letter = due();
        claim();
        var first = dispatch.open(letter, "kotiovi.example").orElseThrow();
        town.clock.advance(Dispatch.LEASE);
        assertThat(dispatch.recover()).isEqualTo(1);
        assertThat(row(letter).getReason()).isEqualTo(Dispatch.PERHAPS_SENT);
        claim();
        var second = dispatch.open(letter, "kotiovi.example").orElseThrow();
        assertThat(second.messageId()).isEqualTo(first.messageId());
        dispatch.sent(letter, "", "");
        assertThat(row(letter).getReason()).isNull();
    }

    @Test
    void M13_a_slow_sender_keeps_its_letter_for_the_whole_lease() {
        var letter = due();
        claim();
        town.clock.advance(Dispatch.LEASE.minusSeconds(1));
        dispatch.open(letter, "x");
        town.clock.advance(Dispatch.LEASE.minusSeconds(1));
        assertThat(dispatch.recover())
                .as("the lease began anew with the sending")
                .isZero();
        dispatch.sent(letter, "", "");
        assertThat(row(letter).getState()).isEqualTo(NotificationState.SENT);
    }

    @Test
    void J05_four_senders_share_two_hundred_letters_and_none_gets_two() {
        for (int i = 0; i < 200; i++) {
            due();
        }
        var hands = Race.of(4, i -> () -> {
            var mine = new ArrayList<UUID>();
            for (var batch = claim(); !batch.isEmpty(); batch = claim()) {
                for (var letter : batch) {
                    assertThat(dispatch.open(letter, "x")).isPresent();
                    dispatch.sent(letter, "", "");
                }
                mine.addAll(batch);
            }
            return mine;
        });
        var all = hands.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(200);
        assertThat(new HashSet<>(all)).hasSize(200);
    }

    @Test
    void E04_alerts_have_a_lane_of_their_own() {
        var first = town.work().mechanic("Eka", town.work().crew("P"), StaffRole.ON_CALL);
        town.work().onCall(office, 1, first, at("2026-03-03T00:00"), at("2026-03-04T00:00"));
        due();
        town.as(aino, () -> town.portal(FaultReports.class).file(Reports.flood()));
        town.backOffice(Escalation.class).escalateDue();
        var alerts = dispatch.claim(NotificationLane.ALERT, 10);
        assertThat(alerts).hasSize(2);
        for (var alert : alerts) {
            var letter = dispatch.open(alert, "x").orElseThrow();
            assertThat(letter.name()).isEqualTo("Eka");
            assertThat(Expect.a(Letter.OfAlert.class, letter.content()).phone()).isEqualTo("+358401234567");
        }
    }

    @Test
    void what_was_sent_is_for_the_office_to_read() {
        due();
        var log = town.backOffice(SentLog.class);
        var clerk = town.work().clerk("Liisa", office, StaffRole.DESK);
        assertThat(town.as(clerk, () -> log.newestFirst(0, 1))).hasSize(1);
        assertThat(town.as(clerk, log::count)).isPositive();
        assertThatThrownBy(() -> town.as(aino, log::count)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(log::count).isInstanceOf(NotAllowedException.class);
    }

    private UUID due() {
        var filed = town.as(aino, () -> town.portal(FaultReports.class).file(Reports.tap()));
        var fault = Expect.a(Filing.Filed.class, filed).fault().id();
        return town.db()
                .fetchSingle(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(fault))
                .getId();
    }

    private List<UUID> claim() {
        return dispatch.claim(NotificationLane.NORMAL, 10);
    }

    private static NotificationRecord row(UUID letter) {
        return town.db().fetchSingle(NOTIFICATION, NOTIFICATION.ID.eq(letter));
    }
}
