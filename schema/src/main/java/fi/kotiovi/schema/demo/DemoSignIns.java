package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoPeople.Resident;
import java.util.Locale;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** The accounts that the demo tells everybody about. Everyone has the same password, hashed once. */
final class DemoSignIns {
    private static final String PASSWORD = "kotiovi-demo";

    DemoSignIns(World world, DemoHousing housing, DemoStaff staff) {
        var hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(PASSWORD);
        var resident = world.rows().table("resident_account", "resident_id, username, password_hash");
        var staffer = world.rows().table("staff_account", "staff_id, username, password_hash");
        var told = world.rows().table("demo_sign_in", "username, realm, password, who");
        for (var person : housing.known()) {
            var username = person.given().toLowerCase(Locale.ROOT);
            resident.add(person.id(), username, hash);
            told.add(username, "RESIDENT", PASSWORD, about(person));
        }
        for (var person : staff.all()) {
            if (!person.username().isEmpty()) {
                staffer.add(person.id(), person.username(), hash);
                told.add(
                        person.username(),
                        "STAFF",
                        PASSWORD,
                        "%s: %s".formatted(String.join(", ", person.roles()), person.who()));
            }
        }
    }

    private static String about(Resident person) {
        return switch (person.given()) {
            case "Aino" -> "resident, Finnish: something is under way";
            case "Elin" -> "resident, Swedish: moves in today, keys not yet fetched";
            case "Omar" -> "resident, English: little has happened";
            default -> "resident, Finnish: nothing is open";
        };
    }
}
