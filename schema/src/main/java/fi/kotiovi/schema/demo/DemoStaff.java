package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoOffices.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Crews and staff: the twelve with names, and as many again for each further office. */
final class DemoStaff {
    private final Seed seed = new Seed("staff");
    private final List<Crew> crews = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final Rows.Table staffTable;
    private final Rows.Table roleTable;
    private int phones = 19;

    /** A maintenance crew and the office whose buildings it looks after. */
    record Crew(UUID id, String code, String name, Office office) {}

    /** Someone who works here; {@code username} is empty where nobody is told how to sign in. */
    record Person(
            UUID id,
            Office office,
            @Nullable Crew crew,
            String username,
            String given,
            String phone,
            List<String> roles,
            String who) {
        boolean is(String role) {
            return roles.contains(role);
        }
    }

    DemoStaff(World world, DemoOffices offices, DemoPeople names) {
        var crewTable = world.rows().table("crew", "id, code, name, phone");
        staffTable =
                world.rows().table("staff", "id, office_id, crew_id, given_name, family_name, email, phone, language");
        roleTable = world.rows().table("staff_has_role", "staff_id, role");
        for (var line : Bank.lines("crews.tsv")) {
            var office = offices.all().stream()
                    .filter(o -> o.code().equals(line.get(2)))
                    .findFirst();
            if (office.isPresent()) {
                var crew = new Crew(seed.id(DemoOffices.FOUNDED), line.get(0), line.get(1), office.get());
                crewTable.add(crew.id(), crew.code(), crew.name(), "+35840000%04d".formatted(100 + crews.size()));
                crews.add(crew);
            }
        }
        for (var line : Bank.lines("staff.tsv")) {
            var crew = crews.stream().filter(c -> c.code().equals(line.get(4))).findFirst();
            add(
                    crew.map(Crew::office).orElseGet(() -> offices.of(line.get(4))),
                    crew.orElse(null),
                    line.get(0).equals("-") ? "" : line.get(0),
                    line.get(1),
                    line.get(2),
                    Language.valueOf(line.get(3)),
                    List.of(line.get(5).split(",", -1)),
                    line.get(6));
        }
        for (var office : offices.all().subList(1, offices.all().size())) {
            for (var roles : List.of("DESK", "DESK", "DESK", "AGENT", "AGENT,DESK", "FOREMAN")) {
                add(
                        office,
                        null,
                        "",
                        names.given(Language.FI),
                        names.family(Language.FI),
                        Language.FI,
                        List.of(roles.split(",", -1)),
                        "");
            }
            for (var crew : crewsOf(office)) {
                for (int member = 0; member < 3; member++) {
                    add(
                            office,
                            crew,
                            "",
                            names.given(Language.FI),
                            names.family(Language.FI),
                            Language.FI,
                            List.of("CREW", "ON_CALL"),
                            "");
                }
            }
        }
    }

    private void add(
            Office office,
            @Nullable Crew crew,
            String username,
            String given,
            String family,
            Language language,
            List<String> roles,
            String who) {
        // the first numbers follow the order in which people are listed: Lehto must have 19
        var phone = "+35840000%04d".formatted(username.equals("lehto") ? 19 : ++phones);
        var person = new Person(seed.id(DemoOffices.FOUNDED), office, crew, username, given, phone, roles, who);
        var mail = username.isEmpty()
                ? DemoPeople.plain(given + "." + family) + (people.size() < 12 ? "" : people.size())
                : username;
        staffTable.add(
                person.id(),
                crew == null ? office.id() : null,
                crew == null ? null : crew.id(),
                given,
                family,
                mail + "@example.org",
                phone,
                language);
        roles.forEach(role -> roleTable.add(person.id(), role));
        people.add(person);
    }

    List<Person> all() {
        return people;
    }

    List<Crew> crewsOf(Office office) {
        return crews.stream().filter(crew -> crew.office().equals(office)).toList();
    }

    Crew crew(String code) {
        return crews.stream()
                .filter(crew -> crew.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    List<Person> with(String role, Office office) {
        return people.stream()
                .filter(person -> person.is(role) && person.office().equals(office))
                .toList();
    }

    List<Person> membersOf(Crew crew) {
        return people.stream().filter(person -> crew.equals(person.crew())).toList();
    }
}
