package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.i18n.I18NProvider;
import fi.kotiovi.vocabulary.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The words of the site and of its mail, in three languages; one source for screens and for jobs that have no screen. */
@Component
public class Texts implements I18NProvider {
    private static final long serialVersionUID = 1;

    private final Map<Language, Properties> byLanguage =
            Arrays.stream(Language.values()).collect(Collectors.toMap(Function.identity(), Texts::load));

    /** The text of a key; a key that nobody wrote is shown as it is, and a test keeps that from happening. */
    public String in(Language language, String key, Object... values) {
        var text = Objects.requireNonNull(byLanguage.get(language)).getProperty(key, key);
        return values.length == 0 ? text : new MessageFormat(text, Languages.locale(language)).format(values);
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Languages::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... values) {
        var language = Arrays.stream(Language.values())
                .filter(known -> Languages.locale(known).getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Language.FI);
        return in(language, key, values);
    }

    private static Properties load(Language language) {
        var name = "/vaadin-i18n/translations_" + Languages.locale(language) + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
