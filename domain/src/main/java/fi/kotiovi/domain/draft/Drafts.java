package fi.kotiovi.domain.draft;

import static fi.kotiovi.db.Tables.DRAFT;
import static fi.kotiovi.db.Tables.STAFF_DRAFT;
import static org.jooq.impl.DSL.excluded;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.DraftKind;
import fi.kotiovi.vocabulary.StaffRole;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what somebody is writing, field by field, so that neither a reload nor an expired session loses it. */
@Service
public class Drafts {
    /** A draft nobody returned to for this long is thrown away (domain.md 7.3). */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final Callers callers;
    private final Clock clock;

    Drafts(DSLContext db, Callers callers, Clock clock) {
        this.db = db;
        this.callers = callers;
        this.clock = clock;
    }

    /** Keeps the fields of a form that answers nothing in particular. */
    @Transactional
    public void save(DraftKind kind, Map<String, String> fields) {
        save(kind, callers.resident().id(), fields);
    }

    /** Keeps the fields of a form; {@code subject} is the contact that is answered. */
    @Transactional
    public void save(DraftKind kind, UUID subject, Map<String, String> fields) {
        db.insertInto(DRAFT, DRAFT.RESIDENT_ID, DRAFT.KIND, DRAFT.SUBJECT_ID, DRAFT.CONTENT, DRAFT.CHANGED_AT)
                .values(
                        callers.resident().id(),
                        kind,
                        subject,
                        JSONB.jsonb(JSON.writeValueAsString(storable(fields))),
                        Helsinki.now(clock))
                .onConflict(DRAFT.RESIDENT_ID, DRAFT.KIND, DRAFT.SUBJECT_ID)
                .doUpdate()
                .set(DRAFT.CONTENT, excluded(DRAFT.CONTENT))
                .set(DRAFT.CHANGED_AT, excluded(DRAFT.CHANGED_AT))
                .execute();
    }

    private static Map<String, String> storable(Map<String, String> fields) {
        var kept = new HashMap<>(fields);
        kept.replaceAll((name, text) -> Storable.text(text));
        return kept;
    }

    /** The fields of a form that answers nothing in particular. */
    @Transactional(readOnly = true)
    public Map<String, String> load(DraftKind kind) {
        return load(kind, callers.resident().id());
    }

    /** The fields as they were saved; empty when nothing was begun. */
    @Transactional(readOnly = true)
    public Map<String, String> load(DraftKind kind, UUID subject) {
        return db.select(DRAFT.CONTENT)
                .from(DRAFT)
                .where(DRAFT.RESIDENT_ID.eq(callers.resident().id()))
                .and(DRAFT.KIND.eq(kind))
                .and(DRAFT.SUBJECT_ID.eq(subject))
                .fetchOptional(DRAFT.CONTENT)
                .map(json -> JSON.readValue(json.data(), FIELDS))
                .orElseGet(Map::of);
    }

    /** Throws the draft of such a form away, for instance when it was sent. */
    @Transactional
    public void discard(DraftKind kind) {
        discard(kind, callers.resident().id());
    }

    @Transactional
    public void discard(DraftKind kind, UUID subject) {
        db.deleteFrom(DRAFT)
                .where(DRAFT.RESIDENT_ID.eq(callers.resident().id()))
                .and(DRAFT.KIND.eq(kind))
                .and(DRAFT.SUBJECT_ID.eq(subject))
                .execute();
    }

    /** What a clerk is writing about a contact, with the files that shall go with it. */
    @Transactional
    public void saveAnswer(UUID contact, String body, List<UUID> files) {
        db.insertInto(
                        STAFF_DRAFT,
                        STAFF_DRAFT.STAFF_ID,
                        STAFF_DRAFT.SUBJECT_ID,
                        STAFF_DRAFT.BODY,
                        STAFF_DRAFT.FILES,
                        STAFF_DRAFT.CHANGED_AT)
                .values(clerk(), contact, Storable.text(body), files.toArray(UUID[]::new), Helsinki.now(clock))
                .onConflict(STAFF_DRAFT.STAFF_ID, STAFF_DRAFT.SUBJECT_ID)
                .doUpdate()
                .set(STAFF_DRAFT.BODY, excluded(STAFF_DRAFT.BODY))
                .set(STAFF_DRAFT.FILES, excluded(STAFF_DRAFT.FILES))
                .set(STAFF_DRAFT.CHANGED_AT, excluded(STAFF_DRAFT.CHANGED_AT))
                .execute();
    }

    @Transactional(readOnly = true)
    public Optional<Answer> loadAnswer(UUID contact) {
        return db.select(STAFF_DRAFT.BODY, STAFF_DRAFT.FILES)
                .from(STAFF_DRAFT)
                .where(STAFF_DRAFT.STAFF_ID.eq(clerk()))
                .and(STAFF_DRAFT.SUBJECT_ID.eq(contact))
                .fetchOptional(r -> new Answer(r.value1(), List.of(r.value2())));
    }

    @Transactional
    public void discardAnswer(UUID contact) {
        db.deleteFrom(STAFF_DRAFT)
                .where(STAFF_DRAFT.STAFF_ID.eq(clerk()))
                .and(STAFF_DRAFT.SUBJECT_ID.eq(contact))
                .execute();
    }

    private UUID clerk() {
        return callers.staff(StaffRole.AGENT, StaffRole.DESK, StaffRole.MANAGER).id();
    }

    /** An answer as far as it is written. */
    public record Answer(String body, List<UUID> files) {}
}
