package fi.kotiovi.schema.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the migrations already know and the demo must agree with: holidays, and how urgent each problem is. */
final class Reference {
    private final Connection connection;
    private final Map<String, String> urgencies = new HashMap<>();
    private final Set<String> placesAtHome = new HashSet<>();

    Reference(Connection connection) {
        this.connection = connection;
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select code, urgency::text from fault_problem
                        union all select code, null from fault_place where zone = 'HOME'""")) {
            while (found.next()) {
                var urgency = found.getString(2);
                if (urgency == null) {
                    placesAtHome.add(found.getString(1));
                } else {
                    urgencies.put(found.getString(1), urgency);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The reference data could not be read: " + e.getMessage(), e);
        }
    }

    WorkDays workDays(int firstYear, int lastYear) {
        var holidays = new HashSet<LocalDate>();
        try (var statement = connection.prepareStatement(
                "select day from generate_series(?, ?) y cross join lateral holidays_of(y)")) {
            statement.setInt(1, firstYear);
            statement.setInt(2, lastYear);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    holidays.add(found.getObject(1, LocalDate.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The holidays could not be read: " + e.getMessage(), e);
        }
        return new WorkDays(holidays);
    }

    String urgency(String problem) {
        return Objects.requireNonNull(urgencies.get(problem), problem);
    }

    boolean atHome(String place) {
        return placesAtHome.contains(place);
    }
}
