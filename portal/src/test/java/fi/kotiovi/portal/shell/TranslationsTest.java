package fi.kotiovi.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationsTest {
    private static final Pattern USED = Pattern.compile("getTranslation\\(\\s*\"([a-zA-Z0-9_.]+[a-zA-Z0-9_])\"");

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void every_finnish_text_exists_in_the_other_languages_and_nothing_more(String language) throws IOException {
        assertThat(texts(language).stringPropertyNames()).isEqualTo(texts("fi").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void no_text_is_empty_and_every_one_with_a_value_is_a_message_format(String language) throws IOException {
        var texts = texts(language);
        for (var key : texts.stringPropertyNames()) {
            var text = texts.getProperty(key);
            assertThat(text).as(key).isNotBlank();
            if (text.contains("{")) {
                assertThat(new MessageFormat(text).getFormats().length).as(key).isPositive();
            }
        }
    }

    @Test
    void every_key_that_a_view_names_exists() throws IOException {
        var missing = new TreeSet<String>();
        var known = texts("fi").stringPropertyNames();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var matcher = USED.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (!known.contains(matcher.group(1))) {
                        missing.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        var name = "/vaadin-i18n/translations_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(TranslationsTest.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
