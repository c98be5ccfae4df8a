package fi.kotiovi.domain.calendar;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.springframework.stereotype.Component;

/** Ends versions of a rule: what held before a date stays on record, what would hold later gives way. */
@Component
class CalendarVersions {
    private final DSLContext db;

    CalendarVersions(DSLContext db) {
        this.db = db;
    }

    void end(Table<?> rules, TableField<?, LocalDateRange> valid, LocalDate from, Condition which) {
        db.deleteFrom(rules).where(which).and(lower(valid).ge(from)).execute();
        db.update(rules)
                .set(valid, function(name("daterange"), valid.getDataType(), lower(valid), DSL.val(from)))
                .where(which)
                .and(Ranges.holds(valid, from))
                .execute();
    }

    private static Field<LocalDate> lower(Field<LocalDateRange> range) {
        return function(name("lower"), SQLDataType.LOCALDATE, range);
    }
}
