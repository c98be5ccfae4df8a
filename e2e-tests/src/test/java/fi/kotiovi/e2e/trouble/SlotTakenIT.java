package fi.kotiovi.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who was a moment too late is offered what lies nearest. */
@ExtendWith(WithPeople.class)
class SlotTakenIT {
    @Test
    void a_time_that_went_meanwhile_is_answered_with_the_three_nearest(People people, House house) {
        house.sql()
                .run("update visit set state = 'CANCELLED_RESIDENT', held_until = null"
                        + " where state in ('HELD', 'BOOKED') and visit_type_code = 'RENT_TALK'");
        try (var omar = people.resident("omar")) {
            var start = startOfTheFourth(omar, house);
            times(omar);
            assertThat(takeAllCounters(house, start)).isPositive();
            omar.page().locator("button.time").nth(3).click();
            omar.sees(omar.say("visit.taken"));
            var offered = omar.page().locator(".notice button");
            assertThat(offered.count()).isEqualTo(3);
            assertThat(offered.allInnerTexts()).doesNotHaveDuplicates();
            Look.atEverySize(omar, "portal-visit-taken");
            offered.first().click();
            omar.seesHeading(omar.say("visit.title.HELD"));
            assertThat(held(house))
                    .hasValueSatisfying(other -> assertThat(other).isNotEqualTo(start));
        }
    }

    private static void times(Window omar) {
        omar.go("/visits/new/RENT_TALK").page().locator("button.time").nth(3).waitFor();
    }

    /** Learnt by holding it for a moment. */
    private static String startOfTheFourth(Window omar, House house) {
        times(omar);
        omar.page().locator("button.time").nth(3).click();
        omar.seesHeading(omar.say("visit.title.HELD"));
        var start = held(house).orElseThrow();
        house.sql().run("update visit set state = 'EXPIRED', held_until = null where state = 'HELD'");
        return start;
    }

    private static Optional<String> held(House house) {
        return house.sql().first("select lower(during)::text from visit where state = 'HELD'");
    }

    private static int takeAllCounters(House house, String start) {
        return house.sql().run("""
                insert into visit (number, office_id, counter_id, visit_type_code, resident_id, home_id, state, during,
                    local_start, zone, created_at)
                select 'T-' || c.number, c.office_id, c.id, t.code, p.id, null, 'BOOKED',
                    tstzrange(s.at, s.at + t.minutes * interval '1 minute'), s.at at time zone 'Europe/Helsinki',
                    'Europe/Helsinki', now()
                from (select ?::timestamptz as at) s, visit_type t, counter c
                join (select id, row_number() over (order by id) as n from resident
                    where given_name not in ('Aino', 'Elin', 'Omar', 'Matti')) p on p.n = c.number
                where t.code = 'RENT_TALK' on conflict do nothing""", start);
    }
}
