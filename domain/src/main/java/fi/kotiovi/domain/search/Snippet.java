package fi.kotiovi.domain.search;

import fi.kotiovi.domain.privacy.Secrets;
import java.util.Arrays;
import java.util.Locale;

/** A line from a longer text, around the first place where something that was asked for begins. */
final class Snippet {
    private static final int LENGTH = 160;
    private static final int BEFORE = 50;
    private static final int STEM = 4;

    private Snippet() {}

    static String of(String text, String asked) {
        // masked before it is cut, so that no half of a code is left over
        var line = Secrets.masked(text).replaceAll("\\s+", " ").strip();
        var small = line.toLowerCase(Locale.ROOT);
        var found = Arrays.stream(asked.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .mapToInt(word -> small.indexOf(word.substring(0, Math.min(STEM, word.length()))))
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
        var from = found <= BEFORE ? 0 : line.indexOf(' ', found - BEFORE) + 1;
        if (line.length() - from <= LENGTH) {
            return (from > 0 ? "… " : "") + line.substring(from);
        }
        var until = line.lastIndexOf(' ', from + LENGTH);
        return (from > 0 ? "… " : "") + line.substring(from, until > from ? until : from + LENGTH) + " …";
    }
}
