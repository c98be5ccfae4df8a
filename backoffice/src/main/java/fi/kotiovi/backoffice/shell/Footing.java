package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.vocabulary.Language;
import java.util.Map;

/** Who is signed in, in which language, with or without letter keys, and the way out. */
class Footing extends Div {
    private static final long serialVersionUID = 1;
    private static final Map<Language, String> OWN_NAMES =
            Map.of(Language.FI, "Suomi", Language.SV, "Svenska", Language.EN, "English");

    private final transient AuthenticationContext authentication;

    Footing(Caller.Staff me, AuthenticationContext authentication) {
        this.authentication = authentication;
        addClassName("footing");
        add(languages());
        add(new Div(new Span(me.givenName() + " " + me.familyName()), keys(), signOut()));
    }

    static Div languages() {
        var choice = new Div();
        choice.addClassName("languages");
        choice.getElement().setAttribute("role", "group");
        choice.getElement().setAttribute("aria-label", choice.getTranslation("language.label"));
        for (var language : Language.values()) {
            var button = new NativeButton(language.getLiteral(), event -> Languages.choose(language));
            button.setAriaLabel(OWN_NAMES.get(language));
            button.getElement().setAttribute("lang", Languages.locale(language).getLanguage());
            button.getElement().setAttribute("aria-pressed", String.valueOf(language == Languages.current()));
            choice.add(button);
        }
        return choice;
    }

    private NativeButton signOut() {
        var button = new NativeButton(getTranslation("signOut"), event -> authentication.logout());
        button.addClassName("link");
        return button;
    }

    /** Letter keys can be switched off on this device, for people whose tools type letters by themselves. */
    private NativeButton keys() {
        var button = new NativeButton(getTranslation("keys.on"));
        button.addClassNames("link", "wide-only");
        button.addAttachListener(attached -> button.getElement()
                .executeJs("""
                        const name = $0, on = $1, off = $2, button = this;
                        const show = () => button.textContent = localStorage.getItem(name) ? off : on;
                        button.onclick = () => {
                          localStorage.getItem(name) ? localStorage.removeItem(name) : localStorage.setItem(name, '1');
                          show();
                        };
                        show();""", Shortcuts.OFF, getTranslation("keys.on"), getTranslation("keys.off")));
        return button;
    }
}
