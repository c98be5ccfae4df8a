package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.LineLane;
import fi.kotiovi.vocabulary.TicketState;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long people waited, walked and were served, looking back: what a team talks about in its weekly meeting. */
@Service
public class LineTimes {
    private static final double HALF = 0.5;
    private static final double NINE_IN_TEN = 0.9;
    private static final Condition SERVED = TICKET.STATE.eq(TicketState.SERVED);

    private static final SelectField<Times> TIMES = row(
                    count(),
                    count().filterWhere(TICKET.LANE.eq(LineLane.BOOKED)),
                    count().filterWhere(SERVED),
                    count().filterWhere(TICKET.STATE.eq(TicketState.NO_SHOW)),
                    count().filterWhere(TICKET.STATE.eq(TicketState.LEFT)),
                    within(HALF, TICKET.WAITED_MS),
                    within(NINE_IN_TEN, TICKET.WAITED_MS),
                    within(HALF, TICKET.WALKED_MS),
                    within(HALF, TICKET.SERVED_MS))
            .mapping(Times::of);

    private final DSLContext db;
    private final Callers callers;

    LineTimes(DSLContext db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /** The own office's days from {@code first} to {@code last}, both included; none of a day without visitors. */
    @Transactional(readOnly = true)
    public Review between(LocalDate first, LocalDate last) {
        var office = CounterShifts.office(callers.staff(DESK, MANAGER));
        var these = TICKET.OFFICE_ID.eq(office).and(TICKET.DAY.between(first, last));
        var days = db.select(TICKET.DAY, TIMES)
                .from(TICKET)
                .where(these)
                .groupBy(TICKET.DAY)
                .orderBy(TICKET.DAY.desc())
                .fetch(mapping(OfDay::new));
        var matters = db.select(
                        row(VISIT_TYPE.NAME_FI, VISIT_TYPE.NAME_SV, VISIT_TYPE.NAME_EN)
                                .mapping(Localized::new),
                        TIMES)
                .from(TICKET)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(TICKET.VISIT_TYPE_CODE))
                .where(these)
                .groupBy(VISIT_TYPE.CODE)
                .orderBy(count().desc(), VISIT_TYPE.CODE)
                .fetch(mapping(OfMatter::new));
        var all = db.select(TIMES).from(TICKET).where(these).fetchSingle(mapping(times -> times));
        return new Review(all, days, matters);
    }

    /** The milliseconds within which that share of the served were done with it. */
    private static Field<BigDecimal> within(double share, Field<Long> millis) {
        return percentileCont(DSL.inline(share)).withinGroupOrderBy(millis).filterWhere(SERVED);
    }

    /**
     * Visitors and times; no times where nobody was served.
     *
     * @param halfWaited half of the served waited no longer
     * @param mostWaited nine in ten waited no longer
     * @param halfWalked half came to the counter within this after the call
     * @param halfServed half were served within this
     */
    public record Times(
            int visitors,
            int booked,
            int served,
            int noShows,
            int left,
            Duration halfWaited,
            Duration mostWaited,
            Duration halfWalked,
            Duration halfServed)
            implements Serializable {
        private static Times of(
                int visitors,
                int booked,
                int served,
                int noShows,
                int left,
                @Nullable BigDecimal halfWaited,
                @Nullable BigDecimal mostWaited,
                @Nullable BigDecimal halfWalked,
                @Nullable BigDecimal halfServed) {
            return new Times(
                    visitors,
                    booked,
                    served,
                    noShows,
                    left,
                    millis(halfWaited),
                    millis(mostWaited),
                    millis(halfWalked),
                    millis(halfServed));
        }

        private static Duration millis(@Nullable BigDecimal millis) {
            return millis == null ? Duration.ZERO : Duration.ofMillis(millis.longValue());
        }
    }

    /** One day. */
    public record OfDay(LocalDate day, Times times) implements Serializable {}

    /** What people came for, named in three languages. */
    public record OfMatter(Localized matter, Times times) implements Serializable {}

    /** Everything of a span of days: altogether, day by day with the newest first, and by matter. */
    public record Review(Times all, List<OfDay> days, List<OfMatter> matters) implements Serializable {
        public Review {
            days = List.copyOf(days);
            matters = List.copyOf(matters);
        }
    }
}
