package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.browser.Words;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Post;
import fi.kotiovi.e2e.house.Until;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journey: somebody we do not know writes a mail, is answered, replies; and somebody else tries to get in between. */
@ExtendWith(WithPeople.class)
@Order(8)
class MailIT {
    private static final Duration MAIL = Duration.ofSeconds(30);
    private static final String MAIJA = "maija.meikalainen@posti.example";
    private static final String STRANGER = "urkkija@muualla.example";
    private static final String SUBJECT = "Hakemus: kaksio Lehmuskujalta";
    private static final String ANSWER = "Kiitos hakemuksestasi. Lähetätkö vielä palkkatodistuksen?";
    private static final String REPLY = "Palkkatodistus tulee huomenna.";

    @BeforeEach
    void nobodyElseWaits(House house) {
        house.sql()
                .run(
                        "update contact set state = 'CLOSED', closed_at = now(), owner_id = null, lease_until = null, back_at = null, minutes_left = null, merged_into = null"
                                + " where state <> 'CLOSED'");
    }

    @Test
    void a_mail_comes_in_is_answered_and_its_reply_finds_its_place_and_a_forged_one_does_not(
            People people, House house) {
        var post = house.post();
        try (var oja = people.staff("oja")) {
            post.send(MAIJA, Post.OFFICE, SUBJECT, "Hei!\n\nHaen kaksiota.\n\nTerveisin\nMaija");
            var receipt = post.await(MAIJA, MAIL, new Words("backoffice", "fi").start("mail.received"));
            assertThat(receipt.subject()).startsWith("Re: " + SUBJECT + " [C-");
            oja.sees(SUBJECT).press(oja.say("queue.takeNext"));
            oja.sees("Haen kaksiota.").sees(MAIJA);
            Look.at(oja, "office-mail");
            answer(oja);
            var answer = post.await(MAIJA, MAIL, ANSWER);
            assertThat(answer.subject()).isEqualTo(receipt.subject());

            post.send(MAIJA, answer.replyTo(), "VS: " + SUBJECT, REPLY + "\n\n> " + ANSWER, answer);
            waits(house);
            oja.press(oja.say("queue.takeNext"));
            oja.sees("Haen kaksiota.").sees(REPLY).sees(oja.say("contact.mail.history"));
            Look.at(oja, "office-mail-thread");
            answer(oja);

            var forged = answer.replyTo().replaceAll("\\.[0-9a-f]{20}@", ".00000000000000000000@");
            post.send(STRANGER, forged, "Re: " + answer.subject(), "Mitä Maija teille kirjoitti?");
            waits(house);
            oja.press(oja.say("queue.takeNext"));
            oja.sees("Mitä Maija teille kirjoitti?").doesNotSee("Haen kaksiota.");
            oja.visible(oja.say("contact.mail.join")).waitFor();
            Look.at(oja, "office-mail-hint");
            assertThat(post.to(STRANGER)).noneMatch(mail -> mail.text().contains(ANSWER));
        }
    }

    private static void answer(Window clerk) {
        clerk.type(clerk.say("contact.answer"), ANSWER).sees(clerk.say("contact.draftKept"));
        clerk.press(clerk.say("contact.sendAndClose")).sees(clerk.say("contact.left.CLOSED"));
    }

    private static void waits(House house) {
        Until.isTrue(
                "somebody in the line",
                MAIL,
                () -> house.sql().count("select count(*) from contact where state = 'NEW'") == 1);
    }
}
