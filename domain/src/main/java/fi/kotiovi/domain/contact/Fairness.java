package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.CONTACT_TOPIC;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.TEAM;
import static fi.kotiovi.db.Tables.TEAM_COVERS;
import static fi.kotiovi.db.Tables.TEAM_MEMBER;
import static fi.kotiovi.vocabulary.ContactEventKind.ANSWERED;
import static fi.kotiovi.vocabulary.ContactEventKind.ANSWER_WITHDRAWN;
import static fi.kotiovi.vocabulary.ContactEventKind.ARRIVED;
import static fi.kotiovi.vocabulary.ContactEventKind.HANDED_BACK;
import static fi.kotiovi.vocabulary.ContactEventKind.LEASE_LOST;
import static fi.kotiovi.vocabulary.ContactEventKind.RESIDENT_REPLIED;
import static fi.kotiovi.vocabulary.ContactEventKind.TAKEN;
import static fi.kotiovi.vocabulary.ContactEventKind.UNMERGED;
import static fi.kotiovi.vocabulary.ContactState.NEW;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.privacy.Secrets;
import fi.kotiovi.vocabulary.ContactEventKind;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the line keeps its promise: first come, first served, and nobody forgotten. For the weekly meeting. */
@Service
public class Fairness {
    /** What happened in this time is counted. */
    public static final Duration LOOKED_AT = Duration.ofDays(7);

