package fi.kotiovi.domain.source;

import static fi.kotiovi.db.Tables.CONTACT_SOURCE;
import static fi.kotiovi.db.Tables.CONTACT_SOURCE_EVENT;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.vocabulary.StaffRole.ADMIN;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.ContactSourceEventKind;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which systems may bring contacts; a manager or an administrator decides, and every decision stays on record. */
@Service
public class ContactSources {
    /** Characters. */
    public static final int LONGEST_NAME = 60;

    private static final int SHOWN = 100;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    ContactSources(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** What a source may bring: not what people do in person. */
    public static List<ContactChannel> channels() {
        return Arrays.stream(ContactChannel.values())
                .filter(channel -> channel != ContactChannel.CHAT && channel != ContactChannel.WALK_IN)
                .toList();
    }

    /** Those that may bring something first, by name. */
    @Transactional(readOnly = true)
    public List<Source> list() {
        me();
        return db.select(
                        CONTACT_SOURCE.ID,
                        CONTACT_SOURCE.NAME,
                        CONTACT_SOURCE.CHANNEL,
                        CONTACT_SOURCE.KEY_SINCE,
                        CONTACT_SOURCE.LAST_AT,
                        CONTACT_SOURCE.ENDED_AT)
                .from(CONTACT_SOURCE)
                .orderBy(CONTACT_SOURCE.ENDED_AT.isNotNull(), CONTACT_SOURCE.NAME)
                .limit(SHOWN)
                .fetch(mapping(Source::new));
    }

    @Transactional
    public Sourcing make(String given, ContactChannel channel) {
        var me = me();
        var name = Storable.text(given).strip();
        if (name.isEmpty()) {
            return new Sourcing.NameMissing();
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return new Sourcing.NameTooLong();
        }
        var key = SourceKeys.make();
        var now = Helsinki.now(clock);
        var made = db.insertInto(CONTACT_SOURCE)
                .set(CONTACT_SOURCE.NAME, name)
                .set(CONTACT_SOURCE.CHANNEL, channel)
                .set(CONTACT_SOURCE.OFFICE_ID, office(me))
                .set(CONTACT_SOURCE.KEY_SHA256, SourceKeys.hash(key))
                .set(CONTACT_SOURCE.MADE_AT, now)
                .set(CONTACT_SOURCE.KEY_SINCE, now)
                .onConflict(CONTACT_SOURCE.NAME)
                .doNothing()
                .returningResult(CONTACT_SOURCE.ID)
                .fetchOptional(CONTACT_SOURCE.ID);
        made.ifPresent(source -> event(source, ContactSourceEventKind.MADE, me));
        return made.isPresent() ? new Sourcing.Made(key) : new Sourcing.NameTaken();
    }

    /** A new key; the old one is worth nothing from now on. Empty for a source that has been ended. */
    @Transactional
    public Optional<String> changeKey(UUID source) {
        var me = me();
        var key = SourceKeys.make();
        var changed = db.update(CONTACT_SOURCE)
                .set(CONTACT_SOURCE.KEY_SHA256, SourceKeys.hash(key))
                .set(CONTACT_SOURCE.KEY_SINCE, Helsinki.now(clock))
                .where(CONTACT_SOURCE.ID.eq(source))
                .and(CONTACT_SOURCE.ENDED_AT.isNull())
                .execute();
        if (changed == 0) {
            return Optional.empty();
        }
        event(source, ContactSourceEventKind.KEY_CHANGED, me);
        return Optional.of(key);
    }

    /** It may bring nothing more; what it brought stays. */
    @Transactional
    public void end(UUID source) {
        var me = me();
        var ended = db.update(CONTACT_SOURCE)
                .set(CONTACT_SOURCE.ENDED_AT, Helsinki.now(clock))
                .where(CONTACT_SOURCE.ID.eq(source))
                .and(CONTACT_SOURCE.ENDED_AT.isNull())
                .execute();
        if (ended > 0) {
            event(source, ContactSourceEventKind.ENDED, me);
        }
    }

    private void event(UUID source, ContactSourceEventKind kind, Caller.Staff me) {
        db.insertInto(CONTACT_SOURCE_EVENT)
                .set(CONTACT_SOURCE_EVENT.SOURCE_ID, source)
                .set(CONTACT_SOURCE_EVENT.KIND, kind)
                .set(CONTACT_SOURCE_EVENT.AT, Helsinki.now(clock))
                .set(CONTACT_SOURCE_EVENT.STAFF_ID, me.id())
                .execute();
    }

    /** Where somebody goes whom nobody knows: the office of whoever makes the source, else the first there is. */
    private UUID office(Caller.Staff me) {
        return Optional.ofNullable(me.officeId())
                .orElseGet(() -> db.select(OFFICE.ID)
                        .from(OFFICE)
                        .orderBy(OFFICE.CODE)
                        .limit(1)
                        .fetchSingle(mapping(id -> id)));
    }

    private Caller.Staff me() {
        return callers.staff(MANAGER, ADMIN);
    }
}
