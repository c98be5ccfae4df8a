package fi.kotiovi.domain.line;

import java.io.Serializable;

/**
 * All that an office decides about its line.
 *
 * @param rule what visitors read too
 * @param numbersADay how many numbers are given in a day
 * @param numbersAnAddress how many one network address is given within ten minutes; a kiosk is one address
 */
public record LineTerms(LineRule rule, int numbersADay, int numbersAnAddress) implements Serializable {
    /** The same bounds as the database's own. */
    boolean makesSense() {
        return isWithin(rule.earlyMinutes(), 0, 120)
                && isWithin(rule.lateMinutes(), 0, 60)
                && isWithin(rule.recallSeconds(), 0, 600)
                && isWithin(rule.tellPlaces(), 1, 50)
                && isWithin(numbersADay, 0, 999)
                && isWithin(numbersAnAddress, 1, 999);
    }

    private static boolean isWithin(int value, int least, int most) {
        return value >= least && value <= most;
    }

    String detail() {
        return "−%d +%d min, %d s, %d, %d, %d"
                .formatted(
                        rule.earlyMinutes(),
                        rule.lateMinutes(),
                        rule.recallSeconds(),
                        rule.tellPlaces(),
                        numbersADay,
                        numbersAnAddress);
    }
}
