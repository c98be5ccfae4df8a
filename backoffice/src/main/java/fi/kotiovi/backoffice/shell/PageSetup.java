package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives each page its language, also in {@code <html lang>}, and calm words when something breaks. */
@Component
class PageSetup implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;

    private final transient Languages languages;
    private final Texts texts;

    PageSetup(Languages languages, Texts texts) {
        this.languages = languages;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr(
                        "lang",
                        Languages.locale(languages.resolve(page.getVaadinRequest()))
                                .getLanguage()));
        event.getSource().addUIInitListener(init -> {
            init.getUI().setLocale(Languages.locale(languages.resolve(VaadinRequest.getCurrent())));
            dress(init.getUI());
        });
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new CalmErrorHandler()));
        event.getSource().setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
    }

    private static void dress(UI ui) {
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", ui.getLocale().getLanguage());
        var reconnecting = ui.getReconnectDialogConfiguration();
        reconnecting.setDialogText(ui.getTranslation("connection.lost"));
        reconnecting.setDialogTextGaveUp(ui.getTranslation("connection.gaveUp"));
    }

    private CustomizedSystemMessages systemMessages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.getTranslation("session.expired", locale));
        messages.setSessionExpiredMessage(texts.getTranslation("session.expired.hint", locale));
        messages.setInternalErrorCaption(texts.getTranslation("error.click", locale));
        messages.setInternalErrorMessage(texts.getTranslation("error.reload", locale));
        return messages;
    }
}
