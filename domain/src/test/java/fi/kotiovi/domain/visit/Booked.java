package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.NOTIFICATION;
import static fi.kotiovi.db.Tables.VISIT;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.LinkedVisits.Link;
import fi.kotiovi.vocabulary.NotificationKind;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

/** Visits that somebody has booked, for tests of what comes after. */
final class Booked {
    private final Town town;

    Booked(Town town) {
        this.town = town;
    }

    Visit by(Caller.Resident who, String type, OffsetDateTime start) {
        var visits = town.portal(OfficeVisits.class);
        var held = done(town.as(who, () -> visits.hold(type, start)));
        return done(town.as(who, () -> visits.confirm(held.id())));
    }

    /** The link that only the mail knows. */
    Link link(Visit visit) {
        return new Link(
                Objects.requireNonNull(town.db()
                        .select(VISIT.LINK)
                        .from(VISIT)
                        .where(VISIT.ID.eq(visit.id()))
                        .fetchOne(VISIT.LINK)),
                "192.0.2.7");
    }

    int mails(UUID cause, NotificationKind kind) {
        return town.db()
                .fetchCount(NOTIFICATION, NOTIFICATION.CAUSE_ID.eq(cause).and(NOTIFICATION.KIND.eq(kind)));
    }

    static Visit done(Booking booking) {
        return Expect.a(Booking.Done.class, booking).visit();
    }
}
