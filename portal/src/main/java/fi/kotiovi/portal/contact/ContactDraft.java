package fi.kotiovi.portal.contact;

import fi.kotiovi.domain.contact.WriteContact;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.portal.shell.Typed;
import fi.kotiovi.vocabulary.DraftKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as far as it is written, kept at every change. */
class ContactDraft {
    private static final String SUBMISSION = "submission";
    private static final String FILES = "files";

    private final Drafts drafts;
    private final DraftKind kind;
    private final @Nullable UUID subject;
    private final Map<String, String> fields;

    /** A message that begins something. */
    ContactDraft(Drafts drafts, DraftKind kind) {
        this.drafts = drafts;
        this.kind = kind;
        this.subject = null;
        this.fields = new HashMap<>(drafts.load(kind));
        fields.computeIfAbsent(SUBMISSION, missing -> UUID.randomUUID().toString());
    }

    /** A reply within a contact. */
    ContactDraft(Drafts drafts, UUID contact) {
        this.drafts = drafts;
        this.kind = DraftKind.CONTACT_REPLY;
        this.subject = contact;
        this.fields = new HashMap<>(drafts.load(kind, contact));
        fields.computeIfAbsent(SUBMISSION, missing -> UUID.randomUUID().toString());
    }

    String get(Field field) {
        return fields.getOrDefault(field.name(), "");
    }

    void set(Field field, String value) {
        fields.put(field.name(), Typed.keepable(value));
        save();
    }

    UUID submission() {
        return UUID.fromString(fields.getOrDefault(SUBMISSION, ""));
    }

    List<UUID> files() {
        var ids = fields.getOrDefault(FILES, "");
        return ids.isEmpty()
                ? List.of()
                : Arrays.stream(ids.split(",", -1)).map(UUID::fromString).toList();
    }

    void addFile(UUID file) {
        var all = new ArrayList<>(files());
        all.add(file);
        files(all);
    }

    void removeFile(UUID file) {
        files(files().stream().filter(kept -> !kept.equals(file)).toList());
    }

    private void files(List<UUID> files) {
        fields.put(FILES, String.join(",", files.stream().map(UUID::toString).toList()));
        save();
    }

    WriteContact write() {
        return new WriteContact(submission(), get(Field.TOPIC), get(Field.SUBJECT), get(Field.BODY), files());
    }

    void discard() {
        if (subject == null) {
            drafts.discard(kind);
        } else {
            drafts.discard(kind, subject);
        }
    }

    private void save() {
        if (subject == null) {
            drafts.save(kind, fields);
        } else {
            drafts.save(kind, subject, fields);
        }
    }

    /** What is typed or chosen. */
    enum Field {
        TOPIC,
        SUBJECT,
        BODY,
        PHONE,
        WINDOW
    }
}
