package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/** Gives each page its language, also in {@code <html lang>}, and calm words when something breaks. */
@Component
class PageSetup implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;

    /** Vaadin's last word is a box to be clicked; this lets a keyboard and a screen reader find it too. */
    private static final String REACHABLE_LAST_WORD = """
            new MutationObserver(() => {
              const box = document.querySelector('.v-system-error:not([role])');
              if (!box) return;
              box.setAttribute('role', 'alertdialog');
              box.setAttribute('aria-label', box.firstChild.textContent);
              const again = box.lastChild;
              again.setAttribute('role', 'button');
              again.tabIndex = 0;
              again.onkeydown = event => { if (event.key === 'Enter' || event.key === ' ') box.click(); };
              again.focus();
            }).observe(document.body, {childList: true});
            """;

    private final transient Languages languages;
    private final CalmMessages messages;

    PageSetup(Languages languages, CalmMessages messages) {
        this.languages = languages;
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::speak);
        event.getSource().setSystemMessagesProvider(messages);
        event.getSource()
                .addUIInitListener(init ->
                        init.getUI().setLocale(Languages.locale(languages.resolve(VaadinRequest.getCurrent()))));
        event.getSource().addUIInitListener(init -> dress(init.getUI()));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new CalmErrorHandler()));
    }

    private void speak(IndexHtmlResponse page) {
        var language = languages.resolve(page.getVaadinRequest());
        page.getDocument()
                .getElementsByTag("html")
                .attr("lang", Languages.locale(language).getLanguage());
        languages.remember(page.getVaadinRequest(), page.getVaadinResponse(), language);
    }

    private static void dress(UI ui) {
        ui.getPage()
                .executeJs(
                        "document.documentElement.lang = $0;"
                                // without a role its hidden words lie outside every landmark
                                + "document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status');"
                                + REACHABLE_LAST_WORD,
                        ui.getLocale().getLanguage());
        var reconnecting = ui.getReconnectDialogConfiguration();
        reconnecting.setDialogText(ui.getTranslation("connection.lost"));
        reconnecting.setDialogTextGaveUp(ui.getTranslation("connection.gaveUp"));
    }
}
