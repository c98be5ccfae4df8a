package fi.kotiovi.domain.key;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place on the wall: the letter of the rack and the number on it. */
public record Hook(String rack, int number) implements Serializable {
    private static final Pattern TYPED = Pattern.compile("([A-ZÅÄÖ]{1,2}) ?0*([1-9]\\d{0,2})");

    /** Reads it however somebody types it: {@code c7}, {@code C 07}, {@code C 007}. */
    public static Optional<Hook> read(String typed) {
        var match = TYPED.matcher(typed.strip().toUpperCase(Locale.ROOT));
        return match.matches()
                ? Optional.of(new Hook(match.group(1), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    /** As it is written on the wall: {@code C 07}. */
    public String label() {
        return "%s %02d".formatted(rack, number);
    }
}
