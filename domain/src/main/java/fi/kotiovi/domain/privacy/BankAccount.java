package fi.kotiovi.domain.privacy;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** A bank account number as IBAN. Its length depends on the country, which keeps the next word of a sentence out of it. */
final class BankAccount {
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("FI", 18),
            Map.entry("SE", 24),
            Map.entry("NO", 15),
            Map.entry("DK", 18),
            Map.entry("EE", 20),
            Map.entry("LV", 21),
            Map.entry("LT", 20),
            Map.entry("DE", 22),
            Map.entry("PL", 28),
            Map.entry("NL", 18),
            Map.entry("BE", 16),
            Map.entry("FR", 27),
            Map.entry("GB", 22),
            Map.entry("IE", 22),
            Map.entry("ES", 24),
            Map.entry("IT", 27),
            Map.entry("PT", 25),
            Map.entry("AT", 20),
            Map.entry("CH", 21),
            Map.entry("IS", 26));
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private BankAccount() {}

    /** Where the account that begins at {@code start} ends, if one does. */
    static OptionalInt endIn(String text, int start, int mostEnd) {
        int length = LENGTHS.getOrDefault(text.substring(start, start + 2).toUpperCase(Locale.ROOT), 0);
        var letters = new StringBuilder();
        var at = start;
        for (; at < mostEnd && letters.length() < length; at++) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                letters.append(Character.toUpperCase(text.charAt(at)));
            }
        }
        var alone = at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
        return length > 0 && letters.length() == length && alone && checks(letters.toString())
                ? OptionalInt.of(at)
                : OptionalInt.empty();
    }

    private static boolean checks(String iban) {
        var turned = iban.substring(4) + iban.substring(0, 4);
        var digits = new StringBuilder();
        turned.chars().forEach(letter -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }
}
