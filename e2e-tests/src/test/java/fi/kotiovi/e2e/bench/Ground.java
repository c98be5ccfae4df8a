package fi.kotiovi.e2e.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fi.kotiovi.domain.DomainConfiguration;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.e2e.house.Sql;
import fi.kotiovi.schema.DemoData;
import fi.kotiovi.schema.DemoSize;
import fi.kotiovi.schema.EmbeddedDatabase;
import fi.kotiovi.schema.Migration;
import fi.kotiovi.vocabulary.Language;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A database of its own for a measurement, the services of both applications on it, and the same pool for bare SQL. */
final class Ground implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 32;
    private static final long PATIENCE_MILLIS = 60_000;

    private final EmbeddedDatabase database = EmbeddedDatabase.temporary();
    private final HikariDataSource portalPool;
    private final HikariDataSource officePool;
    private final AnnotationConfigApplicationContext portal;
    private final AnnotationConfigApplicationContext office;

    Ground() {
        DemoData.load(database.jdbcUrl(), Migration.OWNER, null, DemoSize.SMALL);
        portalPool = pool("kotiovi_portal");
        officePool = pool("kotiovi_backoffice");
        portal = services(portalPool);
        office = services(officePool);
    }

    private HikariDataSource pool(String role) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(role);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    private static AnnotationConfigApplicationContext services(DataSource pool) {
        var context = new AnnotationConfigApplicationContext();
        var listenedTo = Tape.listenedTo(pool);
        context.registerBean("dataSource", DataSource.class, () -> listenedTo);
        context.registerBean("clock", Clock.class, Clock::systemUTC);
        context.register(DomainConfiguration.class, JooqAutoConfiguration.class);
        context.refresh();
        return context;
    }

    <T> T portal(Class<T> service) {
        return portal.getBean(service);
    }

    <T> T office(Class<T> service) {
        return office.getBean(service);
    }

    <T> T as(Caller caller, Supplier<T> action) {
        return portal.getBean(Callers.class).as(caller, action);
    }

    Connection portalConnection() throws SQLException {
        return portalPool.getConnection();
    }

    Connection officeConnection() throws SQLException {
        return officePool.getConnection();
    }

    Sql owner() {
        return new Sql(database.as(Migration.OWNER));
    }

    /** So many more residents, each in a home of an own in the building of Aino. */
    List<Caller.Resident> residents(int count) {
        owner().run("""
                with place as (select building_id as building from home h join tenancy t on t.home_id = h.id
                    join tenancy_resident m on m.tenancy_id = t.id join resident r on r.id = m.resident_id
                    where r.given_name = 'Aino' limit 1),
                homes as (insert into home (building_id, staircase, flat_number, floor, layout)
                    select building, 'Z', 1000 + n, 1, '2h+k' from place, generate_series(1, ?) n returning id),
                leases as (insert into tenancy (home_id, during) select id, '[2020-01-01,)' from homes returning id),
                people as (insert into resident (given_name, family_name, email, phone, language)
                    select 'Bench', 'Person' || n, 'bench' || n || '@example.org', '+358401234567', 'FI'
                    from generate_series(1, ?) n returning id)
                insert into tenancy_resident (tenancy_id, resident_id, role)
                select l.id, p.id, 'MAIN' from (select id, row_number() over () as n from leases) l
                    join (select id, row_number() over () as n from people) p on p.n = l.n""", count, count);
        owner().run("analyze");
        return owner().column("select id from resident where given_name = 'Bench' order by id").stream()
                .map(id -> new Caller.Resident(UUID.fromString(id), "Bench", Language.FI))
                .toList();
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
        portalPool.close();
        officePool.close();
        database.close();
    }
}
