package fi.kotiovi.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.house.Sql;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of contacts whatever was killed. */
final class LineHolds {
    private LineHolds() {}

    static void check(Sql owner, Queue<String> told) {
        var there = owner.column("select submission_id from contact_message");
        assertThat(there).doesNotHaveDuplicates();
        var messages = new HashSet<>(there);
        assertThat(messages).as("what was written is there").containsAll(told(told, "WRITTEN"));
        var answered = told(told, "ANSWERED");
        var withdrawn = told(told, "WITHDRAWN");
        assertThat(messages).as("what was held back is gone").doesNotContainAnyElementsOf(withdrawn);
        var gone = new HashSet<>(answered);
        gone.removeAll(messages);
        gone.removeAll(withdrawn);
        assertThat(gone)
                .as(
                        "answers that were held back without anybody living to be told: one for each kill and clerk at most")
                .hasSizeLessThanOrEqualTo(
                        owner.count("select count(*) from contact_event where kind = 'ANSWER_WITHDRAWN'")
                                - withdrawn.size());
        halves(owner);
    }

    private static Set<String> told(Queue<String> told, String what) {
        return told.stream()
                .filter(line -> line.startsWith(what + " "))
                .map(line -> line.substring(what.length() + 1))
                .collect(Collectors.toSet());
    }

    /** No answer without its event and its letter, none of them without the answer, and no place without an owner. */
    private static void halves(Sql owner) {
        assertThat(owner.column("""
                with c as (
                  select c.id, c.number, c.state, r.email,
                    (select count(*) from contact_message m where m.contact_id = c.id and m.direction = 'OUT') as said,
                    (select count(*) from contact_event e where e.contact_id = c.id and e.kind in ('ANSWERED', 'ASKED')) as events,
                    (select count(*) from contact_event e where e.contact_id = c.id and e.kind = 'ANSWER_WITHDRAWN') as held,
                    (select count(*) from contact_event e where e.contact_id = c.id and e.kind = 'ARRIVED') as arrived,
                    (select count(*) from notification n where n.cause_id = c.id and n.kind = 'CONTACT_ANSWERED') as letters
                  from contact c join resident r on r.id = c.resident_id where c.subject like 'Kysymys ________-%')
                select number || ' ' || state from c where arrived <> 1 or said <> events - held
                  or letters <> case when email is null then 0 else said end
                  or (state in ('CLOSED', 'WAITING_RESIDENT')) <> (said > 0)""")).as("contacts that are half answered").isEmpty();
    }
}
