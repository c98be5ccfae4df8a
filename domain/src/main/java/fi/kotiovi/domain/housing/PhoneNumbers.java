package fi.kotiovi.domain.housing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers as people write them and as we keep them (E.164; domain.md 7.3). */
public final class PhoneNumbers {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final String HOME_COUNTRY = "FI";

    private PhoneNumbers() {}

    /** The number in E.164; empty when no phone could have it. A number without a country is Finnish. */
    public static Optional<String> parse(String typed) {
        try {
            var number = UTIL.parse(typed, HOME_COUNTRY);
            return UTIL.isPossibleNumber(number)
                    ? Optional.of(UTIL.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** As a Finn would read it aloud: {@code 040 123 4567}, {@code 09 000 0112}; foreign numbers with their country. */
    public static String shown(String e164) {
        try {
            var number = UTIL.parse(e164, HOME_COUNTRY);
            return number.getCountryCode() == UTIL.getCountryCodeForRegion(HOME_COUNTRY)
                    ? grouped("0" + UTIL.getNationalSignificantNumber(number))
                    : UTIL.format(number, PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /** Area code (09 or three digits), then groups of three with a last one of up to four (domain.md 7.3). */
    private static String grouped(String national) {
        var code = national.startsWith("09") ? 2 : Math.min(3, national.length());
        var shown = new StringBuilder(national.substring(0, code));
        for (int from = code; from < national.length(); ) {
            var left = national.length() - from;
            var take = left <= 4 ? left : 3;
            shown.append(' ').append(national, from, from + take);
            from += take;
        }
        return shown.toString();
    }
}
