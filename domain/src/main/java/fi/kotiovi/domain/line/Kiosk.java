package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.CHECK_IN_BY_CODE;
import static fi.kotiovi.db.Tables.TAKE_TICKET_AT_KIOSK;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.CheckInOutcome;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.TakeOutcome;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The device at the door, for whoever walks in: nobody is signed in. It gives numbers and lets booked visitors in by a
 * code that only they have; what it may do is bounded by the database.
 */
@Service
public class Kiosk {
    private final DSLContext db;
    private final Lines lines;
    private final Clock clock;

    Kiosk(DSLContext db, Lines lines, Clock clock) {
        this.db = db;
        this.lines = lines;
        this.clock = clock;
    }

    /** What one can come for, in the order to show. */
    @Transactional(readOnly = true)
    public List<Matter> matters() {
        return db.select(
                        VISIT_TYPE.CODE,
                        row(VISIT_TYPE.NAME_FI, VISIT_TYPE.NAME_SV, VISIT_TYPE.NAME_EN)
                                .mapping(Localized::new),
                        row(VISIT_TYPE.BRING_FI, VISIT_TYPE.BRING_SV, VISIT_TYPE.BRING_EN)
                                .mapping(Localized::new),
                        VISIT_TYPE.QUICK)
                .from(VISIT_TYPE)
                .orderBy(VISIT_TYPE.POSITION)
                .fetch(mapping(Matter::new));
    }

    /**
     * Gives a number for a matter.
     *
     * @param address where the request comes from, so that nobody takes all numbers
     */
    @Transactional
    public Taking take(UUID office, String matter, Language language, String address) {
        var line = lines.one(office);
        if (!line.isOpen()) {
            return new Taking.Closed(line.opensAt());
        }
        if (matters().stream().noneMatch(known -> known.code().equals(matter))) {
            throw new NotAllowedException("No such matter: " + matter);
        }
        var secret = Secrets.fresh();
        var taken = TAKE_TICKET_AT_KIOSK(office, matter, language, Secrets.hash(secret), address, Helsinki.now(clock));
        return db.select(taken.OUTCOME, taken.LABEL)
                .from(taken)
                .fetchSingle(mapping((outcome, label) -> answer(outcome, label, secret, line)));
    }

    private static Taking answer(TakeOutcome outcome, String label, String secret, OfficeLine line) {
        return switch (outcome) {
            case TAKEN -> new Taking.Taken(label, secret);
            case ALL_GIVEN -> new Taking.AllGiven(line.opensAt());
            case TOO_MANY -> new Taking.TooMany();
        };
    }

    /**
     * Takes a booked visitor into the line; saying it twice is answered as said.
     *
     * @param typed the code, with whatever spaces and dashes
     * @param office where the visitor stands; null when that is not known, as on the visitor's own telephone
     */
    @Transactional
    public Arriving arrive(String typed, @Nullable UUID office, String address) {
        var code = Secrets.normalCode(typed);
        var came = CHECK_IN_BY_CODE(code, office, address, Helsinki.now(clock));
        return db.select(came.OUTCOME, came.LABEL, came.COME_AT)
                .from(came)
                .fetchSingle(mapping((outcome, label, comeAt) -> answer(outcome, label, comeAt, code)));
    }

    private static Arriving answer(CheckInOutcome outcome, String label, OffsetDateTime comeAt, String code) {
        return switch (outcome) {
            case IN_TIME -> new Arriving.InTime(label, code);
            case LATE -> new Arriving.Late(label, code);
            case ALREADY_IN -> new Arriving.AlreadyIn(label, code);
            case TOO_EARLY -> new Arriving.TooEarly(comeAt);
            case REPLACED -> new Arriving.Replaced();
            case OVER -> new Arriving.Over();
            case ELSEWHERE -> new Arriving.Elsewhere();
            case UNKNOWN -> new Arriving.Unknown();
            case TOO_MANY -> new Arriving.TooMany();
        };
    }
}
