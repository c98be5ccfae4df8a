package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
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
 * Which language a page speaks: the one chosen in this session or on the way to it, else the signed-in person's own, else
 * the one spoken here last, so that the sign-in after a pause says it in the same words, else the browser's, else Finnish.
 */
@Component
public class Languages {
    static final String COOKIE = "kotiovi-language";

    private static final String SPOKEN = "kotiovi-spoken";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

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
        return chosen(request)
                .or(() -> signedIn.caller().map(Caller::language))
                .or(() -> cookie(request, SPOKEN))
                .orElseGet(() -> ofBrowser(request));
    }

    /**
     * Once somebody is signed in, what was chosen before belongs to this session and no longer to the device, where the
     * next person may have another language; the device only knows what was spoken last.
     */
    void remember(VaadinRequest request, VaadinResponse response, Language language) {
        if (signedIn.caller().isEmpty()) {
            return;
        }
        var session = VaadinSession.getCurrent();
        if (session != null && cookie(request, COOKIE).isPresent()) {
            session.setAttribute(Language.class, language);
            response.addCookie(cookie(request, COOKIE, "", 0));
        }
        if (!cookie(request, SPOKEN).equals(Optional.of(language))) {
            response.addCookie(cookie(request, SPOKEN, language.getLiteral(), A_YEAR));
        }
    }

    private static Cookie cookie(VaadinRequest request, String name, String value, int seconds) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Optional<Language> chosen(VaadinRequest request) {
        var session = VaadinSession.getCurrent();
        var inSession = session == null ? null : session.getAttribute(Language.class);
        if (inSession != null) {
            return Optional.of(inSession);
        }
        return cookie(request, COOKIE);
    }

    private static Optional<Language> cookie(VaadinRequest request, String name) {
        var cookies = Optional.ofNullable(request.getCookies()).map(List::of).orElse(List.of());
        return cookies.stream()
                .filter(cookie -> name.equals(cookie.getName()))
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
