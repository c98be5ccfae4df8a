package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.LINE_RULE;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.calendar.CalendarChanges;
import fi.kotiovi.domain.calendar.CalendarLeads;
import fi.kotiovi.domain.calendar.Changing;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the line, decided by the lead of an office; they hold from the next number and the next call on. */
@Service
public class LineRules {
    private final DSLContext db;
    private final CalendarLeads leads;
    private final CalendarChanges changes;

    LineRules(DSLContext db, CalendarLeads leads, CalendarChanges changes) {
        this.db = db;
        this.leads = leads;
        this.changes = changes;
    }

    /** As they are now, for the lead alone; visitors read theirs in {@link Lines}. */
    @Transactional(readOnly = true)
    public LineTerms of(UUID office) {
        leads.of(office);
        return db.select(Lines.RULE, LINE_RULE.TICKETS_A_DAY, LINE_RULE.TICKETS_AN_ADDRESS)
                .from(LINE_RULE)
                .where(LINE_RULE.OFFICE_ID.eq(office))
                .fetchSingle(mapping(LineTerms::new));
    }

    /** Changes them at once, and writes down who did; refuses what the line cannot work with. */
    @Transactional
    public Changing set(UUID office, LineTerms terms) {
        var lead = leads.of(office);
        if (!terms.makesSense()) {
            return new Changing.MakesNoSense();
        }
        db.update(LINE_RULE)
                .set(LINE_RULE.EARLY_MINUTES, terms.rule().earlyMinutes())
                .set(LINE_RULE.LATE_MINUTES, terms.rule().lateMinutes())
                .set(LINE_RULE.RECALL_SECONDS, terms.rule().recallSeconds())
                .set(LINE_RULE.TELL_PLACES, terms.rule().tellPlaces())
                .set(LINE_RULE.TICKETS_A_DAY, terms.numbersADay())
                .set(LINE_RULE.TICKETS_AN_ADDRESS, terms.numbersAnAddress())
                .where(LINE_RULE.OFFICE_ID.eq(office))
                .execute();
        return new Changing.Changed(changes.noteOfLine(office, terms.detail(), lead.id()));
    }
}
