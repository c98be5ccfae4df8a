package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.LINE_RULE;
import static fi.kotiovi.db.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.notification.Dispatch;
import fi.kotiovi.domain.notification.Letter;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.NotificationChannel;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.NotificationLane;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TellingTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final MyPlace places = town.portal(MyPlace.class);
    private Hall hall = new Hall(town, 1);

    @BeforeEach
    void aLineOfFour() {
        town.clock.setHelsinki("2026-03-03T09:30");
        hall = new Hall(town, 1);
        hall.rule(LINE_RULE.TELL_PLACES, 2);
        town.db().deleteFrom(NOTIFICATION).execute();
    }

    @Test
    void whoever_left_a_number_is_told_once_when_few_are_ahead() {
        hall.takes("OTHER");
        hall.takes("OTHER");
        var mine = hall.takes("OTHER");
        assertThat(places.tell(mine.secret(), "040 123 4567")).isEqualTo(Telling.NOTED);
        assertThat(sent()).isEmpty();
        var liisa = hall.clerk("Liisa", 1);
        var first = liisa.calls();
        assertThat(sent()).containsExactly("+358401234567");
        assertThat(hall.place(mine.secret()).told()).isTrue();
        liisa.serves(first);
        liisa.serves(liisa.calls());
        assertThat(sent()).hasSize(1);
        var dispatch = town.backOffice(Dispatch.class);
        var letter = dispatch.open(dispatch.claim(NotificationLane.NORMAL, 5).getFirst(), "example.org")
                .orElseThrow();
        assertThat(letter.channel()).isEqualTo(NotificationChannel.SMS);
        assertThat(Expect.a(Letter.OfLine.class, letter.content()).label()).isEqualTo("B3");
        assertThat(letter.name()).isEmpty();
    }

    @Test
    void a_message_about_a_turn_that_has_come_is_not_sent() {
        var mine = hall.takes("OTHER");
        assertThat(places.tell(mine.secret(), "aino@example.org")).isEqualTo(Telling.NOTED);
        assertThat(sent()).containsExactly("aino@example.org");
        hall.clerk("Liisa", 1).calls();
        var dispatch = town.backOffice(Dispatch.class);
        assertThat(dispatch.open(dispatch.claim(NotificationLane.NORMAL, 5).getFirst(), "example.org"))
                .isEmpty();
    }

    @Test
    void nonsense_is_refused_and_so_is_asking_too_late() {
        var mine = hall.takes("OTHER");
        for (var nonsense : List.of("", "soita", "aino@", "12", "@example.org")) {
            assertThat(places.tell(mine.secret(), nonsense)).as(nonsense).isEqualTo(Telling.NOT_UNDERSTOOD);
        }
        hall.clerk("Liisa", 1).calls();
        assertThat(places.tell(mine.secret(), "040 123 4567")).isEqualTo(Telling.TOO_LATE);
        assertThat(sent()).isEmpty();
    }

    private static List<String> sent() {
        return town.db()
                .select(NOTIFICATION.RECIPIENT)
                .from(NOTIFICATION)
                .where(NOTIFICATION.KIND.eq(NotificationKind.LINE_NEAR))
                .fetch(NOTIFICATION.RECIPIENT);
    }
}
