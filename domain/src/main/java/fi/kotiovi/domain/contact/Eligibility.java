package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_EVENT;
import static fi.kotiovi.db.Tables.STAFF_LANGUAGE;
import static fi.kotiovi.db.Tables.TEAM_COVERS;
import static fi.kotiovi.db.Tables.TEAM_MEMBER;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import fi.kotiovi.vocabulary.ContactEventKind;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * Which contacts somebody may take. Whoever is in a team takes what its topics and offices are, what no team looks after,
 * and what was handed to the team by name. Whoever is in no team takes from every topic and office, as everybody did
 * before there were teams, but not what was handed to a team. Whoever has languages written down takes those; others
 * take all. What comes back to somebody, a reply or a promise that is due, is left to that person while present. Within this
 * the order of arrival is strict.
 *
 * <p>Nothing here depends on the single contact except by comparing its columns with lists that the database makes once
 * a statement, so that walking the line in its order stays cheap.
 */
final class Eligibility {
    private Eligibility() {}

    static Condition of(UUID staff, OffsetDateTime now) {
        var matter = row(CONTACT.TOPIC_CODE, CONTACT.OFFICE_ID);
        var inNoTeam = notExists(selectOne().from(TEAM_MEMBER).where(TEAM_MEMBER.STAFF_ID.eq(staff)));
        var ofMyTeams = matter.in(select(TEAM_COVERS.TOPIC_CODE, TEAM_COVERS.OFFICE_ID)
                .from(TEAM_COVERS)
                .join(TEAM_MEMBER)
                .on(TEAM_MEMBER.TEAM_ID.eq(TEAM_COVERS.TEAM_ID))
                .where(TEAM_MEMBER.STAFF_ID.eq(staff)));
        var ofNoTeam = matter.notIn(
                select(TEAM_COVERS.TOPIC_CODE, TEAM_COVERS.OFFICE_ID).from(TEAM_COVERS));
        var handedToMyTeam =
                CONTACT.TEAM_ID.in(select(TEAM_MEMBER.TEAM_ID).from(TEAM_MEMBER).where(TEAM_MEMBER.STAFF_ID.eq(staff)));
        var anyLanguage = notExists(selectOne().from(STAFF_LANGUAGE).where(STAFF_LANGUAGE.STAFF_ID.eq(staff)));
        var myLanguages = CONTACT.LANGUAGE.in(
                select(STAFF_LANGUAGE.LANGUAGE).from(STAFF_LANGUAGE).where(STAFF_LANGUAGE.STAFF_ID.eq(staff)));
        var free = CONTACT.RESERVED_FOR
                .isNull()
                .or(CONTACT.RESERVED_UNTIL.le(now))
                .or(CONTACT.RESERVED_FOR.notIn(Presences.present(now)));
        return CONTACT.RESERVED_FOR
                .isNotDistinctFrom(staff)
                .or(free.and(handedToMyTeam.or(CONTACT.TEAM_ID
                                .isNull()
                                .and(inNoTeam.or(ofMyTeams).or(ofNoTeam))))
                        .and(anyLanguage.or(myLanguages)));
    }

    /** What somebody gave back a moment ago: left to colleagues, unless nothing else waits. */
    static Select<Record1<UUID>> handedBackBy(UUID me, OffsetDateTime now) {
        return select(CONTACT_EVENT.CONTACT_ID)
                .from(CONTACT_EVENT)
                .where(CONTACT_EVENT.STAFF_ID.eq(me))
                .and(CONTACT_EVENT.KIND.eq(inline(ContactEventKind.HANDED_BACK)))
                .and(CONTACT_EVENT.AT.gt(now.minus(ContactQueue.LEFT_TO_COLLEAGUES)));
    }
}
