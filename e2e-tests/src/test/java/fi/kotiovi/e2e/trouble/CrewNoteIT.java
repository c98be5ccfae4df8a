package fi.kotiovi.e2e.trouble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a crew writes at the door stays, whatever happens to the work, the session or the network meanwhile. */
@ExtendWith(WithPeople.class)
class CrewNoteIT {
    private static final String NOTE = "Ovella ei vastattu. Kävin kahdesti, jätin lapun.";

    @Test
    void a_half_written_note_outlives_news_of_the_work_and_a_lost_session(People people, House house) {
        var work = house.sql()
                .one("select w.id from work_order w join staff s on s.crew_id = w.crew_id join staff_account a"
                        + " on a.staff_id = s.id where a.username = 'lehto' and w.state = 'NEW' limit 1");
        try (var lehto = people.crew("lehto");
                var colleague = people.crew("lehto")) {
            lehto.go("/work/" + work).press(lehto.say("work.step.ACCEPT"));
            lehto.press(lehto.say("work.step.ON_THE_WAY"));
            lehto.press(lehto.say("work.step.NO_ACCESS"));
            note(lehto).fill(NOTE);
            colleague.go("/work/" + work).press(colleague.say("work.step.ARRIVE"));
            colleague.sees(colleague.say("work.state.ON_SITE"));
            assertThat(note(lehto)).hasValue(NOTE);

            lehto.page().context().clearCookies();
            lehto.go("/work/" + work).signIn("lehto").go("/work/" + work);
            lehto.press(lehto.say("work.step.NO_ACCESS"));
            assertThat(note(lehto)).hasValue(NOTE);
            lehto.press(lehto.say("work.step.NO_ACCESS")).sees(lehto.say("work.state.NO_ACCESS"));
            Assertions.assertThat(
                            house.sql().one("select state::text from work_order where id = ?", UUID.fromString(work)))
                    .isEqualTo("NO_ACCESS");
        }
    }

    private static Locator note(Window lehto) {
        return lehto.field(lehto.say("work.note.NO_ACCESS"));
    }
}
