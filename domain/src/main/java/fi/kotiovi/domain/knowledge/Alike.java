package fi.kotiovi.domain.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a text is about the same as a short piece of news: a longer word begins like one of the headline, or two like
 * some of the rest. Endings differ too much in Finnish to be compared.
 */
final class Alike {
    private static final int SHORTEST = 5;
    private static final int STEM = 6;

    private Alike() {}

    static boolean isAbout(String text, String headline, String rest) {
        var said = stems(text);
        var ofHeadline = stems(headline);
        var ofRest = stems(rest);
        return said.stream().anyMatch(ofHeadline::contains)
                || said.stream().filter(ofRest::contains).count() > 1;
    }

    private static Set<String> stems(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .collect(Collectors.toSet());
    }
}
