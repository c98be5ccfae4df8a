package fi.kotiovi.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.knowledge.Saving.Gap;
import fi.kotiovi.domain.search.Group;
import fi.kotiovi.vocabulary.ArticleAudience;
import fi.kotiovi.vocabulary.CalendarChangeKind;
import fi.kotiovi.vocabulary.CancelReason;
import fi.kotiovi.vocabulary.CapacityOccasion;
import fi.kotiovi.vocabulary.ContactChannel;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.FaultState;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyState;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.NoticeUnit;
import fi.kotiovi.vocabulary.NotificationChannel;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.NotificationState;
import fi.kotiovi.vocabulary.OfficeService;
import fi.kotiovi.vocabulary.OrdinalDay;
import fi.kotiovi.vocabulary.Pets;
import fi.kotiovi.vocabulary.VisitEventKind;
import fi.kotiovi.vocabulary.VisitNeed;
import fi.kotiovi.vocabulary.VisitState;
import fi.kotiovi.vocabulary.WorkOrderState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final List<String> FILES = List.of("_fi", "_sv", "_en");
    private static final Pattern KEY_IN_CODE = Pattern.compile(
            "(?:getTranslation|text|tell|offer|fact|section|refuse)\\((?:letter, )?\"([a-zA-Z.]+[a-zA-Z])\"");

    /** Keys that are put together from a prefix and the name of a constant. */
    private static final Map<String, Enum<?>[]> FAMILIES = Map.ofEntries(
            Map.entry("channel.%s", ContactChannel.values()),
            Map.entry("entry.%s", EntryConsent.values()),
            Map.entry("pets.%s", Pets.values()),
            Map.entry("id.%s", IdKind.values()),
            Map.entry("key.kind.%s", KeyKind.values()),
            Map.entry("key.state.%s", KeyState.values()),
            Map.entry("language.%s", Language.values()),
            Map.entry("speaks.%s", Language.values()),
            Map.entry("work.state.%s", WorkOrderState.values()),
            Map.entry("sent.kind.%s", NotificationKind.values()),
            Map.entry("sent.state.%s", NotificationState.values()),
            Map.entry("sent.channel.%s", NotificationChannel.values()),
            Map.entry("calendar.service.%s", OfficeService.values()),
            Map.entry("calendar.change.%s", CalendarChangeKind.values()),
            Map.entry("calendar.occasion.%s", CapacityOccasion.values()),
            Map.entry("calendar.rule.unit.%s", NoticeUnit.values()),
            Map.entry("calendar.which.%s", OrdinalDay.values()),
            Map.entry("need.%s", VisitNeed.values()),
            Map.entry("board.state.%s", VisitState.values()),
            Map.entry("board.event.%s", VisitEventKind.values()),
            Map.entry("cancel.reason.%s", CancelReason.values()),
            Map.entry("cancel.told.%s", CancelReason.values()),
            Map.entry("search.fault.%s", FaultState.values()),
            Map.entry("search.visit.%s", VisitState.values()),
            Map.entry("search.group.%s", Group.values()),
            Map.entry("knowledge.gap.%s", Gap.values()),
            Map.entry("knowledge.audience.%s", ArticleAudience.values()),
            Map.entry("mail.fault.%s", FaultState.values()),
            Map.entry("mail.fault.%s.subject", FaultState.values()));

    @Test
    void every_language_says_everything() {
        var finnish = load("_fi");
        for (var file : FILES) {
            var texts = load(file);
            assertThat(texts.stringPropertyNames())
                    .as("keys of translations%s.properties", file)
                    .isEqualTo(finnish.stringPropertyNames());
            assertThat(texts.values())
                    .allSatisfy(text -> assertThat((String) text).isNotBlank());
        }
    }

    @Test
    void every_text_is_a_message_with_the_same_places_in_every_language() {
        var finnish = load("_fi");
        for (var file : FILES) {
            load(file)
                    .forEach((key, text) -> assertThat(new MessageFormat((String) text).getFormatsByArgumentIndex())
                            .as("%s in translations%s", key, file)
                            .hasSameSizeAs(
                                    new MessageFormat(finnish.getProperty((String) key)).getFormatsByArgumentIndex()));
        }
    }

    @Test
    void every_key_the_code_asks_for_exists() throws IOException {
        var texts = load("_fi");
        var asked = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY_IN_CODE
                        .matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(asked::add);
            }
        }
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(texts.stringPropertyNames()).containsAll(asked);
    }

    @Test
    void every_constant_that_is_shown_has_its_words() {
        var texts = load("_fi");
        FAMILIES.forEach((pattern, constants) -> assertThat(texts.stringPropertyNames())
                .containsAll(Arrays.stream(constants).map(pattern::formatted).toList()));
        for (var section : Section.values()) {
            assertThat(texts.stringPropertyNames()).contains(section.title());
        }
    }

    @Test
    void a_count_of_one_reads_like_one() {
        var texts = new Texts();
        assertThat(texts.in(Language.FI, "alerts.waiting", 1)).isEqualTo("1 hälytys odottaa");
        assertThat(texts.in(Language.FI, "alerts.waiting", 3)).isEqualTo("3 hälytystä odottaa");
        assertThat(texts.getTranslation("desk.handOver", Locale.of("en"), 4)).isEqualTo("Hand over 4 keys");
    }

    private static Properties load(String suffix) {
        var name = "/vaadin-i18n/translations" + suffix + ".properties";
        try (var in = new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
