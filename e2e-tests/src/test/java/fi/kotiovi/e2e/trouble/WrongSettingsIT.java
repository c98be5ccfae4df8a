package fi.kotiovi.e2e.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.house.App;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Jars;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong setting stops an application with one sentence that names it, before anybody could meet half a site. */
@ExtendWith(WithPeople.class)
class WrongSettingsIT {
    private static final Duration QUICKLY = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({
        "portal, KOTIOVI_PORTAL_PORT, eighty",
        "portal, KOTIOVI_DB_URL, mysql://localhost",
        "portal, KOTIOVI_ON_CALL_PHONE, nobody",
        "backoffice, KOTIOVI_OFFICE_PORT, 70000",
        "backoffice, KOTIOVI_MAIL_FROM, nowhere",
        "backoffice, KOTIOVI_DEMO_MAIL, perhaps"
    })
    void stops_it_with_one_sentence_that_names_it(String module, String name, String value, House house) {
        var settings = (module.equals("portal") ? house.portal() : house.office()).settingsWith(Map.of(name, value));
        var log = "wrong-" + name;
        try (var app = new App(log, 0, App.quickly(Jars.of(module)), settings).start()) {
            assertThat(app.exitValue(QUICKLY)).isNotZero();
            assertThat(app.logText().lines().filter(line -> !line.isBlank()))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(name, value)
                    .endsWith(".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "backoffice"})
    void a_password_that_the_database_refuses_stops_it_too_and_is_not_repeated(String module, House house) {
        house.asksForThePasswordOf("kotiovi_" + module + "_elsewhere");
        var settings = (module.equals("portal") ? house.portal() : house.office())
                .settingsWith(Map.of(
                        "KOTIOVI_DB_USER", "kotiovi_" + module + "_elsewhere", "KOTIOVI_DB_PASSWORD", "not-this-one"));
        try (var app = new App("wrong-password-" + module, 0, App.quickly(Jars.of(module)), settings).start()) {
            assertThat(app.exitValue(QUICKLY)).isNotZero();
            assertThat(app.logText().strip())
                    .isEqualTo("The database refuses KOTIOVI_DB_USER with this KOTIOVI_DB_PASSWORD.");
        }
    }
}
