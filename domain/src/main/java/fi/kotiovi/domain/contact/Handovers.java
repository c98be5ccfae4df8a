package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.QUEUE_PRESENCE;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.TEAM;
import static fi.kotiovi.db.Tables.TEAM_MEMBER;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.ContactEventKind;
import fi.kotiovi.vocabulary.ContactMark;
import fi.kotiovi.vocabulary.ContactState;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a contact to a team or to a colleague who is at work. It keeps its place in the line. */
@Service
public class Handovers {
    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;
    private final Threads threads;

    Handovers(DSLContext db, Callers callers, Clock clock, Threads threads) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
        this.threads = threads;
    }

    /** Teams that have people, and colleagues who are at work; teams first, both by name. */
    @Transactional(readOnly = true)
    public List<Target> targets() {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var teams = db.select(inline(true), TEAM.ID, TEAM.NAME)
                .from(TEAM)
                .where(TEAM.ID.in(select(TEAM_MEMBER.TEAM_ID).from(TEAM_MEMBER)))
                .orderBy(TEAM.NAME)
                .fetch(mapping(Target::new));
        var people = db.select(inline(false), STAFF.ID, concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME))
                .from(STAFF)
                .where(STAFF.ID.in(Presences.present(Helsinki.now(clock))))
                .and(STAFF.ID.ne(me))
                .orderBy(STAFF.FAMILY_NAME, STAFF.GIVEN_NAME)
                .fetch(mapping(Target::new));
        teams.addAll(people);
        return teams;
    }

    /** What a colleague does not get to before the promise comes near, or before leaving, is the line's again. */
    @Transactional
    public HandingOver give(UUID contact, Target to, String given) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        var reason = Storable.text(given).strip();
        var now = Helsinki.now(clock);
        if (reason.isEmpty()) {
            return HandingOver.NO_REASON;
        }
        if (!isThere(to)) {
            return HandingOver.NOBODY_THERE;
        }
        var back = db.update(CONTACT)
                .set(CONTACT.STATE, ContactState.NEW)
                .setNull(CONTACT.OWNER_ID)
                .setNull(CONTACT.LEASE_UNTIL)
                .set(CONTACT.MARK, ContactMark.HANDED_OVER)
                .set(CONTACT.RETURNED_REASON, reason)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1));
        var gave = (to.isTeam()
                        ? back.set(CONTACT.TEAM_ID, to.id())
                                .setNull(CONTACT.RESERVED_FOR)
                                .setNull(CONTACT.RESERVED_UNTIL)
                        : back.set(CONTACT.RESERVED_FOR, to.id())
                                .set(CONTACT.RESERVED_UNTIL, ContactPromises.beforeItIsLate()))
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.OWNER_ID.eq(me))
                .execute();
        if (gave == 0) {
            return HandingOver.NOT_IN_HAND;
        }
        threads.event(contact, ContactEventKind.HANDED_OVER, now, me, reason);
        return HandingOver.DONE;
    }

    private boolean isThere(Target to) {
        return to.isTeam()
                ? db.fetchExists(TEAM_MEMBER, TEAM_MEMBER.TEAM_ID.eq(to.id()))
                : db.fetchExists(
                        QUEUE_PRESENCE,
                        QUEUE_PRESENCE
                                .STAFF_ID
                                .eq(to.id())
                                .and(QUEUE_PRESENCE.STAFF_ID.in(Presences.present(Helsinki.now(clock)))));
    }

    /** Whom a contact can be given to. */
    public record Target(boolean isTeam, UUID id, String name) implements Serializable {}
}
