package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.FAULT;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.RESIDENT;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.FOREMAN;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;

import fi.kotiovi.domain.audit.AccessLog;
import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.domain.housing.Addresses;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.AccessReason;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A fault as the office reads it when somebody asks how it stands; the work itself is the crew's. */
@Service
public class OfficeFaults {
    private final DSLContext db;
    private final Callers callers;
    private final FaultRows rows;
    private final AccessLog accessLog;

    OfficeFaults(DSLContext db, Callers callers, FaultRows rows, AccessLog accessLog) {
        this.db = db;
        this.callers = callers;
        this.rows = rows;
        this.accessLog = accessLog;
    }

    /** The fault of that number. The look is written down for its reporter to read, once a day. */
    @Transactional
    public Optional<Sheet> read(String number) {
        var me = callers.staff(AGENT, DESK, MANAGER, FOREMAN);
        return rows.faults()
                .where(FAULT.NUMBER.eq(number))
                .fetchOptional(mapping(Fault::new))
                .map(fault -> {
                    var sheet = sheet(fault);
                    accessLog.noteShown(
                            me,
                            AccessReason.ANSWERING_CONTACT,
                            List.of(new AccessLog.Shown(sheet.reporter.id, fault.id())));
                    return sheet;
                });
    }

    private Sheet sheet(Fault fault) {
        return db.select(
                        RESIDENT.ID,
                        concat(RESIDENT.GIVEN_NAME, inline(" "), RESIDENT.FAMILY_NAME),
                        RESIDENT.PHONE,
                        Addresses.ADDRESS)
                .from(FAULT)
                .join(RESIDENT)
                .on(RESIDENT.ID.eq(FAULT.RESIDENT_ID))
                .join(HOME)
                .on(HOME.ID.eq(FAULT.HOME_ID))
                .join(BUILDING)
                .on(BUILDING.ID.eq(HOME.BUILDING_ID))
                .where(FAULT.ID.eq(fault.id()))
                .fetchSingle(r -> new Sheet(
                        fault,
                        r.value4(),
                        new Reporter(r.value1(), r.value2(), r.value3()),
                        rows.timeline(FAULT.ID.eq(fault.id()))));
    }

    /** A fault with who reported it, from where, and what happened, the newest first. */
    public record Sheet(Fault fault, Address address, Reporter reporter, List<FaultEvent> timeline) {
        public Sheet {
            timeline = List.copyOf(timeline);
        }
    }

    /** Whoever reported it; {@code phone} in E.164. */
    public record Reporter(UUID id, String name, @Nullable String phone) {}
}
