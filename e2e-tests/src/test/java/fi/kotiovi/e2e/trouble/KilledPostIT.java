package fi.kotiovi.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Post;
import fi.kotiovi.e2e.house.Until;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office is killed while it fetches mail: every letter is in the line, once, and nobody hears twice that it is. */
@ExtendWith(WithPeople.class)
@Order(32)
class KilledPostIT {
    private static final int LETTERS = 60;
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void letters_that_come_while_the_office_dies_are_there_once(House house) {
        IntStream.range(0, LETTERS).forEach(n -> arrives(house, n));
        for (int kill = 1; kill <= KILLS; kill++) {
            var some = kill * LETTERS / (KILLS + 1);
            Until.isTrue("some are filed", PATIENCE, () -> filed(house) >= some);
            house.office().kill();
            // what the dead one held is free when its time is over, and that need not be waited for here
            house.sql().run("update mailbox set lease_until = now() where lease_until is not null");
            house.sql().run("update inbound_mail set due_at = now() where due_at > now()");
            house.office().start().awaitHealthy();
        }
        Until.isTrue("all are filed", PATIENCE, () -> filed(house) >= LETTERS);
        assertThat(house.sql().column("select subject from contact where subject like 'Kirje %'"))
                .doesNotHaveDuplicates()
                .hasSize(LETTERS);
        assertThat(house.sql().column("""
                select c.subject from contact c left join contact_message m on m.contact_id = c.id
                where c.subject like 'Kirje %' group by c.id having count(m.id) <> 1"""))
                .as("letters without words or with words twice")
                .isEmpty();
        assertThat(house.sql().column("""
                select recipient from notification where kind = 'CONTACT_RECEIVED' and recipient like 'kirje.%'
                group by recipient having count(*) > 1""")).as("told twice that it is here").isEmpty();
        house.sql().run("update contact set state = 'CLOSED', closed_at = now() where subject like 'Kirje %'");
    }

    private static void arrives(House house, int n) {
        house.post().send("kirje." + n + "@mail.example", Post.OFFICE, "Kirje " + n, "Saako tästä vastauksen? " + n);
    }

    private static int filed(House house) {
        return house.sql().count("select count(*) from contact where subject like 'Kirje %'");
    }
}
