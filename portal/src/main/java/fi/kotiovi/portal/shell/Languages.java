package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.SignedIn;
import fi.kotiovi.vocabulary.Language;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which language a page speaks: the one chosen on this device, else the signed-in person's own, else the browser's, else
 * Finnish.
 */
@Component
public class Languages {
    static final String COOKIE = "kotiovi-language";
    static final String PARAMETER = "language";

    private final SignedIn signedIn;

    Languages(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /** The language of the page that is open. */
    public static Language current() {
        var ui = UI.getCurrent();
        return of(ui == null ? null : ui.getLocale());
    }

    public static Locale locale(Language language) {
        return Locale.of(language.getLiteral().toLowerCase(Locale.ROOT));
    }

    private static Language of(@Nullable Locale locale) {
        return locale == null
                ? Language.FI
                : switch (locale.getLanguage()) {
                    case "sv" -> Language.SV;
                    case "en" -> Language.EN;
                    default -> Language.FI;
                };
    }

    Language resolve(VaadinRequest request) {
        return chosen(request).or(() -> signedIn.caller().map(Caller::language)).orElseGet(() -> ofBrowser(request));
    }

    private static Optional<Language> chosen(VaadinRequest request) {
        var session = VaadinSession.getCurrent();
        var inSession = session == null ? null : session.getAttribute(Language.class);
        if (inSession != null) {
            return Optional.of(inSession);
        }
        var cookies = Optional.ofNullable(request.getCookies()).map(List::of).orElse(List.of());
        return cookies.stream()
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .flatMap(value -> Arrays.stream(Language.values())
                        .filter(language -> language.getLiteral().equals(value)))
                .findFirst();
    }

    private static Language ofBrowser(VaadinRequest request) {
        var locales = request.getLocales();
        while (locales.hasMoreElements()) {
            var locale = locales.nextElement();
            if (List.of("fi", "sv", "en").contains(locale.getLanguage())) {
                return of(locale);
            }
        }
        return Language.FI;
    }
}
