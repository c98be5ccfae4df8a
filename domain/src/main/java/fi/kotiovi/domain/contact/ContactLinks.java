package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_LINK;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.FAULT_PROBLEM;
import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_CUSTODY;
import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.db.Tables.VISIT_TYPE;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.calendar.Ranges;
import fi.kotiovi.domain.contact.Matter.Kind;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.privacy.Secrets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.SelectConditionStep;
import org.jooq.TableField;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ties a contact to the fault, the visit, the key or the other contact it is about, to be read from both ends. */
@Service
public class ContactLinks {
    private static final int FEW = 8;

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    ContactLinks(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** What a contact is about, by number. */
    @Transactional(readOnly = true)
    public List<Matter> of(UUID contact) {
        callers.staff(AGENT, DESK, MANAGER);
        var linked = CONTACT_LINK.CONTACT_ID.eq(contact);
        return all(
                faults(FAULT.ID.in(
                        select(CONTACT_LINK.FAULT_ID).from(CONTACT_LINK).where(linked))),
                visits(VISIT.ID.in(
                        select(CONTACT_LINK.VISIT_ID).from(CONTACT_LINK).where(linked))),
                keys(KEY.ID.in(select(CONTACT_LINK.KEY_ID).from(CONTACT_LINK).where(linked))),
                contacts(CONTACT.ID
                        .in(select(CONTACT_LINK.OTHER_CONTACT_ID)
                                .from(CONTACT_LINK)
                                .where(linked))
                        .or(CONTACT.ID.in(select(CONTACT_LINK.CONTACT_ID)
                                .from(CONTACT_LINK)
                                .where(CONTACT_LINK.OTHER_CONTACT_ID.eq(contact))))));
    }

    /** What it may be about: the latest matters of the resident and of the home, of each kind a few. */
    @Transactional(readOnly = true)
    public List<Matter> candidates(UUID contact) {
        callers.staff(AGENT, DESK, MANAGER);
        var whose = db.select(CONTACT.RESIDENT_ID, CONTACT.HOME_ID)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .fetchSingle();
        var resident = whose.value1();
        if (resident == null) {
            return List.of();
        }
        var home = whose.value2();
        var known = of(contact);
        return all(
                        faults(FAULT.RESIDENT_ID.eq(resident).or(FAULT.HOME_ID.eq(home)))
                                .orderBy(FAULT.FILED_AT.desc())
                                .limit(FEW),
                        visits(VISIT.RESIDENT_ID.eq(resident))
                                .orderBy(Ranges.lower(VISIT.DURING).desc())
                                .limit(FEW),
                        keys(KEY.HOME_ID
                                        .eq(home)
                                        .or(KEY.ID.in(select(KEY_CUSTODY.KEY_ID)
                                                .from(KEY_CUSTODY)
                                                .where(KEY_CUSTODY.RESIDENT_ID.eq(resident)))))
                                .orderBy(KEY.TAG)
                                .limit(FEW),
                        contacts(CONTACT.RESIDENT_ID.eq(resident).and(CONTACT.ID.ne(contact)))
                                .orderBy(CONTACT.ARRIVED_AT.desc())
                                .limit(FEW))
                .stream()
                .filter(matter -> !known.contains(matter))
                .toList();
    }

    /** Ties them together; once is enough. False when the matter is none of those the contact can be about. */
    @Transactional
    public boolean link(UUID contact, Matter matter) {
        var me = callers.staff(AGENT, DESK, MANAGER).id();
        if (of(contact).contains(matter)) {
            return true;
        }
        if (!candidates(contact).contains(matter)) {
            return false;
        }
        db.insertInto(CONTACT_LINK)
                .set(CONTACT_LINK.CONTACT_ID, contact)
                .set(target(matter.kind()), matter.id())
                .set(CONTACT_LINK.AT, Helsinki.now(clock))
                .set(CONTACT_LINK.STAFF_ID, me)
                .onConflictDoNothing()
                .execute();
        return true;
    }

    @Transactional
    public void unlink(UUID contact, Matter matter) {
        callers.staff(AGENT, DESK, MANAGER);
        var here = CONTACT_LINK.CONTACT_ID.eq(contact).and(target(matter.kind()).eq(matter.id()));
        var there = CONTACT_LINK.CONTACT_ID.eq(matter.id()).and(CONTACT_LINK.OTHER_CONTACT_ID.eq(contact));
        db.deleteFrom(CONTACT_LINK).where(here.or(there)).execute();
    }

    /** The contacts that are about something, the latest first. */
    @Transactional(readOnly = true)
    public List<OtherContact> about(Kind kind, UUID matter) {
        callers.staff(AGENT, DESK, MANAGER);
        return db.select(
                        CONTACT.ID,
                        CONTACT.NUMBER,
                        CONTACT.SUBJECT.convertFrom(Secrets::masked),
                        CONTACT.STATE,
                        CONTACT.ARRIVED_AT,
                        field(inline(false)))
                .from(CONTACT_LINK)
                .join(CONTACT)
                .on(CONTACT.ID.eq(CONTACT_LINK.CONTACT_ID))
                .where(target(kind).eq(matter))
                .orderBy(CONTACT.ARRIVED_AT.desc(), CONTACT.ID.desc())
                .limit(FEW)
                .fetch(mapping(OtherContact::new));
    }

    private static TableField<? extends Record, UUID> target(Kind kind) {
        return switch (kind) {
            case FAULT -> CONTACT_LINK.FAULT_ID;
            case VISIT -> CONTACT_LINK.VISIT_ID;
            case KEY -> CONTACT_LINK.KEY_ID;
            case CONTACT -> CONTACT_LINK.OTHER_CONTACT_ID;
        };
    }

    @SafeVarargs
    private static List<Matter> all(org.jooq.ResultQuery<Record4<Kind, UUID, String, Localized>>... kinds) {
        var all = new ArrayList<Matter>();
        for (var kind : kinds) {
            all.addAll(kind.fetch(mapping(Matter::new)));
        }
        return all;
    }

    private SelectConditionStep<Record4<Kind, UUID, String, Localized>> faults(Condition which) {
        return db.select(
                        inline(Kind.FAULT.name()).convertFrom(Kind::valueOf),
                        FAULT.ID,
                        FAULT.NUMBER,
                        row(FAULT_PROBLEM.NAME_FI, FAULT_PROBLEM.NAME_SV, FAULT_PROBLEM.NAME_EN)
                                .mapping(Localized::new))
                .from(FAULT)
                .join(FAULT_PROBLEM)
                .on(FAULT_PROBLEM.CODE.eq(FAULT.PROBLEM_CODE))
                .where(which);
    }

    private SelectConditionStep<Record4<Kind, UUID, String, Localized>> visits(Condition which) {
        return db.select(
                        inline(Kind.VISIT.name()).convertFrom(Kind::valueOf),
                        VISIT.ID,
                        VISIT.NUMBER,
                        row(VISIT_TYPE.NAME_FI, VISIT_TYPE.NAME_SV, VISIT_TYPE.NAME_EN)
                                .mapping(Localized::new))
                .from(VISIT)
                .join(VISIT_TYPE)
                .on(VISIT_TYPE.CODE.eq(VISIT.VISIT_TYPE_CODE))
                .where(which);
    }

    private SelectConditionStep<Record4<Kind, UUID, String, Localized>> keys(Condition which) {
        return db.select(
                        inline(Kind.KEY.name()).convertFrom(Kind::valueOf),
                        KEY.ID,
                        KEY.TAG,
                        row(KEY.SERIAL, KEY.SERIAL, KEY.SERIAL).mapping(Localized::new))
                .from(KEY)
                .where(which);
    }

    private static Localized named(String subject) {
        var shown = Secrets.masked(subject);
        return new Localized(shown, shown, shown);
    }

    private SelectConditionStep<Record4<Kind, UUID, String, Localized>> contacts(Condition which) {
        return db.select(
                        inline(Kind.CONTACT.name()).convertFrom(Kind::valueOf),
                        CONTACT.ID,
                        CONTACT.NUMBER,
                        CONTACT.SUBJECT.convertFrom(ContactLinks::named))
                .from(CONTACT)
                .where(which);
    }
}
