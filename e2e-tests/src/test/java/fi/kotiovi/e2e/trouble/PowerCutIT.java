package fi.kotiovi.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Post.Mail;
import fi.kotiovi.e2e.house.Until;
import fi.kotiovi.e2e.journey.Reporting;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The back office dies in the middle of its mail; nothing is lost, and an alert goes on. */
@ExtendWith(WithPeople.class)
@Order(Integer.MAX_VALUE)
class PowerCutIT {
    private static final int LETTERS = 800;
    private static final Duration ALL = Duration.ofSeconds(60);
    private static final String TOLD = "Vettä tulee katosta sähkökatkon aikana";

    @Test
    void every_letter_arrives_once_and_alerts_go_on(People people, House house) {
        try (var matti = people.resident("matti")) {
            house.sql()
                    .run("update notification set state = 'SKIPPED', lease_until = null"
                            + " where state in ('PENDING', 'CLAIMED', 'SENDING')");
            var before = house.post().all().size();
            Reporting.drippingTap(matti);
            send(matti, "Hana tippuu ennen sähkökatkoa");
            letters(house);
            Until.isTrue("mail flows", ALL, () -> house.post().all().size() > before + 20);
            house.office().kill();
            assertThat(sentTo(house)).as("killed in the middle of it").hasSizeLessThan(LETTERS);
            report(matti);
            var unknown = house.sql().column("select id from notification where state = 'SENDING'");
            // nobody waits five minutes for a lease in a test
            house.sql().run("update notification set lease_until = now() where state in ('CLAIMED', 'SENDING')");
            house.office().start().awaitHealthy();
            Until.isTrue("every letter is sent", ALL, () -> open(house) == 0);

            house.post().await("lehto@example.org", ALL, TOLD);
            var times = sentTo(house).stream().collect(Collectors.groupingBy(Mail::id, Collectors.counting()));
            assertThat(times).as("letters that arrived, by Message-ID").hasSize(LETTERS);
            var twice = times.entrySet().stream()
                    .filter(entry -> entry.getValue() > 1)
                    .map(entry -> entry.getKey())
                    .toList();
            System.out.printf("killed: %d outcomes unknown, %d letters came twice%n", unknown.size(), twice.size());
            assertThat(twice)
                    .as("twice only where nobody could know")
                    .allMatch(id -> unknown.stream().anyMatch(id::contains));
        }
    }

    /** Many people at once are told that their fault has been received. */
    private static void letters(House house) {
        house.sql().run("""
                insert into notification (kind, cause_id, sequence, channel, lane, recipient, language, resident_id, state,
                    created_at, due_at)
                select 'FAULT_RECEIVED', f.id, 1, 'MAIL', 'NORMAL', 'flood' || n || '@example.org', 'FI', f.resident_id,
                    'PENDING', now(), now()
                from generate_series(1, ?) n, (select id, resident_id from fault order by filed_at desc limit 1) f""", LETTERS);
    }

    private static List<Mail> sentTo(House house) {
        return house.post().all().stream()
                .filter(mail -> mail.to().startsWith("flood"))
                .toList();
    }

    private static int open(House house) {
        return house.sql().count("select count(*) from notification where recipient like 'flood%' and state <> 'SENT'");
    }

    private static void report(Window matti) {
        Reporting.runningWater(matti, "Kylpyhuone");
        send(matti, TOLD);
        matti.sees(matti.say("fault.filed.urgent"));
    }

    private static void send(Window matti, String told) {
        matti.type(matti.say("details.description"), told);
        Reporting.letIn(matti);
        matti.press(matti.say("details.send")).sees(matti.words().start("fault.filed"));
    }
}
