package fi.kotiovi.domain.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The number of a payment card: begins as the issuers' cards do, has their length, and its last digit checks. */
final class CardNumber {
    private static final Pattern ISSUED = Pattern.compile(
            "4\\d{15}|5[1-5]\\d{14}|2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}|3[47]\\d{13}|6(?:011|5\\d\\d)\\d{12}");

    private CardNumber() {}

    static boolean isOne(MatchResult match) {
        var digits = match.group().replaceAll("\\D", "");
        return ISSUED.matcher(digits).matches() && checks(digits);
    }

    private static boolean checks(String digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            var counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
