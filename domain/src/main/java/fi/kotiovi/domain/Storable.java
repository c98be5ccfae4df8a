package fi.kotiovi.domain;

import java.util.regex.Pattern;

/**
 * Text as the database can keep it. PostgreSQL keeps every character but NUL, and UTF-8 knows no half of a surrogate
 * pair; no keyboard has either, some clipboards and all attackers do. Every text that a person gives comes through here
 * before it is measured, for what is left may be nothing.
 */
public final class Storable {
    private static final Pattern NUL_OR_HALF_A_CHARACTER = Pattern.compile("[\\x{0}\\p{Cs}]");

    private Storable() {}

    public static String text(String given) {
        return NUL_OR_HALF_A_CHARACTER.matcher(given).replaceAll("");
    }
}
