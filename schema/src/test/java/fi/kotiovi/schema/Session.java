package fi.kotiovi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One connection of one role, in a transaction that is not kept unless somebody says so. */
final class Session implements AutoCloseable {
    private static final String DENIED = "42501";

    private final Connection connection;

    Session(String url, String role) throws SQLException {
        connection = DriverManager.getConnection(url, role, "");
        connection.setAutoCommit(false);
    }

    /** The portal, as it works for that resident. */
    static Session of(String url, UUID resident) throws SQLException {
        var session = new Session(url, "kotiovi_portal");
        session.text("select set_config('kotiovi.resident', ?, true)", resident.toString());
        return session;
    }

    /** The first column of every row. */
    List<String> texts(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var found = statement.executeQuery()) {
                var texts = new ArrayList<String>();
                while (found.next()) {
                    texts.add(String.valueOf(found.getString(1)));
                }
                return texts;
            }
        }
    }

    String text(String sql, Object... values) throws SQLException {
        return texts(sql, values).getFirst();
    }

    UUID id(String sql, Object... values) throws SQLException {
        return UUID.fromString(text(sql, values));
    }

    long count(String table) throws SQLException {
        return Long.parseLong(text("select count(*) from " + table));
    }

    int update(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /** The database must say no, by rights or by row; the transaction goes on as if nothing had been tried. */
    void refused(String sql, Object... values) throws SQLException {
        var before = connection.setSavepoint();
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(DENIED);
            connection.rollback(before);
            return;
        }
        throw new AssertionError("Not refused: " + sql);
    }

    /** For a database of the test's own. */
    void keep() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
