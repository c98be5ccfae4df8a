package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT_TOPIC;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.STAFF;
import static fi.kotiovi.db.Tables.STAFF_HAS_ROLE;
import static fi.kotiovi.db.Tables.STAFF_LANGUAGE;
import static fi.kotiovi.db.Tables.TEAM;
import static fi.kotiovi.db.Tables.TEAM_MEMBER;
import static fi.kotiovi.db.Tables.TEAM_OFFICE;
import static fi.kotiovi.db.Tables.TEAM_TOPIC;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Result;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who looks after what; a manager decides, and whoever takes the next gets it accordingly. */
@Service
public class Teams {
    /** Characters. */
    public static final int LONGEST_NAME = 60;

    private final DSLContext db;
    private final Callers callers;

    Teams(DSLContext db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Team> list() {
        callers.staff(AGENT, DESK, MANAGER);
        return db.select(
                        TEAM.ID,
                        TEAM.NAME,
                        multiset(select(TEAM_MEMBER.STAFF_ID).from(TEAM_MEMBER).where(TEAM_MEMBER.TEAM_ID.eq(TEAM.ID)))
                                .convertFrom(Teams::set),
                        multiset(select(TEAM_TOPIC.TOPIC_CODE).from(TEAM_TOPIC).where(TEAM_TOPIC.TEAM_ID.eq(TEAM.ID)))
                                .convertFrom(Teams::set),
                        multiset(select(TEAM_OFFICE.OFFICE_ID).from(TEAM_OFFICE).where(TEAM_OFFICE.TEAM_ID.eq(TEAM.ID)))
                                .convertFrom(Teams::set))
                .from(TEAM)
                .orderBy(TEAM.NAME)
                .fetch(mapping(Team::new));
    }

    /** Everybody who answers, by name. */
    @Transactional(readOnly = true)
    public List<Answerer> answerers() {
        callers.staff(AGENT, DESK, MANAGER);
        return db.select(
                        STAFF.ID,
                        concat(STAFF.GIVEN_NAME, inline(" "), STAFF.FAMILY_NAME),
                        multiset(select(STAFF_LANGUAGE.LANGUAGE)
                                        .from(STAFF_LANGUAGE)
                                        .where(STAFF_LANGUAGE.STAFF_ID.eq(STAFF.ID)))
                                .convertFrom(Teams::set))
                .from(STAFF)
                .where(STAFF.ID.in(select(STAFF_HAS_ROLE.STAFF_ID)
                        .from(STAFF_HAS_ROLE)
                        .where(STAFF_HAS_ROLE.ROLE.in(AGENT, DESK, MANAGER))))
                .orderBy(STAFF.FAMILY_NAME, STAFF.GIVEN_NAME, STAFF.ID)
                .fetch(mapping(Answerer::new));
    }

    /** What a team can look after. */
    @Transactional(readOnly = true)
    public Choices choices() {
        callers.staff(MANAGER);
        return new Choices(
                db.select(
                                CONTACT_TOPIC.CODE,
                                row(CONTACT_TOPIC.NAME_FI, CONTACT_TOPIC.NAME_SV, CONTACT_TOPIC.NAME_EN)
                                        .mapping(Localized::new))
                        .from(CONTACT_TOPIC)
                        .orderBy(CONTACT_TOPIC.POSITION)
                        .fetch(mapping(Topic::new)),
                db.select(
                                OFFICE.ID,
                                row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN)
                                        .mapping(Localized::new))
                        .from(OFFICE)
                        .orderBy(OFFICE.CODE)
                        .fetch(mapping(Place::new)));
    }

    /** A new team, which looks after nothing until it has people. */
    @Transactional
    public Teaming add(String given) {
        callers.staff(MANAGER);
        var name = Storable.text(given).strip();
        var wrong = wrongWith(name);
        if (wrong != Teaming.DONE) {
            return wrong;
        }
        return db.insertInto(TEAM, TEAM.NAME).values(name).onConflictDoNothing().execute() == 1
                ? Teaming.DONE
                : Teaming.NAME_TAKEN;
    }

    /** Replaces what was decided about a team. */
    @Transactional
    public Teaming save(Team wanted) {
        callers.staff(MANAGER);
        var team = wanted.id();
        var known = db.select(TEAM.ID)
                .from(TEAM)
                .where(TEAM.ID.eq(team))
                .forUpdate()
                .fetchOptional();
        if (known.isEmpty()) {
            return Teaming.GONE;
        }
        db.deleteFrom(TEAM_MEMBER).where(TEAM_MEMBER.TEAM_ID.eq(team)).execute();
        db.deleteFrom(TEAM_TOPIC).where(TEAM_TOPIC.TEAM_ID.eq(team)).execute();
        db.deleteFrom(TEAM_OFFICE).where(TEAM_OFFICE.TEAM_ID.eq(team)).execute();
        wanted.members()
                .forEach(staff -> db.insertInto(TEAM_MEMBER, TEAM_MEMBER.TEAM_ID, TEAM_MEMBER.STAFF_ID)
                        .values(team, staff)
                        .execute());
        wanted.topics()
                .forEach(topic -> db.insertInto(TEAM_TOPIC, TEAM_TOPIC.TEAM_ID, TEAM_TOPIC.TOPIC_CODE)
                        .values(team, topic)
                        .execute());
        wanted.offices()
                .forEach(office -> db.insertInto(TEAM_OFFICE, TEAM_OFFICE.TEAM_ID, TEAM_OFFICE.OFFICE_ID)
                        .values(team, office)
                        .execute());
        return Teaming.DONE;
    }

    /** What was handed to it by name is everybody's again. */
    @Transactional
    public void dissolve(UUID team) {
        callers.staff(MANAGER);
        db.deleteFrom(TEAM).where(TEAM.ID.eq(team)).execute();
    }

    /** In which languages somebody answers; none means all. */
    @Transactional
    public void answersIn(UUID staff, Set<Language> languages) {
        callers.staff(MANAGER);
        db.select(STAFF.ID)
                .from(STAFF)
                .where(STAFF.ID.eq(staff))
                .forNoKeyUpdate()
                .execute();
        db.deleteFrom(STAFF_LANGUAGE).where(STAFF_LANGUAGE.STAFF_ID.eq(staff)).execute();
        languages.forEach(language -> db.insertInto(STAFF_LANGUAGE, STAFF_LANGUAGE.STAFF_ID, STAFF_LANGUAGE.LANGUAGE)
                .values(staff, language)
                .execute());
    }

    private static Teaming wrongWith(String name) {
        if (name.isEmpty()) {
            return Teaming.NAME_MISSING;
        }
        return name.codePointCount(0, name.length()) > LONGEST_NAME ? Teaming.NAME_TOO_LONG : Teaming.DONE;
    }

    private static <T> Set<T> set(Result<Record1<T>> rows) {
        return new HashSet<>(rows.map(Record1::value1));
    }

    /** Topics and offices to choose from. */
    public record Choices(List<Topic> topics, List<Place> offices) {}

    /** An office by its name. */
    public record Place(UUID id, Localized name) implements Serializable {}
}
