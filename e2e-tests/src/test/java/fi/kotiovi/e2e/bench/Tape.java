package fi.kotiovi.e2e.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Listens to what a service says to the database once, and says the same again without the service: the limit no service
 * can beat without saying less. Ids that are given or come back are those of the new run.
 */
final class Tape {
    private static final ThreadLocal<@Nullable Tape> LISTENING = new ThreadLocal<>();

    private static final String COMMIT = "commit";

    private final List<Step> steps = new ArrayList<>();

    /** One statement: its SQL, how its values were set, and the first value that came back. */
    private static final class Step {
        private final String sql;
        private final List<Setting> settings = new ArrayList<>();
        private @Nullable Object first;

        Step(String sql) {
            this.sql = sql;
        }
    }

    private record Setting(Method method, List<Object> values) {}

    /** Records what happens in {@code action} on this thread. */
    static Tape of(Supplier<?> action) {
        var tape = new Tape();
        LISTENING.set(tape);
        try {
            var _ = action.get();
            return tape;
        } finally {
            LISTENING.remove();
        }
    }

    /** How many statements were said. */
    int length() {
        return (int) steps.stream().filter(step -> !step.sql.equals(COMMIT)).count();
    }

    int steps() {
        return steps.size();
    }

    /** Says it again; {@code known} gives new ids for old ones. */
    void replay(Connection connection, Map<UUID, UUID> known) throws SQLException {
        if (replay(connection, known, 0) < steps.size()) {
            throw new IllegalStateException("The answers were others than those that were heard");
        }
    }

    /**
     * Says it again from a step on, up to and with the first that brings no id where the service had heard one.
     *
     * @return the step after the last one said
     */
    int replay(Connection connection, Map<UUID, UUID> known, int from) throws SQLException {
        Map<String, UUID> ids = new HashMap<>();
        known.forEach((before, now) -> ids.put(before.toString(), now));
        for (int at = from; at < steps.size(); at++) {
            var step = steps.get(at);
            if (step.sql.equals(COMMIT)) {
                connection.commit();
                continue;
            }
            try (var statement = connection.prepareStatement(step.sql)) {
                for (var setting : step.settings) {
                    call(statement, setting.method, with(ids, setting.values));
                }
                if (statement.execute() && !read(statement.getResultSet(), step, ids)) {
                    return at + 1;
                }
            }
        }
        return steps.size();
    }

    /** Reads everything; false when there is no id where there was one. */
    private static boolean read(ResultSet rows, Step step, Map<String, UUID> ids) throws SQLException {
        var columns = rows.getMetaData().getColumnCount();
        var isFirst = true;
        var isMissing = step.first instanceof UUID;
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                var value = rows.getObject(i);
                if (isFirst && i == 1 && value instanceof UUID id && step.first != null) {
                    ids.putIfAbsent(step.first.toString(), id);
                    isMissing = false;
                }
            }
            isFirst = false;
        }
        rows.close();
        return !isMissing;
    }

    private static Object[] with(Map<String, UUID> ids, List<Object> values) {
        return values.stream()
                .map(value -> {
                    var id = ids.get(String.valueOf(value));
                    return id == null ? value : value instanceof UUID ? id : id.toString();
                })
                .toArray();
    }

    /** A data source that can be listened to. */
    static DataSource listenedTo(DataSource source) {
        return proxy(DataSource.class, (method, arguments) -> {
            var result = call(source, method, arguments);
            return result instanceof Connection connection && LISTENING.get() != null ? heard(connection) : result;
        });
    }

    private static Connection heard(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            var result = call(connection, method, arguments);
            var tape = LISTENING.get();
            if (tape != null && method.getName().equals(COMMIT)) {
                tape.steps.add(new Step(COMMIT));
            }
            if (tape == null || !(result instanceof PreparedStatement statement)) {
                return result;
            }
            var step = new Step(String.valueOf(arguments[0]));
            tape.steps.add(step);
            return heard(statement, step);
        });
    }

    private static PreparedStatement heard(PreparedStatement statement, Step step) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                step.settings.add(new Setting(method, Arrays.asList(arguments)));
            }
            var result = call(statement, method, arguments);
            return result instanceof ResultSet rows ? heard(rows, step) : result;
        });
    }

    private static ResultSet heard(ResultSet rows, Step step) {
        return proxy(ResultSet.class, (method, arguments) -> {
            var result = call(rows, method, arguments);
            if (step.first == null && arguments.length > 0 && Integer.valueOf(1).equals(arguments[0])) {
                step.first = result;
            }
            return result;
        });
    }

    @FunctionalInterface
    private interface Heard {
        @Nullable Object call(Method method, Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Heard heard) {
        return type.cast(Proxy.newProxyInstance(
                Tape.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> heard.call(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
