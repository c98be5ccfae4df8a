package fi.kotiovi.domain.fault;

import static fi.kotiovi.db.Tables.FAULT;
import static org.jooq.Records.mapping;

import fi.kotiovi.domain.identity.Callers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A resident's own faults and what happened to them. */
@Service
public class MyFaults {
    private final FaultRows rows;
    private final Callers callers;

    MyFaults(FaultRows rows, Callers callers) {
        this.rows = rows;
        this.callers = callers;
    }

    /** Newest first, {@code limit} of them from {@code offset}. */
    @Transactional(readOnly = true)
    public List<Fault> newestFirst(int offset, int limit) {
        return rows.faults()
                .where(FAULT.RESIDENT_ID.eq(callers.resident().id()))
                .orderBy(FAULT.FILED_AT.desc(), FAULT.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(mapping(Fault::new));
    }

    @Transactional(readOnly = true)
    public Optional<Fault> one(UUID fault) {
        return rows.faults()
                .where(FAULT.ID.eq(fault))
                .and(FAULT.RESIDENT_ID.eq(callers.resident().id()))
                .fetchOptional(mapping(Fault::new));
    }

    /** What happened, the newest first. */
    @Transactional(readOnly = true)
    public List<FaultEvent> timeline(UUID fault) {
        return rows.timeline(
                FAULT.ID.eq(fault).and(FAULT.RESIDENT_ID.eq(callers.resident().id())));
    }

    Fault ofSubmission(UUID submission, UUID resident) {
        return rows.faults()
                .where(FAULT.SUBMISSION_ID.eq(submission))
                .and(FAULT.RESIDENT_ID.eq(resident))
                .fetchSingle(mapping(Fault::new));
    }
}
