package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.e2e.house.Services;
import fi.kotiovi.e2e.house.Sql;
import fi.kotiovi.e2e.house.Tenants;
import fi.kotiovi.schema.DemoData;
import fi.kotiovi.schema.DemoSize;
import fi.kotiovi.schema.EmbeddedDatabase;
import fi.kotiovi.schema.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A database of its own for a measurement, the services of both applications on it, and the same pool for bare SQL. */
final class Ground implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 32;

    private final EmbeddedDatabase database = EmbeddedDatabase.temporary();
    private final Services portal;
    private final Services office;

    Ground() {
        this(DemoSize.SMALL);
    }

    Ground(DemoSize size) {
        DemoData.load(database.jdbcUrl(), Migration.OWNER, null, size);
        portal = Services.of(database.jdbcUrl(), "kotiovi_portal", MOST_CONNECTIONS, Tape::listenedTo);
        office = Services.of(database.jdbcUrl(), "kotiovi_backoffice", MOST_CONNECTIONS, Tape::listenedTo);
    }

    <T> T portal(Class<T> service) {
        return portal.get(service);
    }

    <T> T office(Class<T> service) {
        return office.get(service);
    }

    /** Works for the services of both applications, which know their caller in the same way. */
    <T> T as(Caller caller, Supplier<T> action) {
        return portal.as(caller, action);
    }

    Connection portalConnection() throws SQLException {
        return portal.connection();
    }

    /** One statement with one value, in a transaction of its own. */
    boolean commits(String sql, Object value) {
        try (var connection = portalConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            statement.executeUpdate();
            connection.commit();
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection officeConnection() throws SQLException {
        return office.connection();
    }

    Sql owner() {
        return new Sql(database.as(Migration.OWNER));
    }

    /** So many more residents, each in a home of an own in the building of Aino. */
    List<Caller.Resident> residents(int count) {
        return Tenants.moveIn(owner(), count);
    }

    /** The homes of those people. */
    Map<UUID, UUID> homesOfResidents() {
        return owner()
                .column(
                        "select r.id || ' ' || t.home_id from resident r join tenancy_resident m on m.resident_id = r.id"
                                + " join tenancy t on t.id = m.tenancy_id where r.given_name = 'Bench'")
                .stream()
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(pair -> UUID.fromString(pair[0]), pair -> UUID.fromString(pair[1])));
    }

    /** Nobody has a visit booked any more. */
    void free() {
        owner().run(
                        "update visit set state = 'CANCELLED_RESIDENT', held_until = null where state in ('HELD', 'BOOKED')");
        owner().run("vacuum analyze visit");
    }

    long deadlocks() {
        return owner().count("select deadlocks from pg_stat_database where datname = current_database()");
    }

    @Override
    public void close() {
        portal.close();
        office.close();
        database.close();
    }
}
