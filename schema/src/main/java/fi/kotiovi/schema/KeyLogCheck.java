package fi.kotiovi.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Computes the custody log of the key room again, link by link and without the database's own functions, so that
 * whoever could change the functions cannot change the answer.
 */
public final class KeyLogCheck {
    private static final int AT_ONCE = 5_000;
    private static final HexFormat HEX = HexFormat.of();

    private static final String LINKS = """
            select e.chain_no, e.id::text, e.previous_hash, e.hash, h.signature, e.signature_digest,
              concat_ws('|', e.chain_no, e.id, e.key_id, e.kind, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
                coalesce(e.staff_id::text, '-'), coalesce(e.visit_id::text, '-'), coalesce(e.resident_id::text, '-'),
                coalesce(e.id_kind::text, '-'), coalesce(e.handover_id::text, '-'), coalesce(e.loan_id::text, '-'),
                coalesce(encode(e.signature_digest, 'hex'), '-'), e.note)
            from key_event e left join key_handover h on h.id = e.handover_id order by e.chain_no""";

    private final MessageDigest sha256;
    private byte[] previous = new byte[32];
    private long last;

    private KeyLogCheck() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Whether every link holds, and what to tell whoever asked. */
    public record Verdict(boolean whole, String sentence) {}

    /**
     * Reads the whole log once.
     *
     * @param known a link noted earlier as {@code NUMBER:HASH}, which must still be there; empty for none
     */
    public static Verdict check(String jdbcUrl, String user, @Nullable String password, String known) {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            return new KeyLogCheck().check(connection, known);
        } catch (SQLException e) {
            throw new IllegalStateException("The log could not be read: " + e.getMessage(), e);
        }
    }

    private Verdict check(Connection connection, String known) throws SQLException {
        connection.setAutoCommit(false);
        boolean seen = known.isEmpty();
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (var links = statement.executeQuery(LINKS)) {
                while (links.next()) {
                    var wrong = wrong(links);
                    if (wrong != null) {
                        return new Verdict(
                                false,
                                "BROKEN at link %d (event %s): %s"
                                        .formatted(links.getLong(1), links.getString(2), wrong));
                    }
                    seen |= known.equalsIgnoreCase(mark());
                }
            }
        }
        if (!seen) {
            return new Verdict(false, "BROKEN: link %s, noted earlier, is not in the log any more.".formatted(known));
        }
        return new Verdict(
                true,
                last == 0
                        ? "The custody log is empty."
                        : "The custody log is whole: %d links. Note the last one: %s".formatted(last, mark()));
    }

    private @Nullable String wrong(ResultSet link) throws SQLException {
        long number = link.getLong(1);
        if (number != last + 1) {
            return "link %d is missing before it".formatted(last + 1);
        }
        if (!Arrays.equals(previous, link.getBytes(3))) {
            return "it does not follow the link before it";
        }
        sha256.update(previous);
        var hash = sha256.digest(link.getString(7).getBytes(StandardCharsets.UTF_8));
        if (!Arrays.equals(hash, link.getBytes(4))) {
            return "what it says was changed";
        }
        var signature = link.getBytes(5);
        var digest = signature == null ? null : sha256.digest(signature);
        if (!Arrays.equals(digest, link.getBytes(6))) {
            return "its signature was changed";
        }
        previous = hash;
        last = number;
        return null;
    }

    private String mark() {
        return last + ":" + HEX.formatHex(previous);
    }
}
