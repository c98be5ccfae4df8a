package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.NOTIFICATION;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Notes on a letter of ours that it came back. */
@Component
class Bounces {
    private static final Pattern OURS =
            Pattern.compile("(?i)<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@");
    private static final int LONGEST = 500;

    private final DSLContext db;
    private final Clock clock;

    Bounces(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Found by the Message-ID that only its recipient and the servers on the way know. */
    void note(IncomingMail.Report report) {
        var id = OURS.matcher(report.originalMessageId());
        if (!id.find()) {
            return;
        }
        var words = Storable.text(report.words()).strip();
        db.update(NOTIFICATION)
                .set(NOTIFICATION.BOUNCED_AT, Helsinki.now(clock))
                .set(NOTIFICATION.BOUNCE, words.isEmpty() ? "?" : MailWords.first(words, LONGEST))
                .where(NOTIFICATION.ID.eq(UUID.fromString(id.group(1))))
                .and(NOTIFICATION.MESSAGE_ID.eq(report.originalMessageId()))
                .and(NOTIFICATION.BOUNCED_AT.isNull())
                .execute();
    }
}
