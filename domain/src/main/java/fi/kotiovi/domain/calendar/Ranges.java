package fi.kotiovi.domain.calendar;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jooq.postgres.extensions.types.OffsetDateTimeRange;

/** The ends of a time range, in SQL and in Java; every range we store has both, the lower one included. */
public final class Ranges {
    private Ranges() {}

    public static Field<OffsetDateTime> lower(Field<OffsetDateTimeRange> range) {
        return function(name("lower"), SQLDataType.TIMESTAMPWITHTIMEZONE, range);
    }

    public static Field<OffsetDateTime> upper(Field<OffsetDateTimeRange> range) {
        return function(name("upper"), SQLDataType.TIMESTAMPWITHTIMEZONE, range);
    }

    /** Whether a version of a rule holds on a date. */
    public static Condition holds(Field<LocalDateRange> valid, LocalDate on) {
        var from = function(name("lower"), SQLDataType.LOCALDATE, valid);
        var until = function(name("upper"), SQLDataType.LOCALDATE, valid);
        return from.isNull().or(from.le(on)).and(until.isNull().or(until.gt(on)));
    }

    /** Whether a span of dates goes on or is still to come. */
    public static Condition notOver(Field<LocalDateRange> span, LocalDate on) {
        var until = function(name("upper"), SQLDataType.LOCALDATE, span);
        return until.isNull().or(until.gt(on));
    }

    public static OffsetDateTime start(OffsetDateTimeRange range) {
        return Objects.requireNonNull(range.lower());
    }

    public static OffsetDateTime end(OffsetDateTimeRange range) {
        return Objects.requireNonNull(range.upper());
    }

    public static OffsetDateTimeRange range(OffsetDateTime from, OffsetDateTime until) {
        return OffsetDateTimeRange.offsetDateTimeRange(from, until);
    }
}
