package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.LINE_RULE;
import static fi.kotiovi.db.Tables.NUMBERS_AT_COUNTERS;
import static fi.kotiovi.db.Tables.NUMBERS_WAITING;
import static fi.kotiovi.db.Tables.OFFICE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.vocabulary.OfficeService;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What anybody may know of the lines: where they are, when numbers are given, and which numbers are at which counter. */
@Service
public class Lines {
    /** For queries that join {@code line_rule}. */
    static final SelectField<LineRule> RULE = row(
                    LINE_RULE.EARLY_MINUTES, LINE_RULE.LATE_MINUTES, LINE_RULE.RECALL_SECONDS, LINE_RULE.TELL_PLACES)
            .mapping(LineRule::new);

    private static final int LOOK_AHEAD_DAYS = 30;

    private final DSLContext db;
    private final OpenTimes openTimes;
    private final Clock clock;

    Lines(DSLContext db, OpenTimes openTimes, Clock clock) {
        this.db = db;
        this.openTimes = openTimes;
        this.clock = clock;
    }

    /** Every office, in the order of its code. */
    @Transactional(readOnly = true)
    public List<OfficeLine> all() {
        return list(OFFICE.ID.isNotNull());
    }

    /** The office with that code, written in any case. */
    @Transactional(readOnly = true)
    public Optional<OfficeLine> of(String code) {
        return list(OFFICE.CODE.eq(code.toUpperCase(Locale.ROOT))).stream().findFirst();
    }

    /** What the board on the wall shows now: numbers, never people. */
    @Transactional(readOnly = true)
    public Board board(UUID office) {
        var today = Helsinki.today(clock);
        var called = NUMBERS_AT_COUNTERS(office, today);
        var waiting = NUMBERS_WAITING(office, today);
        return new Board(
                db.select(called.LABEL, called.STATE, called.COUNTER, called.CALLED_AT, called.CALLS)
                        .from(called)
                        .fetch(mapping(Board.AtCounter::new)),
                db.select(waiting.LABEL).from(waiting).fetch(waiting.LABEL));
    }

    OfficeLine one(UUID office) {
        return list(OFFICE.ID.eq(office)).getFirst();
    }

    private List<OfficeLine> list(Condition condition) {
        return db.select(
                        OFFICE.ID,
                        OFFICE.CODE,
                        row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new),
                        OFFICE.STREET_ADDRESS,
                        RULE)
                .from(OFFICE)
                .join(LINE_RULE)
                .on(LINE_RULE.OFFICE_ID.eq(OFFICE.ID))
                .where(condition)
                .orderBy(OFFICE.CODE)
                .fetch(mapping(this::withHours));
    }

    private OfficeLine withHours(UUID office, String code, Localized name, String address, LineRule rule) {
        var now = Helsinki.now(clock);
        var today = Helsinki.dateOf(now);
        var ahead = openTimes.of(office, OfficeService.WALK_IN).between(today, today.plusDays(LOOK_AHEAD_DAYS)).stream()
                .filter(span -> span.until().isAfter(now))
                .toList();
        var open = ahead.stream()
                .filter(span -> !span.from().isAfter(now))
                .map(Span::until)
                .findFirst();
        var next =
                ahead.stream().map(Span::from).filter(from -> from.isAfter(now)).findFirst();
        return new OfficeLine(office, code, name, address, rule, open.orElse(null), next.orElse(null));
    }
}
