package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.notification.Letter;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Machines that answer machines: it ends by itself, whoever is at the other end. */
class LoopsTest {
    @RegisterExtension
    static final Town ours = Town.found();

    @RegisterExtension
    static final Town theirs = Town.found();

    private final Mailroom here = new Mailroom(ours);
    private final Mailroom there = new Mailroom(theirs);

    @BeforeEach
    void anOfficeEach() {
        ours.work().office(1);
        theirs.work().office(1);
        for (var town : List.of(ours, theirs)) {
            town.db().deleteFrom(NOTIFICATION).execute();
        }
    }

    @Test
    void M02_two_houses_that_confirm_everything_stop_after_one_letter_each_way() {
        here.files(Mails.from("koti@muu.example"));
        assertThat(here.sendsAll()).hasSize(1);
        assertThat(there.files(
                        Mails.from(Mails.US.address()).to("koti@muu.example").header("auto-submitted", "auto-replied")))
                .isInstanceOf(MailFiling.NotAnswered.class);
        assertThat(there.sendsAll()).isEmpty();
    }

    @Test
    void M02_even_when_a_gateway_strips_what_says_so() {
        here.files(Mails.from("koti@muu.example"));
        var letters = new ArrayDeque<>(here.sendsAll());
        var fromHere = 1;
        var fromThere = 0;
        for (int round = 0; round < 100 && !letters.isEmpty(); round++) {
            var number = numberOf(letters.remove());
            there.filing.file(
                    there.keeps(Mails.from("sisko@kotiovi.example"), theirs.clock.now()),
                    Mails.from("sisko@kotiovi.example").to("koti@muu.example").opened(),
                    new MailIdentity("koti@muu.example", "their secret"),
                    "");
            for (var answer : there.sendsAll()) {
                fromThere++;
                here.files(Mails.from("koti@muu.example")
                        .to(Mails.US.replyTo(number))
                        .subject("Re: " + answer.messageId()));
            }
            letters.addAll(here.sendsAll());
            fromHere += letters.size();
        }
        assertThat(fromHere).isEqualTo(1);
        assertThat(fromThere).isEqualTo(1);
    }

    @Test
    void M01_a_robot_that_knows_no_rules_gets_five_a_day() {
        for (int round = 0; round < 100; round++) {
            here.files(Mails.from("robotti@example.org").subject("Häiriö " + round));
            ours.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(confirmations("robotti@example.org")).isEqualTo(5);
        ours.clock.advance(Duration.ofHours(25));
        here.files(Mails.from("robotti@example.org"));
        assertThat(confirmations("robotti@example.org")).isEqualTo(6);
    }

    @Test
    void M01_a_hundred_answers_to_one_contact_get_one_confirmation() {
        var contact = here.opened(Mails.from("vilkas@example.org"));
        for (int round = 0; round < 100; round++) {
            here.files(Mails.from("vilkas@example.org").to(Mails.US.replyTo(contact.getNumber())));
        }
        assertThat(confirmations("vilkas@example.org")).isEqualTo(1);
    }

    @Test
    void M01_one_domain_does_not_use_up_our_good_name() {
        for (int sender = 0; sender < 205; sender++) {
            here.files(Mails.from("s" + sender + "@yksi.example"));
        }
        assertThat(ours.db().fetchCount(NOTIFICATION, NOTIFICATION.RECIPIENT.like("%@yksi.example")))
                .isEqualTo(200);
        here.files(Mails.from("x@toinen.example"));
        assertThat(confirmations("x@toinen.example")).isEqualTo(1);
    }

    @Test
    void M02_an_address_that_nobody_reads_is_not_written_to() {
        here.files(Mails.from("no-reply@example.org"));
        assertThat(confirmations("no-reply@example.org")).isZero();
    }

    private static int confirmations(String address) {
        return ours.db()
                .fetchCount(
                        NOTIFICATION,
                        NOTIFICATION
                                .RECIPIENT
                                .eq(address)
                                .and(NOTIFICATION.KIND.eq(NotificationKind.CONTACT_RECEIVED)));
    }

    private static String numberOf(Letter letter) {
        return letter.content() instanceof Letter.OfReceived received
                ? received.number()
                : ours.db().select(CONTACT.NUMBER).from(CONTACT).limit(1).fetchSingle(mapping(value -> value));
    }
}
