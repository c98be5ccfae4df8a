package fi.kotiovi.backoffice.shell;

import fi.kotiovi.backoffice.shell.Settings.WrongSettingException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * Waits at the door until the database answers: the tickers keep their clock there, so nothing can begin without it. One
 * that is on its way up is waited for, one that says no to the password will say so tomorrow too.
 */
public final class DatabaseGate {
    private static final String WRONG_PASSWORD = "28P01";
    private static final String WRONG_USER = "28000";
    private static final String NO_SUCH_DATABASE = "3D000";

    private final String url;
    private final Properties login = new Properties();

    private DatabaseGate(Map<String, Object> settings) {
        url = Objects.toString(settings.get("spring.datasource.url"));
        login.put("user", Objects.toString(settings.get("spring.datasource.username")));
        login.put("password", Objects.toString(settings.get("spring.datasource.password")));
        login.put("connectTimeout", "2");
        login.put("loginTimeout", "3");
    }

    /**
     * Returns when the database answers.
     *
     * @throws WrongSettingException when it refuses us, or has said nothing for as long as we are patient
     */
    public static void await(Map<String, Object> settings, Duration patience) throws InterruptedException {
        new DatabaseGate(settings).await(Instant.now().plus(patience));
    }

    private void await(Instant until) throws InterruptedException {
        for (var first = true; ; first = false) {
            var silence = silence();
            if (silence.isEmpty()) {
                return;
            }
            if (Instant.now().isAfter(until)) {
                throw new WrongSettingException("The database at KOTIOVI_DB_URL does not answer: " + silence.get());
            }
            if (first) {
                System.err.println("The database does not answer yet; waiting for it.");
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    /** What keeps us out, or nothing when the door is open. */
    private Optional<String> silence() {
        try (var connection = DriverManager.getConnection(url, login)) {
            return connection.isValid(2) ? Optional.empty() : Optional.of("the connection is not valid.");
        } catch (SQLException e) {
            return switch (Objects.toString(e.getSQLState())) {
                case WRONG_PASSWORD, WRONG_USER ->
                    throw new WrongSettingException(
                            "The database refuses KOTIOVI_DB_USER with this KOTIOVI_DB_PASSWORD.");
                case NO_SUCH_DATABASE ->
                    throw new WrongSettingException("KOTIOVI_DB_URL names a database that does not exist.");
                default -> Optional.of(Objects.toString(e.getMessage()));
            };
        }
    }
}
