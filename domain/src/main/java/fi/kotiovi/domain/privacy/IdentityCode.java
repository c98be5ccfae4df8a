package fi.kotiovi.domain.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.MatchResult;

/** The Finnish personal identity code, with the separators that a decree added in 2023. */
final class IdentityCode {
    private static final String CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final int LEAST_NUMBER = 2;

    private IdentityCode() {}

    /** Groups: birthday, separator, number of the day, check character. */
    static boolean isOne(MatchResult match) {
        var number = Integer.parseInt(match.group(3));
        var check = CHECKS.charAt(Integer.parseInt(match.group(1) + match.group(3)) % CHECKS.length());
        return number >= LEAST_NUMBER
                && match.group(4).toUpperCase(Locale.ROOT).charAt(0) == check
                && isDay(match.group(1), century(match.group(2).toUpperCase(Locale.ROOT)));
    }

    private static int century(String separator) {
        return switch (separator) {
            case "+" -> 1800;
            case "A", "B", "C", "D", "E", "F" -> 2000;
            default -> 1900;
        };
    }

    private static boolean isDay(String ddmmyy, int century) {
        try {
            var _ = LocalDate.of(
                    century + Integer.parseInt(ddmmyy.substring(4)),
                    Integer.parseInt(ddmmyy.substring(2, 4)),
                    Integer.parseInt(ddmmyy.substring(0, 2)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
