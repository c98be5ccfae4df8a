package fi.kotiovi.portal.fault;

import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.fault.Dangers;
import fi.kotiovi.domain.fault.ReportFault;
import fi.kotiovi.portal.shell.Typed;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.DraftKind;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.Pets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The report as far as it is written; every change is kept at once, so that a reload or a lost session loses nothing. */
class FaultDraft {
    private static final String SUBMISSION = "submission";
    private static final String DANGER = "danger";
    private static final String PLACE = "place";
    private static final String PROBLEM = "problem";
    private static final String PHOTOS = "photos";

    private final Drafts drafts;
    private final Map<String, String> fields;

    FaultDraft(Drafts drafts) {
        this.drafts = drafts;
        this.fields = new HashMap<>(drafts.load(DraftKind.FAULT));
        fields.computeIfAbsent(SUBMISSION, missing -> UUID.randomUUID().toString());
    }

    /** Whether anything was begun. */
    boolean isBegun() {
        return fields.size() > 1;
    }

    String get(Field field) {
        return fields.getOrDefault(field.name(), "");
    }

    void set(Field field, String value) {
        put(field.name(), Typed.keepable(value));
    }

    Optional<Danger> danger() {
        return value(DANGER).map(Danger::valueOf);
    }

    /** A danger is a problem already; choosing none leaves it open. */
    void danger(@Nullable Danger danger) {
        fields.remove(PLACE);
        fields.remove(PROBLEM);
        if (danger == null) {
            fields.remove(DANGER);
        } else {
            fields.put(DANGER, danger.name());
            fields.put(PROBLEM, Dangers.problemOf(danger));
        }
        save();
    }

    Optional<String> place() {
        return value(PLACE);
    }

    void place(String place) {
        if (danger().isEmpty()) {
            fields.remove(PROBLEM);
        }
        put(PLACE, place);
    }

    Optional<String> problem() {
        return value(PROBLEM);
    }

    void problem(String problem) {
        put(PROBLEM, problem);
    }

    List<UUID> photos() {
        return value(PHOTOS)
                .map(ids ->
                        Arrays.stream(ids.split(",", -1)).map(UUID::fromString).toList())
                .orElseGet(List::of);
    }

    void addPhoto(UUID photo) {
        var all = new ArrayList<>(photos());
        all.add(photo);
        photos(all);
    }

    void removePhoto(UUID photo) {
        photos(photos().stream().filter(kept -> !kept.equals(photo)).toList());
    }

    private void photos(List<UUID> photos) {
        if (photos.isEmpty()) {
            fields.remove(PHOTOS);
            save();
        } else {
            put(PHOTOS, String.join(",", photos.stream().map(UUID::toString).toList()));
        }
    }

    ReportFault report() {
        return new ReportFault(
                UUID.fromString(fields.getOrDefault(SUBMISSION, "")),
                danger().orElse(null),
                place().orElse(""),
                problem().orElse(""),
                get(Field.DESCRIPTION),
                get(Field.PHONE),
                get(Field.CONSENT).isEmpty() ? null : EntryConsent.valueOf(get(Field.CONSENT)),
                get(Field.PETS).isEmpty() ? null : Pets.valueOf(get(Field.PETS)),
                Boolean.parseBoolean(get(Field.EXTRA_LOCK)),
                get(Field.TIMES),
                photos());
    }

    void discard() {
        drafts.discard(DraftKind.FAULT);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    private void put(String name, String value) {
        fields.put(name, value);
        save();
    }

    private void save() {
        drafts.save(DraftKind.FAULT, fields);
    }

    /** What is typed or ticked on the last page. */
    enum Field {
        DESCRIPTION,
        PHONE,
        CONSENT,
        PETS,
        EXTRA_LOCK,
        TIMES
    }
}
