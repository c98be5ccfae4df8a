package fi.kotiovi.domain.mail;

import fi.kotiovi.vocabulary.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which of our languages somebody nobody knows writes in; Finnish when the words do not say. */
public final class SpokenLanguage {
    private static final Map<Language, Set<String>> LITTLE_WORDS = Map.of(
            Language.FI,
                    Set.of(
                            "ja",
                            "on",
                            "ei",
                            "hei",
                            "terveisin",
                            "että",
                            "kun",
                            "voiko",
                            "olen",
                            "meillä",
                            "kiitos",
                            "mutta"),
            Language.SV,
                    Set.of(
                            "och",
                            "är",
                            "att",
                            "det",
                            "hej",
                            "inte",
                            "jag",
                            "hälsningar",
                            "med",
                            "vi",
                            "kan",
                            "tack",
                            "som"),
            Language.EN,
                    Set.of(
                            "the", "and", "is", "to", "hello", "not", "you", "regards", "with", "my", "can", "thanks",
                            "dear"));

    private SpokenLanguage() {}

    static Language of(IncomingMail mail, String words) {
        var told = mail.header("content-language")
                .map(value -> value.toUpperCase(Locale.ROOT))
                .flatMap(value -> Arrays.stream(Language.values())
                        .filter(language -> value.startsWith(language.getLiteral()))
                        .findFirst());
        return told.orElseGet(() -> ofWords(mail.subject() + " " + words));
    }

    /** By the little words that are in every text. */
    public static Language ofWords(String text) {
        var words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\P{L}+"));
        var best = Language.FI;
        var most = 0L;
        for (var language : Language.values()) {
            var known = LITTLE_WORDS.getOrDefault(language, Set.of());
            var hits = words.stream().filter(known::contains).count();
            if (hits > most) {
                most = hits;
                best = language;
            }
        }
        return best;
    }
}
