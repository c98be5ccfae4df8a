package fi.kotiovi.portal.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import org.springframework.stereotype.Component;

/**
 * What a page says when it cannot go on as it is: one calm sentence and the one thing to do, in the language of the
 * person. Each of them opens the page anew, by way of the sign-in where that is needed, and there the draft waits.
 */
@Component
class CalmMessages implements SystemMessagesProvider {
    private static final long serialVersionUID = 1;

    private final transient Languages languages;

    CalmMessages(Languages languages) {
        this.languages = languages;
    }

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(text(info, "session.expired"));
        messages.setSessionExpiredMessage(text(info, "session.again"));
        messages.setCookiesDisabledCaption(text(info, "session.forgotten"));
        messages.setCookiesDisabledMessage(text(info, "session.again"));
        messages.setInternalErrorCaption(text(info, "page.broken"));
        messages.setInternalErrorMessage(text(info, "page.again"));
        messages.setSyncErrorCaption(text(info, "page.behind"));
        messages.setSyncErrorMessage(text(info, "page.again"));
        return messages;
    }

    private String text(SystemMessagesInfo info, String key) {
        // push has no request to tell the person by; the locale is what is left
        var request = info.getRequest();
        var locale = request == null ? info.getLocale() : Languages.locale(languages.resolve(request));
        return info.getService().getInstantiator().getI18NProvider().getTranslation(key, locale);
    }
}
