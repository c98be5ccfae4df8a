package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.identity.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The same booking in bare SQL on one connection, and nothing that is not needed for it: the limit. */
final class BareBooking {
    private static final int MINUTES = 20;
    private static final int UNIT_MINUTES = 5;
    private static final int ROUNDS = 3;

    private static final String FREE = """
            select c.id from counter c where c.office_id = ? and c.id not in
            (select counter_id from taken_times(?, tstzrange(?, ?), ?)) order by c.number""";

    private static final String LOCK = """
            select minute_of_day from counter_unit where counter_id = ? and minute_of_day = any (?)
            order by minute_of_day for update""";

    private static final String BOOK = """
            insert into visit (number, office_id, counter_id, visit_type_code, resident_id, home_id, state, during,
                local_start, zone, created_at)
            values (short_number('V', now(), nextval('visit_number')), ?, ?, 'KEY_PICKUP', ?, ?, 'BOOKED',
                tstzrange(?, ?), ?, 'Europe/Helsinki', now())
            on conflict do nothing returning id""";

    private static final String FOLLOWS = """
            with e as (insert into visit_event (visit_id, kind, at, starts_at) values (?, 'BOOKED', now(), ?))
            insert into notification (kind, cause_id, sequence, channel, lane, recipient, language, resident_id, state,
                created_at, due_at)
            select 'VISIT_CONFIRMED', ?, 0, 'MAIL', 'NORMAL', email, language, id, 'PENDING', now(), now()
            from resident where id = ? on conflict do nothing""";

    private final Connection connection;
    private final UUID office;
    private final UUID home;

    BareBooking(Connection connection, UUID office, UUID home) {
        this.connection = connection;
        this.office = office;
        this.home = home;
    }

    boolean book(Caller.Resident who, OffsetDateTime start) throws SQLException {
        try (var me = connection.prepareStatement("select set_config('kotiovi.resident', ?, true)")) {
            me.setString(1, who.id().toString());
            me.execute();
        }
        for (int round = 0; round < ROUNDS; round++) {
            var patient = round == ROUNDS - 1;
            for (var counter : free(start)) {
                var before = connection.setSavepoint();
                if (locked(counter, start, patient) && insert(who, counter, start)) {
                    return true;
                }
                connection.rollback(before);
            }
        }
        return false;
    }

    private List<UUID> free(OffsetDateTime start) throws SQLException {
        try (var free = connection.prepareStatement(FREE)) {
            free.setObject(1, office);
            free.setObject(2, office);
            free.setObject(3, start);
            free.setObject(4, start.plusMinutes(MINUTES));
            free.setObject(5, OffsetDateTime.now(start.getOffset()));
            try (var rows = free.executeQuery()) {
                var counters = new ArrayList<UUID>();
                while (rows.next()) {
                    counters.add(rows.getObject(1, UUID.class));
                }
                return counters;
            }
        }
    }

    private boolean locked(UUID counter, OffsetDateTime start, boolean patient) throws SQLException {
        var minute = start.atZoneSameInstant(Helsinki.ZONE).toLocalTime().toSecondOfDay()
                / LocalTime.of(0, 1).toSecondOfDay();
        var units = new Integer[MINUTES / UNIT_MINUTES];
        for (int i = 0; i < units.length; i++) {
            units[i] = minute + i * UNIT_MINUTES;
        }
        try (var lock = connection.prepareStatement(patient ? LOCK : LOCK + " skip locked")) {
            lock.setObject(1, counter);
            lock.setArray(2, connection.createArrayOf("integer", units));
            try (var rows = lock.executeQuery()) {
                var got = 0;
                while (rows.next()) {
                    got++;
                }
                return got == units.length;
            }
        }
    }

    private boolean insert(Caller.Resident who, UUID counter, OffsetDateTime start) throws SQLException {
        try (var book = connection.prepareStatement(BOOK);
                var follows = connection.prepareStatement(FOLLOWS)) {
            book.setObject(1, office);
            book.setObject(2, counter);
            book.setObject(3, who.id());
            book.setObject(4, home);
            book.setObject(5, start);
            book.setObject(6, start.plusMinutes(MINUTES));
            book.setObject(7, start.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime());
            try (var booked = book.executeQuery()) {
                if (!booked.next()) {
                    return false;
                }
                follows.setObject(1, booked.getObject(1));
                follows.setObject(2, start);
                follows.setObject(3, booked.getObject(1));
                follows.setObject(4, who.id());
            }
            follows.executeUpdate();
            return true;
        }
    }
}
