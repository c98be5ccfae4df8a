package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CALL_BACK;
import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.ContactState.TAKEN;
import static fi.kotiovi.vocabulary.ContactState.WAITING_INTERNAL;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.OpenTimes.Span;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.contact.CallBackAsking.Gap;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.CallBackEnd;
import fi.kotiovi.vocabulary.ContactChannel;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A resident asks to be called, at a time when the office answers the telephone. */
@Service
public class MyCallBacks {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Residents residents;
    private final MyContacts contacts;
    private final MyMatters matters;
    private final CallBackHours hours;

    MyCallBacks(
            DSLContext db,
            Callers callers,
            Clock clock,
            Residents residents,
            MyContacts contacts,
            MyMatters matters,
            CallBackHours hours) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.residents = residents;
        this.contacts = contacts;
        this.matters = matters;
        this.hours = hours;
    }

    /** When we can call, the next first; none for somebody without a home. */
    @Transactional(readOnly = true)
    public List<Span> windows() {
        return residents
                .myLatestHome()
                .map(home -> hours.windows(home.office().id(), Helsinki.now(clock)))
                .orElseGet(List::of);
    }

    /** The call that is still to come, if one is. */
    @Transactional(readOnly = true)
    public Optional<CallBack> open() {
        return calls(CALL_BACK.ENDED_AT.isNull().and(CONTACT.STATE.in(NEW, TAKEN, WAITING_INTERNAL))).stream()
                .findFirst();
    }

    /** What was asked with a contact; empty for any other contact. */
    @Transactional(readOnly = true)
    public Optional<CallBack> of(UUID contact) {
        return calls(CALL_BACK.CONTACT_ID.eq(contact)).stream().findFirst();
    }

    /** Asks for a call; one at a time, once per submission. {@code from} is the beginning of one of the windows. */
    @Transactional
    public CallBackAsking ask(
            UUID submission, String phone, @Nullable OffsetDateTime from, String topic, String words) {
        var me = callers.resident().id();
        var message = new WriteContact(submission, topic, PhoneNote.firstLine(words), words, List.of());
        var number = PhoneNumbers.parse(phone);
        residents.oneAtATime();
        var before = open();
        if (before.isPresent()) {
            return new CallBackAsking.Asked(before.get());
        }
        var window = windows().stream()
                .filter(one -> from != null && one.from().isEqual(from))
                .findFirst();
        var gaps = gaps(message, phone);
        if (window.isEmpty()) {
            gaps.add(Gap.WINDOW);
        }
        if (!gaps.isEmpty()) {
            return new CallBackAsking.Incomplete(gaps);
        }
        var when = window.orElseThrow();
        if (!(contacts.write(message, ContactChannel.PHONE, when) instanceof Writing.Sent sent)) {
            throw new IllegalStateException("What was checked before is complete.");
        }
        db.insertInto(CALL_BACK)
                .set(CALL_BACK.CONTACT_ID, sent.contact().id())
                .set(CALL_BACK.RESIDENT_ID, me)
                .set(CALL_BACK.PHONE, number.orElseThrow())
                .set(CALL_BACK.DURING, Ranges.range(when.from(), when.until()))
                .onConflict(CALL_BACK.CONTACT_ID)
                .doNothing()
                .execute();
        return new CallBackAsking.Asked(of(sent.contact().id()).orElseThrow());
    }

    /** No call is needed any more. False when somebody is calling just now, or has called. */
    @Transactional
    public boolean cancel(UUID contact) {
        return of(contact).filter(CallBack::isOpen).isPresent()
                && matters.close(contact)
                && db.update(CALL_BACK)
                                .set(CALL_BACK.ENDED, CallBackEnd.CANCELLED)
                                .set(CALL_BACK.ENDED_AT, Helsinki.now(clock))
                                .where(CALL_BACK.CONTACT_ID.eq(contact))
                                .and(CALL_BACK.RESIDENT_ID.eq(callers.resident().id()))
                                .execute()
                        == 1;
    }

    private static EnumSet<Gap> gaps(WriteContact message, String phone) {
        var gaps = EnumSet.noneOf(Gap.class);
        if (phone.isBlank()) {
            gaps.add(Gap.PHONE_MISSING);
        } else if (PhoneNumbers.parse(phone).isEmpty()) {
            gaps.add(Gap.PHONE_IMPOSSIBLE);
        }
        if (message.topic().isEmpty()) {
            gaps.add(Gap.TOPIC);
        }
        if (message.body().isBlank()) {
            gaps.add(Gap.BODY_MISSING);
        }
        if (message.body().codePointCount(0, message.body().length()) > WriteContact.LONGEST_BODY) {
            gaps.add(Gap.BODY_TOO_LONG);
        }
        return gaps;
    }

    private List<CallBack> calls(Condition which) {
        return db.select(
                        CALL_BACK.CONTACT_ID,
                        CALL_BACK.PHONE,
                        CALL_BACK.DURING.convertFrom(Span::of),
                        CALL_BACK.TRIES,
                        CALL_BACK.ENDED)
                .from(CALL_BACK)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CALL_BACK.CONTACT_ID))
                .where(which)
                .and(CALL_BACK.RESIDENT_ID.eq(callers.resident().id()))
                .orderBy(CONTACT.ARRIVED_AT.desc())
                .limit(1)
                .fetch(mapping(CallBack::of));
    }
}
