package fi.kotiovi.domain.notification;

import static fi.kotiovi.db.Tables.NOTIFICATION;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.NotificationChannel;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.NotificationState;
import fi.kotiovi.vocabulary.StaffRole;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What went to whom and when, or why not. */
@Service
public class SentLog {
    private final DSLContext db;
    private final Callers callers;

    SentLog(DSLContext db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /** The newest first, {@code limit} of them from {@code offset}. */
    @Transactional(readOnly = true)
    public List<Entry> newestFirst(int offset, int limit) {
        mayRead();
        return db.select(
                        NOTIFICATION.ID,
                        NOTIFICATION.KIND,
                        NOTIFICATION.CHANNEL,
                        NOTIFICATION.RECIPIENT,
                        NOTIFICATION.STATE,
                        NOTIFICATION.CREATED_AT,
                        NOTIFICATION.SENT_AT,
                        NOTIFICATION.ATTEMPTS,
                        NOTIFICATION.SUBJECT,
                        NOTIFICATION.BODY,
                        NOTIFICATION.REASON,
                        NOTIFICATION.BOUNCE)
                .from(NOTIFICATION)
                .orderBy(NOTIFICATION.CREATED_AT.desc(), NOTIFICATION.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Entry::new));
    }

    @Transactional(readOnly = true)
    public int count() {
        mayRead();
        return db.fetchCount(NOTIFICATION);
    }

    private void mayRead() {
        callers.staff(StaffRole.DESK, StaffRole.AGENT, StaffRole.FOREMAN, StaffRole.MANAGER, StaffRole.ADMIN);
    }

    /**
     * One letter; subject and body are missing until it was sent, the reason says why it was not or not
     * yet, and the bounce what a mail server said when it came back.
     */
    public record Entry(
            UUID id,
            NotificationKind kind,
            NotificationChannel channel,
            String recipient,
            NotificationState state,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime sentAt,
            int attempts,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String reason,
            @Nullable String bounce)
            implements Serializable {}
}
