package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.TENANCY;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** The two ends of a lease, in SQL: its first day, and the first day after it, which may be missing. */
final class LeaseDates {
    static final Field<LocalDate> FIRST = function(name("lower"), SQLDataType.LOCALDATE, TENANCY.DURING);
    static final Field<LocalDate> AFTER = function(name("upper"), SQLDataType.LOCALDATE, TENANCY.DURING);

    private LeaseDates() {}

    /** Runs on that day or later. */
    static Condition notOverBy(LocalDate day) {
        return AFTER.isNull().or(AFTER.gt(day));
    }
}
