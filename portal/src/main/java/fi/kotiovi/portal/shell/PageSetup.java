package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fi.kotiovi.vocabulary.Language;
import org.springframework.stereotype.Component;

/** Gives each page its language, also in {@code <html lang>}, and calm words when something breaks. */
@Component
class PageSetup implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;

    private final transient Languages languages;

    PageSetup(Languages languages) {
        this.languages = languages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr("lang", tag(languages.resolve(page.getVaadinRequest()))));
        event.getSource()
                .addUIInitListener(init ->
                        init.getUI().setLocale(Languages.locale(languages.resolve(VaadinRequest.getCurrent()))));
        event.getSource().addUIInitListener(init -> setLang(init.getUI()));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new CalmErrorHandler()));
    }

    private static void setLang(UI ui) {
        ui.getPage()
                .executeJs(
                        "document.documentElement.lang = $0;"
                                // without a role its hidden words lie outside every landmark
                                + "document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')",
                        ui.getLocale().getLanguage());
    }

    private static String tag(Language language) {
        return Languages.locale(language).getLanguage();
    }
}
