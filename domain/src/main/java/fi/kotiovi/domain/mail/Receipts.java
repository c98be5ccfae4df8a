package fi.kotiovi.domain.mail;

import static fi.kotiovi.db.Tables.NOTIFICATION;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.notification.Outbox;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Tells whoever wrote by mail that it has arrived. The brake is on from the first one, because the other side may be a
 * machine that answers too: two of us that write to each other stop after one letter each way (field-notes.md M01, M02).
 */
@Component
class Receipts {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);
    /** One sequence for all times: the outbox takes it once per contact and address. */
    private static final int ONCE = 0;

    private static final int PER_ADDRESS_A_DAY = 5;
    private static final int PER_DOMAIN_AN_HOUR = 200;
    private static final Set<String> NOBODY_READS =
            Set.of("noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "ei-vastausta", "alavastaa");

    private final DSLContext db;
    private final Clock clock;
    private final Outbox outbox;

    Receipts(DSLContext db, Clock clock, Outbox outbox) {
        this.db = db;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** For a contact that is new; nothing happens when the brake is on. */
    void confirm(UUID contact, IncomingMail.Sender sender) {
        if (NOBODY_READS.contains(sender.localPart())) {
            return;
        }
        var toSender = NOTIFICATION.RECIPIENT.eq(sender.address());
        var toDomain = NOTIFICATION.RECIPIENT.like("%@" + sender.domain().replaceAll("[%_\\\\]", "\\\\$0"));
        if (since(DAY, toSender) < PER_ADDRESS_A_DAY && since(HOUR, toDomain) < PER_DOMAIN_AN_HOUR) {
            outbox.toWriter(contact, NotificationKind.CONTACT_RECEIVED, ONCE);
        }
    }

    private int since(Duration ago, Condition whose) {
        return db.fetchCount(
                NOTIFICATION,
                NOTIFICATION
                        .KIND
                        .eq(DSL.inline(NotificationKind.CONTACT_RECEIVED))
                        .and(NOTIFICATION.CREATED_AT.gt(Helsinki.now(clock).minus(ago)))
                        .and(whose));
    }
}
