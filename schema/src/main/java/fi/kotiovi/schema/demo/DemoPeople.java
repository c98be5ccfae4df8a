package fi.kotiovi.schema.demo;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invented people: names put together by chance, mail at example.org, numbers nobody is given. */
final class DemoPeople {
    private final Seed seed = new Seed("people");
    private final Map<String, List<String>> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Rows.Table table;

    /** A resident, main tenant or not. */
    record Resident(
            UUID id, String given, String family, @Nullable String email, String phone, Language language) {}

    DemoPeople(World world) {
        table = world.rows().table("resident", "id, given_name, family_name, email, phone, language");
        for (var line : Bank.lines("names.tsv")) {
            names.put(line.get(0) + line.get(1), List.of(line.get(2).split(",", -1)));
        }
        taken.addAll(List.of("aino karhu", "elin lindroth", "omar haddad", "matti saarela"));
    }

    String family(Language language) {
        return seed.pick(Objects.requireNonNull(names.get(language + "FAMILY")));
    }

    String given(Language language) {
        return seed.pick(Objects.requireNonNull(names.get(language + "GIVEN")));
    }

    Resident add(Instant since, Language language, String family) {
        var given = given(language);
        var mail = mail(given, family);
        return add(since, given, family, seed.chance(95) ? mail : null, phone(), language);
    }

    Resident add(Instant since, String given, String family, @Nullable String email, String phone, Language language) {
        var resident = new Resident(seed.id(since), given, family, email, phone, language);
        table.add(resident.id(), given, family, email, phone, language);
        return resident;
    }

    String phone() {
        return "+35840000%04d".formatted(seed.between(1000, 9999));
    }

    private String mail(String given, String family) {
        var name = plain(given + " " + family);
        int same = 1;
        while (!taken.add(same == 1 ? name : name + same)) {
            same++;
        }
        return (same == 1 ? name : name + same).replace(' ', '.') + "@example.org";
    }

    static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
