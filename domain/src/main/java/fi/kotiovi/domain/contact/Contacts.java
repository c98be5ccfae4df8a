package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_RATING;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;

import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.AccessReason;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Any contact as the office may read it, in whoever's hand it is and whatever has become of it. */
@Service
public class Contacts {
    private final DSLContext db;
    private final Callers callers;
    private final ContactRows rows;
    private final AccessLog accessLog;

    Contacts(DSLContext db, Callers callers, ContactRows rows, AccessLog accessLog) {
        this.db = db;
        this.callers = callers;
        this.rows = rows;
        this.accessLog = accessLog;
    }

    /** The contact of that number. The look is written down for its resident to read, once a day. */
    @Transactional
    public Optional<Shown> read(String number) {
        var me = callers.staff(AGENT, DESK, MANAGER);
        var found = find(number);
        found.ifPresent(shown -> {
            var resident = shown.contact().residentId();
            if (resident != null) {
                accessLog.noteShown(
                        me,
                        AccessReason.SEARCHING,
                        List.of(new AccessLog.Shown(resident, shown.contact().id())));
            }
        });
        return found;
    }

    /** The same as it stands now, for a page that is open already. */
    @Transactional(readOnly = true)
    public Optional<Shown> find(String number) {
        callers.staff(AGENT, DESK, MANAGER);
        return rows.list(CONTACT.NUMBER.eq(number), 0, 1, CONTACT.ID).stream()
                .findFirst()
                .map(this::shown);
    }

    private Shown shown(Waiting contact) {
        var into = CONTACT.as("into");
        return db.select(STAFF.GIVEN_NAME, into.NUMBER, CONTACT_RATING.VERDICT, CONTACT_RATING.WORD)
                .from(CONTACT)
                .leftJoin(STAFF)
                .on(STAFF.ID.eq(CONTACT.OWNER_ID))
                .leftJoin(into)
                .on(into.ID.eq(CONTACT.MERGED_INTO))
                .leftJoin(CONTACT_RATING)
                .on(CONTACT_RATING.CONTACT_ID.eq(CONTACT.ID))
                .where(CONTACT.ID.eq(contact.id()))
                .fetchSingle(r -> new Shown(
                        contact,
                        r.value1(),
                        r.value2(),
                        r.value3() == null ? null : new Verdict(r.value3(), r.value4())));
    }

    /**
     * A contact and what is known of it besides.
     *
     * @param owner the given name of whoever has it in hand
     * @param partOf the number of the contact it was merged into
     */
    public record Shown(
            Waiting contact,
            @Nullable String owner,
            @Nullable String partOf,
            @Nullable Verdict verdict) {
        public UUID id() {
            return contact.id();
        }
    }
}
