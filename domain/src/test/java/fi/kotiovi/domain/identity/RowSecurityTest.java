package fi.kotiovi.domain.identity;

import static fi.kotiovi.db.Tables.CONTACT_NOTE;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.VISIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.town.Race;
import fi.kotiovi.domain.town.Town;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RowSecurityTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final DSLContext portal = town.portal(DSLContext.class);
    private final TransactionTemplate transactions =
            new TransactionTemplate(town.portal(PlatformTransactionManager.class));
    private final UUID office = town.work().office(1);
    private final List<Caller.Resident> people = IntStream.range(0, 8)
            .mapToObj(i -> town.homes().residentOf(office, "R" + i))
            .toList();

    @Test
    void without_a_signed_in_resident_there_is_nobody_and_nothing() {
        for (var table : List.<Table<?>>of(RESIDENT, HOME, FAULT, VISIT)) {
            assertThat(count(table)).as(table.getName()).isZero();
        }
    }

    @Test
    void each_sees_the_own_rows_and_only_those_however_the_connections_are_shared() {
        for (var person : people) {
            town.as(person, () -> town.portal(FaultReports.class).file(Reports.tap()));
        }
        var seen = Race.of(
                256, i -> () -> i % 3 == 0 ? count(FAULT) : town.as(people.get(i % people.size()), () -> count(FAULT)));
        for (int i = 0; i < seen.size(); i++) {
            assertThat(seen.get(i)).isEqualTo(i % 3 == 0 ? 0 : 1);
        }
    }

    @Test
    void the_residents_site_cannot_even_ask_for_the_key_room_the_notes_and_the_staff() {
        for (var table : List.<Table<?>>of(KEY, CONTACT_NOTE, STAFF)) {
            assertThatThrownBy(() -> town.as(people.getFirst(), () -> count(table)))
                    .as(table.getName())
                    .isInstanceOf(BadSqlGrammarException.class);
        }
    }

    private int count(Table<?> table) {
        var counted =
                transactions.execute(status -> portal.selectCount().from(table).fetchSingle(0, int.class));
        return counted == null ? -1 : counted;
    }
}
