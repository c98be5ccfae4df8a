package fi.kotiovi.domain.source;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_SOURCE;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;

import fi.kotiovi.domain.identity.Callers;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a clerk must know of a contact that came from elsewhere. */
@Service
public class SourceMatters {
    private final DSLContext db;
    private final Callers callers;

    SourceMatters(DSLContext db, Callers callers) {
        this.db = db;
        this.callers = callers;
    }

    /** Where an answer must be given when no letter and no page of ours reaches whoever asked; else empty. */
    @Transactional(readOnly = true)
    public Optional<Elsewhere> answeredElsewhere(UUID contact) {
        callers.staff(AGENT, DESK, MANAGER);
        return db.select(CONTACT_SOURCE.NAME, CONTACT.CALLER_PHONE, CONTACT.SENDER_ELSEWHERE)
                .from(CONTACT)
                .leftJoin(CONTACT_SOURCE)
                .on(CONTACT_SOURCE.ID.eq(CONTACT.SOURCE_ID))
                .where(CONTACT.ID.eq(contact))
                .and(CONTACT.RESIDENT_ID.isNull())
                .and(CONTACT.SENDER_ADDRESS.isNull())
                .fetchOptional(r -> new Elsewhere(r.value1(), r.value2(), r.value3()));
    }

    /**
     * Where to answer.
     *
     * @param source which system brought it; null for a call that somebody wrote down
     * @param phone in E.164
     * @param address in some other service
     */
    public record Elsewhere(
            @Nullable String source,
            @Nullable String phone,
            @Nullable String address) implements Serializable {}
}
