package fi.kotiovi.domain.line;

import static fi.kotiovi.db.Tables.OWN_PLACE;
import static fi.kotiovi.db.Tables.VISIT;
import static org.jooq.Records.mapping;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.LineLane;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's own place in the line, for whoever holds its secret; nobody is signed in. */
@Service
public class MyPlace {
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final int LONGEST_MAIL = 200;

    private final DSLContext db;
    private final Callers callers;
    private final Lines lines;
    private final Tempos tempos;
    private final Clock clock;

    MyPlace(DSLContext db, Callers callers, Lines lines, Tempos tempos, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.lines = lines;
        this.tempos = tempos;
        this.clock = clock;
    }

    /** The place as it is now; empty when nobody was ever given that secret. */
    @Transactional(readOnly = true)
    public Optional<Place> of(String secret) {
        var own = OWN_PLACE(Secrets.hash(secret));
        return db.select(
                        own.OFFICE_ID,
                        own.DAY,
                        own.LABEL,
                        own.LANE,
                        own.STATE,
                        own.VISIT_TYPE_CODE,
                        own.ARRIVED_AT,
                        own.COUNTER,
                        own.CALLS,
                        own.AHEAD,
                        own.TELLS,
                        own.TOLD)
                .from(own)
                .fetchOptional(mapping(this::place));
    }

    private Place place(
            UUID office,
            LocalDate day,
            String label,
            LineLane lane,
            TicketState state,
            String matter,
            OffsetDateTime arrivedAt,
            @Nullable Integer counter,
            int calls,
            int ahead,
            boolean tells,
            boolean told) {
        var gone = day.isBefore(Helsinki.today(clock)) && state != TicketState.SERVED && state != TicketState.NO_SHOW;
        var shown = gone ? TicketState.LEFT : state;
        return new Place(
                lines.one(office),
                label,
                lane,
                shown,
                matter,
                arrivedAt,
                counter,
                calls,
                ahead,
                shown == TicketState.WAITING
                        ? tempos.of(office).estimate(ahead, lane == LineLane.BOOKED)
                        : new WaitingTime.CannotTell(),
                tells,
                told);
    }

    /** Gives the place up. False when there was nothing to give up any more. */
    @Transactional
    public boolean leave(String secret) {
        return Boolean.TRUE.equals(Routines.leaveLine(db.configuration(), Secrets.hash(secret), Helsinki.now(clock)));
    }

    /** Asks for a message, by telephone or mail, when few are ahead. */
    @Transactional
    public Telling tell(String secret, String phoneOrMail) {
        var typed = phoneOrMail.strip();
        var mail = MAIL.matcher(typed).matches() && typed.length() <= LONGEST_MAIL;
        var phone = mail ? Optional.<String>empty() : PhoneNumbers.parse(typed);
        if (!mail && phone.isEmpty()) {
            return Telling.NOT_UNDERSTOOD;
        }
        return Boolean.TRUE.equals(Routines.tellMe(
                        db.configuration(),
                        Secrets.hash(secret),
                        phone.orElse(null),
                        mail ? typed : null,
                        Helsinki.now(clock)))
                ? Telling.NOTED
                : Telling.TOO_LATE;
    }

    /** What the signed-in resident shows at the door for a visit of their own; it is also the secret of their place. */
    @Transactional(readOnly = true)
    public Optional<String> codeOf(UUID visit) {
        return db.select(VISIT.CHECK_IN_CODE)
                .from(VISIT)
                .where(VISIT.ID.eq(visit))
                .and(VISIT.RESIDENT_ID.eq(callers.resident().id()))
                .fetchOptional(VISIT.CHECK_IN_CODE);
    }
}
