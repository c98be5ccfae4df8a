package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A job that looks every half hour, day and night and over the change of the clocks, reminds by day. */
class RemindersAtHumanHoursTest {
    @RegisterExtension
    static final Town town = Town.found();

    private static final int HALF_HOUR = 30;

    @Test
    void T12_the_day_before_and_in_the_morning_and_never_at_night() {
        town.clock.setHelsinki("2026-03-26T12:00");
        var aino = town.homes().residentOf(town.work().office(1), "Aino");
        var visit = new Booked(town).by(aino, "OTHER", at("2026-03-30T09:00"));
        var upkeep = town.backOffice(VisitUpkeep.class);
        List<String> reminded = new ArrayList<>();
        var before = 0;
        for (var now = LocalDateTime.parse("2026-03-28T00:00");
                now.isBefore(LocalDateTime.parse("2026-03-30T09:00"));
                now = now.plusMinutes(HALF_HOUR)) {
            town.clock.setHelsinki(now.toString());
            upkeep.remind();
            var all = town.db()
                    .fetchCount(
                            NOTIFICATION,
                            NOTIFICATION
                                    .CAUSE_ID
                                    .eq(visit.id())
                                    .and(NOTIFICATION.KIND.ne(NotificationKind.VISIT_CONFIRMED)));
            if (all > before) {
                reminded.add(now.toString());
            }
            before = all;
        }
        assertThat(reminded).containsExactly("2026-03-29T09:00", "2026-03-30T07:30");
    }
}
