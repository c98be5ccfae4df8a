package fi.kotiovi.schema.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way to the database, written many at a time in the order in which the tables were named. Sent as JSON
 * in one INSERT per table, because COPY refuses tables with row-level security, and ours hold it even against their
 * owner.
 */
final class Rows {
    private static final int BATCH = 20_000;

    private final Connection connection;
    private final List<Table> tables = new ArrayList<>();
    private int waiting;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** Names a table; those it refers to must have been named before it. */
    Table table(String name, String columns) {
        var table = new Table(name, columns);
        tables.add(table);
        return table;
    }

    /** Writes what waits once it is much; call it only where everything that belongs together has been added. */
    void flushWhenFull() {
        if (waiting >= BATCH) {
            flush();
        }
    }

    void flush() {
        tables.forEach(Table::flush);
        waiting = 0;
    }

    /** Writes the rest and tells the planner, which would else guess until autovacuum comes round. */
    void finish() {
        flush();
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                statement.execute("analyze " + table.name);
            }
            // written by triggers
            statement.execute("analyze search.contact, search.fault, search.word, search.resident, search.name");
        } catch (SQLException e) {
            throw new IllegalStateException("The demo could not be analysed: " + e.getMessage(), e);
        }
    }

    /** The next number a sequence gives is the one after {@code last}. */
    void setSequence(String sequence, int last) {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            statement.setString(1, sequence);
            statement.setInt(2, last);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The sequence " + sequence + " was not set: " + e.getMessage(), e);
        }
    }

    /** One table and the rows that wait for it. */
    final class Table {
        private final String name;
        private final String insert;
        private final String[] columns;
        private final StringBuilder json = new StringBuilder();

        private Table(String name, String columns) {
            this.name = name;
            this.columns = columns.split(", ", -1);
            insert = "insert into %s (%s) select %s from json_populate_recordset(null::%s, ?::json)"
                    .formatted(name, columns, columns, name);
        }

        /** A value for each of the columns. */
        void add(@Nullable Object... values) {
            if (values.length != columns.length) {
                throw new IllegalArgumentException(values.length + " values for " + insert);
            }
            for (int i = 0; i < values.length; i++) {
                json.append(i > 0 ? "," : json.isEmpty() ? "[{" : ",{");
                json.append('"').append(columns[i]).append("\":");
                append(values[i]);
            }
            json.append('}');
            waiting++;
        }

        private void append(@Nullable Object value) {
            if (value == null) {
                json.append("null");
            } else {
                var text = value.toString();
                json.append('"')
                        .append(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                        .append('"');
            }
        }

        private void flush() {
            if (json.isEmpty()) {
                return;
            }
            try (var statement = connection.prepareStatement(insert)) {
                statement.setString(1, json.append(']').toString());
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("Rows do not fit (" + insert + "): " + e.getMessage(), e);
            }
            json.setLength(0);
        }
    }
}
