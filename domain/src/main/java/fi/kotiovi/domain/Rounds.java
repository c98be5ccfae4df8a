package fi.kotiovi.domain;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one process at a time go a ticker's round. Two that write the same letters or offers, each in its own order, would
 * wait for each other; and the second would find nothing to do anyway. Alerts do not ask here: they never wait.
 */
@Component
public class Rounds {
    /** The rounds that write for many people in one transaction. */
    public enum Round {
        HOLDS(1),
        FORGOTTEN(2),
        REMINDERS(3),
        OFFERS(4),
        LOANS(5),
        RETURNS(6);

        /** The same in every version that runs beside this one. */
        private final int key;

        Round(int key) {
            this.key = key;
        }
    }

    /** Keeps these locks apart from the other uses of advisory locks. */
    private static final int ROUND = 0x726E64;

    private final DSLContext db;

    Rounds(DSLContext db) {
        this.db = db;
    }

    /** Whether the round is ours until the transaction ends; false while another transaction goes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begin(Round round) {
        var lock = function(name("pg_try_advisory_xact_lock"), SQLDataType.BOOLEAN, inline(ROUND), inline(round.key));
        return db.select(lock).fetchSingle().value1();
    }
}
