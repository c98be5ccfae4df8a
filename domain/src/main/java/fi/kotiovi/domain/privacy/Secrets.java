package fi.kotiovi.domain.privacy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds personal identity codes, bank accounts and card numbers in a text by their check characters (domain.md 7.1). A
 * number that only looks like one is left alone: whoever is warned of a phone number stops reading warnings.
 */
public final class Secrets {
    private static final String ALONE_BEFORE = "(?<![\\p{L}\\p{N}+])";
    private static final String ALONE_AFTER = "(?![\\p{L}\\p{N}])";

    private static final Pattern IDENTITY_CODE = Pattern.compile(ALONE_BEFORE
            + "(\\d{6})([-\u2010\u2011\u2012\u2013\u2212+A-FU-Ya-fu-y])(\\d{3})([0-9A-FHJ-NPR-Ya-fhj-npr-y])"
            + ALONE_AFTER);
    private static final Pattern IBAN =
            Pattern.compile(ALONE_BEFORE + "([A-Za-z]{2})[ \\u00a0]?\\d{2}(?:[ \\u00a0-]?[A-Za-z0-9]){11,30}");
    private static final Pattern CARD =
            Pattern.compile(ALONE_BEFORE + "[2-6]\\d{3}(?:[ \\u00a0-]?\\d){10,12}" + ALONE_AFTER);

    private static final Pattern MASK =
            Pattern.compile("\\d{6}-\\*{4}|[A-Za-z]{2}\\*\\* \\*{4} \\*\\*\\w\\w|\\*{4} \\d{4}");

    private Secrets() {}

    /** What something is. */
    public enum Kind {
        IDENTITY_CODE,
        BANK_ACCOUNT,
        CARD
    }

    /** Something found, from {@code start} to before {@code end}. */
    public record Found(Kind kind, int start, int end) implements Serializable {}

    /** All that is in the text, in order; nothing lies within another. */
    public static List<Found> in(String text) {
        var all = new ArrayList<Found>();
        search(IDENTITY_CODE, text, Kind.IDENTITY_CODE, IdentityCode::isOne, all);
        IBAN.matcher(text)
                .results()
                .forEach(match -> BankAccount.endIn(text, match.start(), match.end())
                        .ifPresent(end -> all.add(new Found(Kind.BANK_ACCOUNT, match.start(), end))));
        search(CARD, text, Kind.CARD, CardNumber::isOne, all);
        all.sort(Comparator.comparingInt(Found::start));
        var apart = new ArrayList<Found>();
        for (var found : all) {
            if (apart.isEmpty() || apart.getLast().end() <= found.start()) {
                apart.add(found);
            }
        }
        return apart;
    }

    private static void search(Pattern pattern, String text, Kind kind, Predicate<MatchResult> isOne, List<Found> all) {
        pattern.matcher(text)
                .results()
                .filter(isOne)
                .forEach(match -> all.add(new Found(kind, match.start(), match.end())));
    }

    /** The text with everything found behind a mask: enough to see what it is, not enough to use it. */
    public static String masked(String text) {
        return replaced(text, found -> mask(found.kind(), text.substring(found.start(), found.end())));
    }

    /** Whether something in the text looks like one of our masks. */
    public static boolean isMasked(String text) {
        return MASK.matcher(text).find();
    }

    private static String mask(Kind kind, String secret) {
        return switch (kind) {
            case IDENTITY_CODE -> secret.substring(0, 6) + "-****";
            case BANK_ACCOUNT -> secret.substring(0, 2) + "** **** **" + secret.substring(secret.length() - 2);
            case CARD -> "**** " + secret.substring(secret.length() - 4);
        };
    }

    /** The text without them, and without the gap they leave. */
    public static String without(String text) {
        return replaced(text, found -> "")
                .replaceAll(" {2,}", " ")
                .replaceAll(" +(?=[.,;:!?)\n])", "")
                .strip();
    }

    private static String replaced(String text, Function<Found, String> instead) {
        var all = in(text);
        if (all.isEmpty()) {
            return text;
        }
        var result = new StringBuilder();
        var from = 0;
        for (var found : all) {
            result.append(text, from, found.start()).append(instead.apply(found));
            from = found.end();
        }
        return result.append(text, from, text.length()).toString();
    }
}
