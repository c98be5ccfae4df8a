package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.vocabulary.Language;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** FI · SV · EN. The choice is kept with the person, or on the device until somebody has signed in. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class LanguageSwitch extends Nav {
    private static final long serialVersionUID = 1;
    private static final Map<Language, String> NAMES =
            Map.of(Language.FI, "Suomeksi", Language.SV, "På svenska", Language.EN, "In English");

    private final transient Residents residents;
    private final transient Callers callers;

    LanguageSwitch(Residents residents, Callers callers) {
        this.residents = residents;
        this.callers = callers;
        addClassName("languages");
        setAriaLabel(getTranslation("language.label"));
        for (var language : Language.values()) {
            add(button(language));
        }
    }

    private NativeButton button(Language language) {
        var button = new NativeButton(language.getLiteral(), click -> speak(language));
        button.setAriaLabel(language.getLiteral() + ", " + NAMES.get(language));
        button.getElement().setAttribute("lang", Languages.locale(language).getLanguage());
        if (language == Languages.current()) {
            button.getElement().setAttribute("aria-current", "true");
        }
        return button;
    }

    private void speak(Language language) {
        VaadinSession.getCurrent().setAttribute(Language.class, language);
        if (callers.current().isPresent()) {
            residents.speak(language);
            getUI().ifPresent(ui -> ui.getPage().reload());
        } else {
            getUI().ifPresent(ui -> ui.getPage()
                    .executeJs(
                            "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'; location.reload()",
                            Languages.COOKIE,
                            language.getLiteral()));
        }
    }
}
