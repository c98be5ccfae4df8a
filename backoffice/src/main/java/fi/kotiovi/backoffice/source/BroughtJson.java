package fi.kotiovi.backoffice.source;

import fi.kotiovi.domain.source.Brought;
import fi.kotiovi.vocabulary.Language;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a source sends. A field we do not know is an error: a misspelt one would be lost without a word. */
sealed interface BroughtJson {
    Set<String> FIELDS = Set.of(
            "externalId", "name", "mail", "phone", "elsewhere", "language", "subject", "text", "topic", "arrivedAt");

    /** It can be understood; whether it is enough is for the domain to say. */
    record Read(Brought brought) implements BroughtJson {}

    record Malformed(@Nullable String field, String why) implements BroughtJson {}

    /** {@code idempotencyKey} stands for a missing external id. */
    static BroughtJson read(JsonMapper json, byte[] body, @Nullable String idempotencyKey) {
        var fields = new HashMap<String, String>();
        try {
            var root = json.readTree(body);
            if (!root.isObject()) {
                return new Malformed(null, "Send one JSON object.");
            }
            for (var property : root.properties()) {
                var name = property.getKey();
                var value = property.getValue();
                if (!FIELDS.contains(name)) {
                    return new Malformed(name, name + " is no field of a contact.");
                }
                if (value.isString()) {
                    fields.put(name, value.stringValue());
                } else if (!value.isNull()) {
                    return new Malformed(name, name + " is no text.");
                }
            }
        } catch (JacksonException e) {
            return new Malformed(null, "This is no JSON.");
        }
        if (idempotencyKey != null) {
            fields.putIfAbsent("externalId", idempotencyKey);
        }
        return language(fields).isEmpty() && fields.containsKey("language")
                ? new Malformed("language", "language is none of FI, SV and EN.")
                : time(fields);
    }

    private static BroughtJson time(Map<String, String> fields) {
        var given = fields.get("arrivedAt");
        try {
            return new Read(new Brought(
                    fields.getOrDefault("externalId", ""),
                    fields.getOrDefault("name", ""),
                    fields.getOrDefault("mail", ""),
                    fields.getOrDefault("phone", ""),
                    fields.getOrDefault("elsewhere", ""),
                    language(fields).orElse(null),
                    fields.getOrDefault("subject", ""),
                    fields.getOrDefault("text", ""),
                    fields.getOrDefault("topic", ""),
                    given == null ? null : OffsetDateTime.parse(given)));
        } catch (DateTimeException e) {
            return new Malformed(
                    "arrivedAt", "arrivedAt is no time with an offset, such as 2026-03-03T09:00:00+02:00.");
        }
    }

    private static Optional<Language> language(Map<String, String> fields) {
        return Arrays.stream(Language.values())
                .filter(language -> language.getLiteral().equalsIgnoreCase(fields.get("language")))
                .findFirst();
    }
}
