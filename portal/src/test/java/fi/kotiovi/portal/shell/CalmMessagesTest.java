package fi.kotiovi.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinService;
import fi.kotiovi.portal.Residents;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalmMessagesTest extends Residents {
    private static final List<Function<SystemMessages, String>> SAID = List.of(
            SystemMessages::getSessionExpiredCaption,
            SystemMessages::getCookiesDisabledCaption,
            SystemMessages::getInternalErrorCaption,
            SystemMessages::getSyncErrorCaption);

    @ParameterizedTest
    @CsvSource({"fi, tallessa", "sv, sparat", "en, kept"})
    void a_page_that_cannot_go_on_says_that_the_draft_is_kept(String language, String kept) {
        var messages = said(language);
        assertThat(SAID).allSatisfy(one -> assertThat(one.apply(messages)).contains(kept));
    }

    @ParameterizedTest
    @CsvSource({"fi, Kirjaudu uudelleen", "sv, Logga in igen", "en, Sign in again"})
    void a_lost_sign_in_leads_back_to_the_same_page_by_way_of_the_sign_in(String language, String again) {
        var messages = said(language);
        assertThat(messages.getSessionExpiredMessage()).isEqualTo(again);
        assertThat(messages.getCookiesDisabledMessage()).isEqualTo(again);
        assertThat(messages.getSessionExpiredURL()).isNull();
        assertThat(messages.getCookiesDisabledURL()).isNull();
    }

    private SystemMessages said(String language) {
        var _ = windowOf("matti");
        return VaadinService.getCurrent().getSystemMessages(Locale.of(language), null);
    }
}
