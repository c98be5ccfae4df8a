package fi.kotiovi.schema.demo;

import java.sql.Connection;
import java.time.Clock;

/** Tells the whole demo in the order in which things depend on each other. */
public final class DemoWorld {
    private DemoWorld() {}

    /** Writes within the transaction of the connection; whoever opened it ends it. */
    public static void write(Connection connection, Volume volume, Clock clock) {
        var reference = new Reference(connection);
        var now = clock.instant();
        int year = now.atZone(WorkDays.ZONE).getYear();
        var world = new World(now, reference.workDays(year - 2, year + 2), volume, new Rows(connection));

        var offices = new DemoOffices(world);
        var people = new DemoPeople(world);
        var staff = new DemoStaff(world, offices, people);
        var buildings = new DemoBuildings(world, offices, staff);
        var housing = new DemoHousing(world, buildings, people);
        new DemoSignIns(world, housing, staff);
        new DemoNotices(world, buildings);
        new DemoArticles(world, offices, staff);
        var onCall = new DemoOnCall(world, offices, staff);
        var outbox = new DemoOutbox(world);

        var visits = new DemoVisits(world, housing);
        new DemoVisitRows(world, visits, staff, outbox);
        var faults =
                new DemoFaultRows(world, reference, new DemoFaults(world, reference, housing), staff, onCall, outbox);
        new DemoKeys(world, buildings, housing, visits, new KeyStory(world, staff, visits, faults.underway()));
        new DemoLine(world, offices, staff);
        new DemoContactRows(world, new DemoContacts(world, housing), staff, outbox);
        world.rows().finish();
    }
}
