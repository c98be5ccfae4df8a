package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold in the demo on whatever day it is started: each query finds what is wrong. */
class DemoInvariantsTest {
    private static final String NOW = TestDatabase.NOW;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T21:40:00Z", // Saturday night
                "2027-01-01T00:10:00Z", // a holiday, first of a month, first of a year
                "2026-03-30T05:01:00Z", // the Monday after clocks went forward, at hand-over
                "2026-10-25T00:30:00Z", // within the hour that comes twice
                "2027-04-30T14:00:00Z", // last day of a month, before a holiday
                "2028-02-29T11:59:00Z"
            })
    void holdOnAnyDay(String moment) throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.demo(TestDatabase.at(moment)))) {
            assertThat(wrong(owner, moment)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    delete from on_call_shift where level = 2 and during @> now() | on call has a gap
                    update key set state = 'IN_STORE' where state = 'HANDED_OUT' | a key and its holder disagree
                    delete from key_custody where upper_inf(during) | a key and its holder disagree
                    update fault set version = version + 1 | a fault that differs from its newest event
                    update work_order set state = 'CANCELLED' where state = 'NEW' | a work order that differs from its fault
                    update notification set state = 'PENDING', sent_at = null | mail or an alert that would still go out
                    update resident set email = 'aino@kotila.fi' | somebody who could be real
                    update contact_message set body = 'Tunnukseni on 010190-999X' | a personal identity code
                    update contact_event set at = at + interval '9 years' | something has happened that is still ahead
                    update fault_event set at = '2020-01-01 10:00+02' where version = 2 | something happened before what came before it
                    delete from tenancy_resident | a report by somebody who did not live there""")
    void areNoticedWhenBroken(String damage, String invariant) throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.small())) {
            assertThat(owner.update(damage.replace("now()", "'" + NOW + "'::timestamptz")))
                    .isPositive();
            assertThat(wrong(owner, NOW)).containsKey(invariant);
        }
    }

    @Test
    void noticeVisitsOnNewYearsDay() throws SQLException {
        try (var owner = TestDatabase.owner(TestDatabase.small())) {
            owner.update("""
                    update visit set state = 'SERVED', local_start = '2027-01-01 08:00',
                      during = '["2027-01-01 08:00+02","2027-01-01 08:10+02")'""");
            assertThat(wrong(owner, NOW))
                    .containsKeys(
                            "a visit on a day off",
                            "a visit outside opening hours",
                            "two visits at one counter",
                            "a visit in the wrong state for its time");
        }
    }

    private static Map<String, List<String>> wrong(Session owner, String moment) throws SQLException {
        var wrong = new LinkedHashMap<String, List<String>>();
        for (var query : DemoInvariants.WRONG.entrySet()) {
            var found = owner.texts(query.getValue().replace(":now", "'" + moment + "'::timestamptz"));
            if (!found.isEmpty()) {
                wrong.put(query.getKey(), found);
            }
        }
        return wrong;
    }
}
