package fi.kotiovi.schema;

import fi.kotiovi.schema.demo.DemoWorld;
import fi.kotiovi.schema.demo.Volume;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Invented people, homes and history, the same at every load apart from today's date. */
public final class DemoData {
    private DemoData() {}

    /** Loads the demo into an empty database; does nothing where there are homes already. */
    public static void load(String jdbcUrl, String user, @Nullable String password, DemoSize size) {
        load(jdbcUrl, user, password, size, Clock.systemUTC());
    }

    /** Loads it as seen at the clock's instant, all or nothing. */
    public static void load(String jdbcUrl, String user, @Nullable String password, DemoSize size, Clock clock) {
        var properties = new Properties();
        properties.setProperty("user", user);
        if (password != null) {
            properties.setProperty("password", password);
        }
        try (var connection = DriverManager.getConnection(jdbcUrl, properties)) {
            connection.setAutoCommit(false);
            if (!hasHomes(connection)) {
                DemoWorld.write(connection, size == DemoSize.SMALL ? Volume.SMALL : Volume.FULL, clock);
                connection.commit();
                System.out.println("Demo: loaded.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The demo could not be loaded: " + e.getMessage(), e);
        }
    }

    private static boolean hasHomes(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select exists (select from home)")) {
            return found.next() && found.getBoolean(1);
        }
    }
}
