package fi.kotiovi.e2e.house;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The database as its owner sees it: to look at what was done, and to move time. */
public final class Sql {
    private final DataSource owner;

    public Sql(DataSource owner) {
        this.owner = owner;
    }

    /** Runs a statement; returns how many rows it touched. */
    public int run(String sql, Object... values) {
        return with(sql, values, PreparedStatement::executeUpdate);
    }

    /** The first column of every row, as text. */
    public List<String> column(String sql, Object... values) {
        return with(sql, values, statement -> {
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
            }
            return found;
        });
    }

    public Optional<String> first(String sql, Object... values) {
        return column(sql, values).stream().findFirst();
    }

    /** The one value there is. */
    public String one(String sql, Object... values) {
        return first(sql, values).orElseThrow(() -> new AssertionError("No row: " + sql));
    }

    public int count(String sql, Object... values) {
        return Integer.parseInt(one(sql, values));
    }

    private <T> T with(String sql, Object[] values, Work<T> work) {
        try (Connection connection = owner.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
