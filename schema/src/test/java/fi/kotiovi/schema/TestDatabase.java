package fi.kotiovi.schema;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** One PostgreSQL for all tests of the module; each that writes takes a copy of its own. */
final class TestDatabase {
    /** An ordinary Wednesday morning in Helsinki. */
    static final String NOW = "2026-11-18T08:40:00Z";

    static final Clock CLOCK = at(NOW);

    private static final EmbeddedDatabase SERVER = EmbeddedDatabase.temporary();

    private static final String SMALL = demo(CLOCK);

    private TestDatabase() {}

    static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }

    /** Migrated and otherwise empty. */
    static String empty() {
        return SERVER.copy();
    }

    /** A database of its own with the small demo, as seen at that instant. */
    static String demo(Clock clock) {
        var url = SERVER.copy();
        DemoData.load(url, Migration.OWNER, null, DemoSize.SMALL, clock);
        return url;
    }

    /** The small demo at {@link #CLOCK}, to be read, or written in transactions that are rolled back. */
    static String small() {
        return SMALL;
    }

    static Session owner(String url) throws SQLException {
        return new Session(url, Migration.OWNER);
    }
}
