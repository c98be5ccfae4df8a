package fi.kotiovi.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.House;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A board with everything on it that there can be. */
@ExtendWith(WithPeople.class)
class BoardStatesIT {
    @Test
    void every_state_is_told_by_a_word_and_a_mark_and_what_is_shut_says_why(People people, House house) {
        var day = house.sql()
                .one("select min(d)::date from generate_series(current_date + 3, current_date + 9, interval '1 day') d"
                        + " where extract(isodow from d) = 3");
        house.sql().run("""
                insert into visit (number, office_id, counter_id, visit_type_code, resident_id, home_id, state, during, local_start, zone, held_until, created_at)
                select 'V-26-S' || w.n, c.office_id, c.id, t.code, p.resident_id, p.home_id, w.state::visit_state,
                  tstzrange((w.at) at time zone 'Europe/Helsinki', (w.at + make_interval(mins => t.minutes)) at time zone 'Europe/Helsinki'),
                  w.at, 'Europe/Helsinki', case when w.state = 'HELD' then now() + interval '1 hour' end, now()
                from (select row_number() over () as n, ?::date + v.time::time as at, v.counter, v.type, v.state from (values
                    ('9:00', 1, 'KEY_RETURN', 'SERVED'), ('9:20', 1, 'KEY_PICKUP', 'SERVED'), ('9:00', 2, 'RENT_TALK', 'NO_SHOW'),
                    ('9:45', 2, 'OTHER', 'SERVED'), ('10:00', 1, 'KEY_PICKUP', 'SERVING'), ('10:15', 2, 'OTHER', 'CALLED'),
                    ('10:20', 3, 'LOST_KEY', 'CHECKED_IN'), ('11:00', 1, 'RENT_TALK', 'BOOKED'), ('11:00', 2, 'PARKING_ITEMS', 'BOOKED'),
                    ('12:20', 3, 'OTHER', 'HELD'), ('12:00', 1, 'KEY_PICKUP', 'BOOKED')) v(time, counter, type, state)) w
                join (select row_number() over (order by r.id) as n, tr.resident_id, k.home_id from tenancy k
                    join tenancy_resident tr on tr.tenancy_id = k.id join resident r on r.id = tr.resident_id
                    where k.during @> current_date and not exists (select from visit v where v.resident_id = r.id
                      and v.state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING'))) p on p.n = w.n
                join visit_type t on t.code = w.type join counter c on c.number = w.counter
                where c.office_id = (select id from office where code = 'WEST')
                  and not exists (select from visit v where v.counter_id = c.id and v.state = 'BOOKED'
                    and v.during && tstzrange(w.at at time zone 'Europe/Helsinki',
                      (w.at + make_interval(mins => t.minutes)) at time zone 'Europe/Helsinki'))""", day);
        house.sql()
                .run(
                        "insert into counter_capacity (office_id, occasion, day, opens, closes, counters, staff_only, valid)"
                                + " select id, 'DAY', '" + day
                                + "', '12:00', '15:00', 3, 0, daterange(null, null) from office"
                                + " where code = 'WEST' on conflict do nothing");
        try (var laine = people.staff("laine")) {
            laine.go("/board?day=" + day);
            laine.page().locator(".is-serving").waitFor();
            for (var state : new String[] {"HELD", "CALLED", "SERVING", "SERVED", "NO_SHOW"}) {
                assertThat(laine.page()
                                .locator(".is-" + state.toLowerCase(Locale.ROOT))
                                .first())
                        .hasAttribute("aria-label", Pattern.compile(", " + laine.say("board.state." + state) + "$"));
            }
            laine.sees(laine.say("board.shut.counter"));
            Look.at(laine, "office-board-states");
        } finally {
            house.sql().run("delete from visit where number like 'V-26-S%'");
            house.sql().run("delete from counter_capacity where occasion = 'DAY' and day = ?::date", day);
        }
    }
}
