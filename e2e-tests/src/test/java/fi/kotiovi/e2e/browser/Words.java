package fi.kotiovi.e2e.browser;

import fi.kotiovi.e2e.house.Jars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The words an application says, read from its own translations, so that a better word breaks no test. */
public final class Words {
    private final Locale locale;
    private final Properties texts = new Properties();

    /** {@code module} is {@code portal} or {@code backoffice}, {@code language} such as {@code fi}. */
    public Words(String module, String language) {
        locale = Locale.of(language);
        var file = Jars.root()
                .resolve(module)
                .resolve("src/main/resources/vaadin-i18n/translations_" + language + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String get(String key, Object... values) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No translation has the key " + key);
        }
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    /** The text before its first placeholder. */
    public String start(String key) {
        var text = get(key);
        var brace = text.indexOf('{');
        return brace < 0 ? text : text.substring(0, brace).strip();
    }
}
