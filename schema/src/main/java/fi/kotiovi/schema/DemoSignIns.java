package fi.kotiovi.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The sign-ins of the demo, as lines for whoever starts it; a database without demo data has none. */
final class DemoSignIns {
    private DemoSignIns() {}

    static List<String> of(EmbeddedDatabase database) {
        var lines = new ArrayList<String>();
        try (var connection = database.as(Migration.OWNER).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select realm, username, password, who from demo_sign_in order by realm, username")) {
            while (rows.next()) {
                var site = rows.getString("realm").equals("RESIDENT") ? "Residents" : "Office";
                lines.add("%-11s %-8s %-13s %s"
                        .formatted(
                                site, rows.getString("username"), rows.getString("password"), rows.getString("who")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The demo sign-ins could not be read: " + e.getMessage(), e);
        }
        return lines;
    }
}
