package fi.kotiovi.domain.search;

import fi.kotiovi.domain.Storable;
import fi.kotiovi.domain.housing.PhoneNumbers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find something, and what it may be besides words.
 *
 * @param exactly the words as the database looks for them
 * @param nearly the same with the nearest words that were ever written
 */
record Asked(String text, String exactly, String nearly) {
    private static final int LONGEST = 120;
    private static final int SHORTEST = 2;
    private static final int SHORTEST_PHONE = 6;
    private static final Pattern NUMBER = Pattern.compile("([A-Za-z])[- ]?(\\d{2})[- ]?(\\d{1,6})");
    private static final Pattern ADDRESS = Pattern.compile(
            "([\\p{L}][\\p{L}.' -]{2,}?)(?:\\s+(\\d{1,4})(?:\\s*([\\p{L}])(?![\\p{L}]))?(?:\\s*(\\d{1,4}))?)?");

    Asked {
        text = Storable.text(text).strip().replaceAll("\\s+", " ");
        text = text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))));
    }

    Asked(String text) {
        this(text, "", "");
    }

    boolean isEnough() {
        return text.length() >= SHORTEST;
    }

    /** A number that people say on the phone, {@code F-26-004711}, also without lines and zeros. */
    Optional<String> number() {
        var match = NUMBER.matcher(text);
        return match.matches()
                ? Optional.of("%s-%s-%06d"
                        .formatted(
                                match.group(1).toUpperCase(Locale.ROOT),
                                match.group(2),
                                Integer.parseInt(match.group(3))))
                : Optional.empty();
    }

    Optional<String> phone() {
        return text.chars().filter(Character::isDigit).count() < SHORTEST_PHONE
                ? Optional.empty()
                : PhoneNumbers.parse(text);
    }

    Optional<String> mail() {
        return text.matches("[^@\\s]+@[^@\\s]+") ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** A street, and as much of the rest as was typed. */
    Optional<Place> place() {
        var match = ADDRESS.matcher(text);
        return match.matches()
                ? Optional.of(new Place(
                        match.group(1),
                        match.group(2),
                        match.group(3),
                        match.group(4) == null ? null : Integer.valueOf(match.group(4))))
                : Optional.empty();
    }

    /** What is null fits every home. */
    record Place(
            String street,
            @Nullable String house,
            @Nullable String stair,
            @Nullable Integer flat) {}
}