    /** Whoever passes over somebody meets them again on the same day. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    Fairness(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * How often somebody took a newer contact while an older one, which the same person took later on, waited in the line
     * for everybody. It must be none. What was kept for one person, promised, given back by the person, or a chat beside
     * another chat is not counted.
     */
    @Transactional(readOnly = true)
    public int inversions() {
        callers.staff(MANAGER);
        var newer = CONTACT_EVENT.as("newer");
        var older = CONTACT_EVENT.as("older");
        var before = CONTACT_EVENT.as("before");
        var taken = CONTACT.as("taken");
        var waited = CONTACT.as("waited");
        var lastStep = field(select(before.ID)
                .from(before)
                .where(before.CONTACT_ID.eq(waited.ID))
                .and(before.AT.lt(newer.AT))
                .and(before.KIND.ne(inline(RESIDENT_REPLIED)))
                .orderBy(before.ID.desc())
                .limit(1));
        var step = CONTACT_EVENT.as("step");
        return db.select(countDistinct(newer.ID))
                .from(newer)
                .join(older)
                .on(older.STAFF_ID.eq(newer.STAFF_ID))
                .and(older.AT.gt(newer.AT))
                .join(taken)
                .on(taken.ID.eq(newer.CONTACT_ID))
                .join(waited)
                .on(waited.ID.eq(older.CONTACT_ID))
                .join(step)
                .on(step.ID.eq(lastStep))
                .where(newer.KIND.eq(inline(TAKEN)))
                .and(newer.REASON.ne(inline(ChatHands.BESIDE)))
                .and(older.KIND.eq(inline(TAKEN)))
                .and(newer.AT.gt(since()))
                .and(older.AT.gt(since()))
                .and(older.AT.lt(newer.AT.plus(DayToSecond.valueOf(A_DAY))))
                .and(row(waited.ARRIVED_AT, waited.ID).lt(row(taken.ARRIVED_AT, taken.ID)))
                // one that came back with a reply since then arrived anew; where it stood before is not known any more
                .and(taken.ARRIVED_AT.le(newer.AT))
                .and(step.KIND
                        .in(inline(ARRIVED), inline(LEASE_LOST), inline(UNMERGED))
                        .or(step.KIND.eq(inline(HANDED_BACK)).and(step.STAFF_ID.ne(newer.STAFF_ID))))
                .fetchSingle()
                .value1();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Skip> skips(int limit) {
        callers.staff(MANAGER);
        return db.select(
                        CONTACT_EVENT.AT,
                        CONTACT.NUMBER,
                        CONTACT.SUBJECT.convertFrom(Secrets::masked),
                        concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME),
                        CONTACT_EVENT.REASON)
                .from(CONTACT_EVENT)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_EVENT.CONTACT_ID))
                .join(STAFF)
                .on(STAFF.ID.eq(CONTACT_EVENT.STAFF_ID))
                .where(CONTACT_EVENT.KIND.eq(inline(HANDED_BACK)))
                .and(CONTACT_EVENT.AT.gt(since()))
                .orderBy(CONTACT_EVENT.AT.desc(), CONTACT_EVENT.ID.desc())
                .limit(limit)
                .fetch(mapping(Skip::new));
    }

    /** Every topic, in the order residents see them. */
    @Transactional(readOnly = true)
    public List<Share> topics() {
        callers.staff(MANAGER);
        var now = Helsinki.now(clock);
        var ofTopic = CONTACT.TOPIC_CODE.eq(CONTACT_TOPIC.CODE);
        return db.select(
                        row(CONTACT_TOPIC.NAME_FI, CONTACT_TOPIC.NAME_SV, CONTACT_TOPIC.NAME_EN)
                                .mapping(Localized::new),
                        waiting(ofTopic),
                        oldest(ofTopic),
                        waiting(ofTopic.and(CONTACT.PROMISED_BY.lt(now))),
                        field(selectCount()
                                .from(CONTACT_EVENT)
                                .join(CONTACT)
                                .on(CONTACT.ID.eq(CONTACT_EVENT.CONTACT_ID))
                                .where(CONTACT_EVENT.KIND.eq(inline(HANDED_BACK)))
                                .and(CONTACT_EVENT.AT.gt(since()))
                                .and(ofTopic)),
                        field(exists(selectOne()
                                        .from(TEAM_MEMBER)
                                        .where(TEAM_MEMBER.STAFF_ID.in(Presences.present(now)))
                                        .and(TEAM_MEMBER.TEAM_ID.in(select(TEAM_COVERS.TEAM_ID)
                                                .from(TEAM_COVERS)
                                                .where(TEAM_COVERS.TOPIC_CODE.eq(CONTACT_TOPIC.CODE)))))
                                .or(someTeamlessIsPresent(now))
                                .or(CONTACT_TOPIC
                                        .CODE
                                        .notIn(select(TEAM_COVERS.TOPIC_CODE).from(TEAM_COVERS))
                                        .and(exists(Presences.present(now))))))
                .from(CONTACT_TOPIC)
                .orderBy(CONTACT_TOPIC.POSITION)
                .fetch(mapping(Share::new));
    }

    /** Every team, by name. */
    @Transactional(readOnly = true)
    public List<TeamShare> teams() {
        callers.staff(MANAGER);
        var now = Helsinki.now(clock);
        var ofTeam = CONTACT.TEAM_ID
                .eq(TEAM.ID)
                .or(CONTACT.TEAM_ID
                        .isNull()
                        .and(row(CONTACT.TOPIC_CODE, CONTACT.OFFICE_ID)
                                .in(select(TEAM_COVERS.TOPIC_CODE, TEAM_COVERS.OFFICE_ID)
                                        .from(TEAM_COVERS)
                                        .where(TEAM_COVERS.TEAM_ID.eq(TEAM.ID)))));
        return db.select(
                        TEAM.NAME,
                        waiting(ofTeam),
                        oldest(ofTeam),
                        field(selectCount().from(TEAM_MEMBER).where(TEAM_MEMBER.TEAM_ID.eq(TEAM.ID))),
                        field(selectCount()
                                .from(TEAM_MEMBER)
                                .where(TEAM_MEMBER.TEAM_ID.eq(TEAM.ID))
                                .and(TEAM_MEMBER.STAFF_ID.in(Presences.present(now)))))
                .from(TEAM)
                .orderBy(TEAM.NAME)
                .fetch(mapping(TeamShare::new));
    }

    /** How many answers were given and not held back. */
    @Transactional(readOnly = true)
    public int answers() {
        callers.staff(MANAGER);
        return events(ANSWERED) - events(ANSWER_WITHDRAWN);
    }

    private int events(ContactEventKind kind) {
        return db.fetchCount(CONTACT_EVENT, CONTACT_EVENT.KIND.eq(inline(kind)).and(CONTACT_EVENT.AT.gt(since())));
    }

    private static Condition someTeamlessIsPresent(OffsetDateTime now) {
        return exists(selectOne()
                .from(STAFF)
                .where(STAFF.ID.in(Presences.present(now)))
                .and(STAFF.ID.notIn(select(TEAM_MEMBER.STAFF_ID).from(TEAM_MEMBER))));
    }

    private static Field<Integer> waiting(Condition which) {
        return field(select(count())
                .from(CONTACT)
                .where(CONTACT.STATE.eq(inline(NEW)))
                .and(which));
    }

    private static Field<OffsetDateTime> oldest(Condition which) {
        return field(select(min(CONTACT.ARRIVED_AT))
                .from(CONTACT)
                .where(CONTACT.STATE.eq(inline(NEW)))
                .and(which));
    }

    private OffsetDateTime since() {
        return Helsinki.now(clock).minus(LOOKED_AT);
    }

    /** Somebody gave something back. */
    public record Skip(OffsetDateTime at, String number, String subject, String who, String reason) {}

    /** A topic; {@code manned} when somebody at work may take it. */
    public record Share(
            Localized topic, int waiting, @Nullable OffsetDateTime oldest, int late, int skips, boolean manned) {
        /** Somebody waits too long, or for nobody. */
        public boolean needsHelp() {
            return waiting > 0 && (late > 0 || !manned);
        }
    }

    /** A team. */
    public record TeamShare(
            String name, int waiting, @Nullable OffsetDateTime oldest, int people, int present) {}
}
