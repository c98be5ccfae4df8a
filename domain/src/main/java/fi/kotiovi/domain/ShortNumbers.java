package fi.kotiovi.domain;

import static org.jooq.impl.DSL.val;

import fi.kotiovi.db.Routines;
import fi.kotiovi.db.Sequences;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.Sequence;

/** The numbers people read to each other on the phone: {@code V-26-004711}, the year in Helsinki. */
public final class ShortNumbers {
    private ShortNumbers() {}

    public static Field<String> nextFault(OffsetDateTime at) {
        return next("F", at, Sequences.FAULT_NUMBER);
    }

    public static Field<String> nextWorkOrder(OffsetDateTime at) {
        return next("W", at, Sequences.WORK_ORDER_NUMBER);
    }

    public static Field<String> nextVisit(OffsetDateTime at) {
        return next("V", at, Sequences.VISIT_NUMBER);
    }

    public static Field<String> nextContact(OffsetDateTime at) {
        return next("C", at, Sequences.CONTACT_NUMBER);
    }

    public static Field<String> nextReceipt(OffsetDateTime at) {
        return next("R", at, Sequences.KEY_HANDOVER_NUMBER);
    }

    public static Field<String> nextKeyOrder(OffsetDateTime at) {
        return next("E", at, Sequences.KEY_ORDER_NUMBER);
    }

    private static Field<String> next(String letter, OffsetDateTime at, Sequence<Long> sequence) {
        return Routines.shortNumber(val(letter), val(at), sequence.nextval());
    }
}
