package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.OFFICE;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.db.Tables.TENANCY;
import static fi.kotiovi.db.Tables.TENANCY_RESIDENT;
import static fi.kotiovi.db.Tables.TICKET;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.housing.HomeWords;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.vocabulary.AccessReason;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands at the counter with a number and no booking, and whether the lease lets them have keys today. */
@Service
public class KeyWalkIns {
    private static final int MOST = 8;
    /** Whoever has moved out still brings keys. */
    private static final int MONTHS_AFTER = 3;

    private final DSLContext db;
    private final Clock clock;
    private final Clerks clerks;
    private final Callers callers;
    private final Leases leases;
    private final AccessLog accessLog;

    KeyWalkIns(DSLContext db, Clock clock, Clerks clerks, Callers callers, Leases leases, AccessLog accessLog) {
        this.db = db;
        this.clock = clock;
        this.clerks = clerks;
        this.callers = callers;
        this.leases = leases;
        this.accessLog = accessLog;
    }

    /** By the beginning of names, streets and numbers, every word of it; the homes of this office first, at most eight. */
    @Transactional(readOnly = true)
    public List<KeyCaller> find(String text) {
        var office = clerks.here().office();
        var wanted = Storable.text(text).strip();
        if (wanted.length() < 2) {
            return List.of();
        }
        return db.select(
                        RESIDENT.ID,
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                        HOME.ID,
                        Addresses.ADDRESS,
                        LeaseDates.FIRST,
                        LeaseDates.AFTER,
                        when(OFFICE.ID.ne(office), inline(true)),
                        row(OFFICE.NAME_FI, OFFICE.NAME_SV, OFFICE.NAME_EN).mapping(Localized::new))
                .from(RESIDENT)
                .join(TENANCY_RESIDENT)
                .on(TENANCY_RESIDENT.RESIDENT_ID.eq(RESIDENT.ID))
                .join(TENANCY)
                .on(TENANCY.ID.eq(TENANCY_RESIDENT.TENANCY_ID))
                .join(HOME)
                .on(HOME.ID.eq(TENANCY.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .join(OFFICE)
                .on(OFFICE.ID.eq(BUILDING.OFFICE_ID))
                .where(LeaseDates.notOverBy(Helsinki.today(clock).minusMonths(MONTHS_AFTER)))
                .and(HomeWords.fit(wanted))
                .orderBy(
                        field(OFFICE.ID.ne(office)),
                        RESIDENT.FAMILY_NAME,
                        RESIDENT.GIVEN_NAME,
                        LeaseDates.FIRST.desc(),
                        RESIDENT.ID)
                .limit(MOST)
                .fetch(r -> new KeyCaller(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        r.value5(),
                        lastDay(r.value6()),
                        r.value7() == null ? null : r.value8()));
    }

    private static @Nullable LocalDate lastDay(@Nullable LocalDate after) {
        return after == null ? null : after.minusDays(1);
    }

    /** The clerk has chosen who it is: written down for that resident to read. */
    @Transactional
    public WalkIn choose(UUID ticket, KeyCaller who) {
        var clerk = clerks.here();
        mustBeHere(ticket, clerk.office());
        accessLog.note(
                callers.staff(StaffRole.DESK, StaffRole.MANAGER), who.resident(), AccessReason.SERVING_VISIT, ticket);
        return new WalkIn(ticket, who.resident(), who.home());
    }

    /** The lease that lies ahead; empty when it runs already, or when there is none. */
    @Transactional(readOnly = true)
    public Optional<EarlyLease> early(WalkIn who) {
        clerks.here();
        return leases.early(who);
    }

    /** A manager lets somebody have the keys before the lease begins, and says why. */
    @Transactional
    public void agreeEarly(WalkIn who, String reason) {
        var manager = clerks.manager();
        mustBeHere(who.ticket(), manager.office());
        leases.agree(who, manager, reason);
    }

    private void mustBeHere(UUID ticket, UUID office) {
        if (!db.fetchExists(TICKET, TICKET.ID.eq(ticket).and(TICKET.OFFICE_ID.eq(office)))) {
            throw new NotAllowedException("Not a ticket of this office: " + ticket);
        }
    }
}
