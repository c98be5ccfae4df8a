package fi.kotiovi.domain.notice;

import static fi.kotiovi.db.Tables.NOTICE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.housing.Residents;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a resident should know about the own building now. */
@Service
public class Notices {
    private static final int MOST = 5;

    private final DSLContext db;
    private final Residents residents;
    private final Clock clock;

    Notices(DSLContext db, Residents residents, Clock clock) {
        this.db = db;
        this.residents = residents;
        this.clock = clock;
    }

    /** The ones shown today, the newest first; at most five. */
    @Transactional(readOnly = true)
    public List<Notice> ofMyBuilding() {
        var now = Helsinki.now(clock);
        return residents
                .myHome()
                .map(home -> db.select(
                                NOTICE.ID,
                                row(NOTICE.TITLE_FI, NOTICE.TITLE_SV, NOTICE.TITLE_EN)
                                        .mapping(Localized::new),
                                row(NOTICE.BODY_FI, NOTICE.BODY_SV, NOTICE.BODY_EN)
                                        .mapping(Localized::new))
                        .from(NOTICE)
                        .where(NOTICE.BUILDING_ID.eq(home.buildingId()))
                        .and(Ranges.lower(NOTICE.SHOWN).le(now))
                        .and(Ranges.upper(NOTICE.SHOWN).gt(now))
                        .orderBy(Ranges.lower(NOTICE.SHOWN).desc())
                        .limit(MOST)
                        .fetch(mapping(Notice::new)))
                .orElseGet(List::of);
    }

    /** One piece of news. */
    public record Notice(UUID id, Localized title, Localized body) implements Serializable {}
}
