package fi.kotiovi.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.browser.Words;
import fi.kotiovi.e2e.house.House;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journey 4: three residents write, two clerks answer, and everybody gets what is theirs in their turn. */
@ExtendWith(WithPeople.class)
@Order(4)
class MessagesIT {
    private static final Duration MAIL = Duration.ofSeconds(30);
    private static final String FIRST = "Saako parvekkeelle laittaa lasit?";
    private static final String SECOND = "Milloin sauna korjataan?";
    private static final String THIRD = "May I keep a small dog?";
    private static final List<String> TWICE = List.of("Kiitos! Lähetän todistuksen.", "Milloin saan luvan?");
    private static final String ANSWER = "Kyllä saa. Toimita asentajan todistus meille.";

    @BeforeEach
    void nobodyElseWaits(House house) {
        house.sql()
                .run(
                        "update contact set state = 'CLOSED', closed_at = now(), owner_id = null, lease_until = null, back_at = null, minutes_left = null, merged_into = null"
                                + " where state <> 'CLOSED'");
    }

    @Test
    void three_write_and_two_answer_in_the_order_of_arrival(People people, House house) {
        try (var aino = people.resident("aino");
                var matti = people.resident("matti");
                var omar = people.resident("omar");
                var oja = people.staff("oja");
                var aalto = people.staff("aalto")) {
            write(aino, "Vuokra ja maksut", FIRST, 1);
            Look.atEverySize(aino, "portal-contact");
            write(matti, "Sauna ja pesutupa", SECOND, 2);
            write(omar, "Something else", THIRD, 3);
            Look.at(oja, "office-queue");

            takeNextTogether(oja, aalto);
            var inHand = List.of(inHand(oja), inHand(aalto));
            assertThat(inHand).as("the two who wrote first, one each").containsExactlyInAnyOrder(FIRST, SECOND);
            omar.sees(omar.say("contact.received", 1));
            aino.sees(aino.say("contact.state.TAKEN"));

            var ofAino = inHand.getFirst().equals(FIRST) ? oja : aalto;
            answer(ofAino);
            aino.page().locator(".bubble.theirs").getByText(ANSWER).waitFor();
            var begun = System.nanoTime();
            house.post()
                    .await(
                            "aino.karhu@example.org",
                            MAIL,
                            new Words("backoffice", "fi").start("mail.contact.subject"),
                            ANSWER);
            System.out.printf("Aino has the mail %d ms after the page%n", (System.nanoTime() - begun) / 1_000_000);
            Look.atEverySize(aino, "portal-contact-answered");
            othersSeeNothing(aino, house, matti, omar);

            readTogether(house, ofAino, ofAino == oja ? aalto : oja);
            addsTwice(aino);

            ofAino.press(ofAino.say("queue.takeNext"));
            assertThat(inHand(ofAino)).as("the third, who waited longest now").isEqualTo(THIRD);
            splits(ofAino);
        }
    }

    private static void write(Window resident, String topic, String subject, int place) {
        resident.go("/contacts/new").seesHeading(resident.say("contact.new.title"));
        resident.pick(topic)
                .type(resident.say("contact.subject"), subject)
                .type(resident.say("contact.body"), subject + " " + resident.say("contact.me"));
        Look.isAccessible(resident);
        resident.press(resident.say("contact.send"));
        resident.seesHeading(resident.say("contact.sent")).sees(resident.say("contact.received", place));
    }

    /** Two replies from the same open page: each is there once, and the field is empty for the next. */
    private static void addsTwice(Window aino) {
        for (var words : TWICE) {
            aino.type(aino.say("contact.reply"), words)
                    .button(aino.say("contact.send"))
                    .dblclick();
            aino.page().locator(".bubble.mine").getByText(words).waitFor();
            assertThat(aino.field(aino.say("contact.reply")).inputValue()).isEmpty();
            aino.doesNotSee(aino.say("gap.BODY_MISSING"));
        }
        aino.reload().seesHeading(FIRST);
        assertThat(aino.page().locator(".bubble.mine .typed").allTextContents())
                .hasSize(1 + TWICE.size())
                .endsWith(TWICE.toArray(String[]::new));
    }

    /** Both buttons go down at the same instant of the same clock. */
    private static void takeNextTogether(Window one, Window other) {
        var at = System.currentTimeMillis() + 1_000;
        for (var clerk : List.of(one, other)) {
            clerk.button(clerk.say("queue.takeNext"))
                    .evaluate("(button, at) => { setTimeout(() => button.click(), at - Date.now()) }", (double) at);
        }
    }

    private static String inHand(Window clerk) {
        var title = clerk.page().locator(".contact .contact-head h2");
        title.waitFor();
        return title.innerText();
    }

    private static void answer(Window clerk) {
        clerk.type(clerk.say("contact.answer"), ANSWER).sees(clerk.say("contact.draftKept"));
        Look.at(clerk, "office-contact");
        clerk.press(clerk.say("contact.sendAndClose")).sees(clerk.say("contact.left.CLOSED"));
        Look.at(clerk, "office-answer-held");
        clerk.press(clerk.say("contact.withdraw")).sees(clerk.say("contact.withdrawing.IN_HAND"));
        assertThat(clerk.field(clerk.say("contact.answer")).inputValue()).isEqualTo(ANSWER);
        clerk.press(clerk.say("contact.sendAndClose")).sees(clerk.say("contact.left.CLOSED"));
    }

    /** Anybody of the office reads how it stands, and sees who else does. */
    private static void readTogether(House house, Window one, Window other) {
        var number = house.sql().one("select number from contact where subject = ?", FIRST);
        one.go("/contacts/" + number).seesHeading(FIRST).sees(ANSWER);
        other.go("/contacts/" + number).seesHeading(FIRST);
        one.page()
                .locator(".who-else")
                .getByText(other.say("contact.looks", ""))
                .waitFor();
        Look.atEverySize(one, "office-contact-page");
        other.go("/queue");
        one.go("/queue");
    }

    private static void splits(Window clerk) {
        clerk.press(clerk.say("contact.split")).sees(clerk.say("contact.split.hint"));
        Look.at(clerk, "office-split");
        clerk.press(clerk.say("contact.split.do")).sees(clerk.say("contact.split.topic.missing"));
        clerk.press(clerk.say("cancel"));
    }

    private static void othersSeeNothing(Window aino, House house, Window matti, Window omar) {
        var address = aino.page().url().replaceAll("^.*(/contacts/[0-9a-f-]+).*$", "$1");
        for (var other : List.of(matti, omar)) {
            other.doesNotSee(ANSWER);
            other.go("/contacts").seesHeading(other.say("contact.list.title")).doesNotSee(FIRST);
            other.go(address).seesHeading(other.say("notfound.title")).doesNotSee(ANSWER);
        }
        assertThat(house.post().all())
                .filteredOn(mail -> mail.text().contains(ANSWER))
                .extracting(mail -> mail.to())
                .containsOnly("aino.karhu@example.org");
    }
}
