package fi.kotiovi.domain.notification;

import static fi.kotiovi.db.Tables.ALERT;
import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_EVENT;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static fi.kotiovi.db.Tables.FREED_TIME;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.TICKET;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_OFFER;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectCount;

import fi.kotiovi.db.Routines;
import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.vocabulary.AlertState;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.OfferState;
import fi.kotiovi.vocabulary.TicketState;
import fi.kotiovi.vocabulary.Urgency;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;

/** What a letter would say if it went out now; nothing when it should not go out any more. */
@Component
class LetterContents {
    private static final SelectField<Localized> PROBLEM = row(
                    FAULT_PROBLEM.NAME_FI, FAULT_PROBLEM.NAME_SV, FAULT_PROBLEM.NAME_EN)
            .mapping(Localized::new);

    private static final SelectField<Letter.OfVisit> OF_VISIT = row(
                    VISIT.ID,
                    VISIT.LINK,
                    VISIT.NUMBER,
                    row(VISIT_TYPE.NAME_FI, VISIT_TYPE.NAME_SV, VISIT_TYPE.NAME_EN)
                            .mapping(Localized::new),
                    row(VISIT_TYPE.BRING_FI, VISIT_TYPE.BRING_SV, VISIT_TYPE.BRING_EN)
                            .mapping(Localized::new),
                    VISIT.LOCAL_START,
                    VISIT_TYPE.MINUTES,
                    VISIT.ICS_SEQUENCE,
                    row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new),
                    OFFICE.STREET_ADDRESS,
                    row(VISIT.CANCEL_REASON, VISIT.CANCEL_WORDS).mapping(Letter.Told::new))
            .mapping(Letter.OfVisit::new);

    private final DSLContext db;
    private final Clock clock;
    private final KeyLetterContents keys;
    private final ContactLetterContents contacts;

    LetterContents(DSLContext db, Clock clock, KeyLetterContents keys, ContactLetterContents contacts) {
        this.db = db;
        this.clock = clock;
        this.keys = keys;
        this.contacts = contacts;
    }

    Optional<Letter.Content> of(NotificationKind kind, UUID cause, int sequence) {
        return switch (kind) {
            case FAULT_RECEIVED, FAULT_CHANGED -> fault(cause, sequence);
            case VISIT_CONFIRMED, VISIT_MOVED, VISIT_NEW_TIME -> visit(booked(cause, sequence));
            case VISIT_REMINDER, VISIT_TODAY ->
                visit(booked(cause, sequence).and(Ranges.lower(VISIT.DURING).gt(Helsinki.now(clock))));
            case VISIT_OFFER -> offer(cause);
            case VISIT_CANCELLED ->
                visit(VISIT.ID
                        .eq(cause)
                        .and(VISIT.STATE.in(VisitState.CANCELLED_RESIDENT, VisitState.CANCELLED_OFFICE)));
            case CONTACT_ANSWERED -> contacts.answer(cause, sequence);
            case CONTACT_RECEIVED -> contacts.received(cause);
            case ALERT -> alert(cause);
            case KEY_RECEIPT -> keys.receipt(cause);
            case KEY_READY -> keys.ready(cause);
            case KEY_WISH_DECLINED -> keys.declined(cause);
            case KEY_RETURN_LATE -> keys.late(cause);
            case KEY_LENT, KEY_LENT_DUE, KEY_LENT_LATE -> keys.contractorLoan(cause);
            case KEY_LOAN_DUE, KEY_LOAN_LATE, KEY_LOAN_MISSING -> keys.loan(cause);
            case KEY_SUMMARY -> keys.summary(cause, Helsinki.now(clock));
            case LINE_NEAR -> line(cause);
        };
    }

    private Optional<Letter.Content> fault(UUID fault, int version) {
        return db.select(
                        FAULT.ID,
                        FAULT.NUMBER,
                        PROBLEM,
                        FAULT_EVENT.STATE,
                        FAULT.URGENCY.convertFrom(urgency -> urgency == Urgency.P0 || urgency == Urgency.P1),
                        FAULT.PROMISED_BY,
                        FAULT_EVENT.ACTOR_NAME,
                        FAULT_EVENT.NOTE)
                .from(FAULT)
                .join(FAULT_PROBLEM)
                .on(FAULT_PROBLEM.CODE.eq(FAULT.PROBLEM_CODE))
                .join(FAULT_EVENT)
                .on(FAULT_EVENT.FAULT_ID.eq(FAULT.ID))
                .where(FAULT.ID.eq(fault))
                .and(FAULT_EVENT.VERSION.eq(version))
                .fetchOptional(mapping(Letter.OfFault::new));
    }

    private static Condition booked(UUID visit, int sequence) {
        return VISIT.ID.eq(visit).and(VISIT.ICS_SEQUENCE.eq(sequence)).and(VISIT.STATE.eq(VisitState.BOOKED));
    }

    private Optional<Letter.Content> visit(Condition condition) {
        return db.select(OF_VISIT)
                .from(VISIT)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .join(OFFICE)
                .on(OFFICE.ID.eq(VISIT.OFFICE_ID))
                .where(condition)
                .fetchOptional(Record1::value1)
                .map(visit -> visit);
    }

    /** While it is open and can still be read in time. */
    private Optional<Letter.Content> offer(UUID offer) {
        return db.select(OF_VISIT, Ranges.lower(FREED_TIME.DURING), VISIT_OFFER.UNTIL)
                .from(VISIT_OFFER)
                .join(FREED_TIME)
                .on(FREED_TIME.ID.eq(VISIT_OFFER.FREED_TIME_ID))
                .join(VISIT)
                .on(VISIT.ID.eq(VISIT_OFFER.VISIT_ID))
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .join(OFFICE)
                .on(OFFICE.ID.eq(VISIT.OFFICE_ID))
                .where(VISIT_OFFER.ID.eq(offer))
                .and(VISIT_OFFER.STATE.eq(OfferState.OPEN))
                .and(VISIT_OFFER.UNTIL.gt(Helsinki.now(clock)))
                .and(VISIT.STATE.eq(VisitState.BOOKED))
                .fetchOptional(r -> new Letter.OfOffer(r.value1(), local(r.value2()), local(r.value3())));
    }

    private static LocalDateTime local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime();
    }

    /** Only while the visitor still waits: a word about a turn that has come would be a lie. */
    private Optional<Letter.Content> line(UUID ticket) {
        var before = TICKET.as("before");
        return db.select(
                        Routines.ticketLabel(TICKET.LANE, TICKET.NUMBER),
                        row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new),
                        field(selectCount()
                                .from(before)
                                .where(before.OFFICE_ID.eq(TICKET.OFFICE_ID))
                                .and(before.DAY.eq(TICKET.DAY))
                                .and(before.STATE.eq(TicketState.WAITING))
                                .and(row(before.LANE, before.DUE_AT, before.ID)
                                        .lt(row(TICKET.LANE, TICKET.DUE_AT, TICKET.ID)))))
                .from(TICKET)
                .join(OFFICE)
                .on(OFFICE.ID.eq(TICKET.OFFICE_ID))
                .where(TICKET.ID.eq(ticket))
                .and(TICKET.STATE.eq(TicketState.WAITING))
                .fetchOptional(mapping(Letter.OfLine::new));
    }

    private Optional<Letter.Content> alert(UUID alert) {
        return db.select(
                        ALERT.ID,
                        PROBLEM,
                        row(BUILDING.STREET_FI, BUILDING.STREET_SV, BUILDING.STREET_FI)
                                .mapping(Localized::new),
                        concat(
                                BUILDING.HOUSE_NUMBER,
                                inline(" "),
                                HOME.STAIRCASE,
                                inline(" "),
                                HOME.FLAT_NUMBER.cast(String.class)),
                        FAULT.DESCRIPTION,
                        FAULT.PHONE)
                .from(ALERT)
                .join(FAULT)
                .on(FAULT.ID.eq(ALERT.FAULT_ID))
                .join(FAULT_PROBLEM)
                .on(FAULT_PROBLEM.CODE.eq(FAULT.PROBLEM_CODE))
                .join(BUILDING)
                .on(BUILDING.ID.eq(FAULT.BUILDING_ID))
                .join(HOME)
                .on(HOME.ID.eq(FAULT.HOME_ID))
                .where(ALERT.ID.eq(alert))
                .and(ALERT.STATE.eq(AlertState.TRIGGERED))
                .fetchOptional(mapping(Letter.OfAlert::new));
    }
}
