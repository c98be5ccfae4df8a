package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.STAFF_HAS_ROLE;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom to tell about keys. */
@Component
class KeyPeople {
    private final DSLContext db;
    private final Outbox outbox;

    KeyPeople(DSLContext db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    /** Whoever took it, else all of the crew; for a contractor without a mail address the clerk who lent it calls. */
    List<UUID> borrowers(@Nullable UUID crew, @Nullable UUID borrower, UUID lentBy) {
        if (borrower != null) {
            return List.of(borrower);
        }
        return crew == null
                ? List.of(lentBy)
                : db.select(STAFF.ID).from(STAFF).where(STAFF.CREW_ID.eq(crew)).fetch(STAFF.ID);
    }

    /** The foremen of an office; where there is none, its managers. */
    List<UUID> foremen(UUID office) {
        var foremen = with(StaffRole.FOREMAN, STAFF.OFFICE_ID.eq(office));
        return foremen.isEmpty() ? with(StaffRole.MANAGER, STAFF.OFFICE_ID.eq(office)) : foremen;
    }

    List<UUID> desk(UUID office) {
        return with(StaffRole.DESK, STAFF.OFFICE_ID.eq(office));
    }

    /** One letter a day, however much has piled up: the number of the day makes it so. */
    void summarise(UUID office, OffsetDateTime now) {
        int day = (int) Helsinki.dateOf(now).toEpochDay();
        desk(office).forEach(clerk -> outbox.toStaff(clerk, NotificationKind.KEY_SUMMARY, office, day));
    }

    private List<UUID> with(StaffRole role, Condition where) {
        return db.select(STAFF.ID)
                .from(STAFF)
                .join(STAFF_HAS_ROLE)
                .on(STAFF_HAS_ROLE.STAFF_ID.eq(STAFF.ID))
                .where(STAFF_HAS_ROLE.ROLE.eq(role))
                .and(where)
                .orderBy(STAFF.ID)
                .fetch(STAFF.ID);
    }
}
