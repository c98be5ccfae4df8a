package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.kotiovi.domain.identity.DemoSignIns;
import fi.kotiovi.domain.identity.DemoSignIns.DemoSignIn;
import fi.kotiovi.vocabulary.Realm;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Where a resident signs in; says kindly what went wrong, and always shows whom to phone at night. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    static final String WRONG = "error";
    static final String THROTTLED = "throttled";
    static final String UNAVAILABLE = "unavailable";

    /** In the session: the user name somebody could not sign in with, so that it is not typed twice. */
    static final String TRIED_AS = "kotiovi.tried-as";

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(LoginView.class);

    private final transient DemoSignIns demoSignIns;
    private final Main content = new Main();
    private final LoginForm form = new LoginForm();

    public LoginView(DemoSignIns demoSignIns, OnCallBar onCall, LanguageSwitch languages) {
        this.demoSignIns = demoSignIns;
        addClassNames("page", "entrance");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        var lead = new Paragraph(getTranslation("login.lead"));
        lead.addClassName("soft");
        form.getElement()
                .executeJs(
                        "this.updateComplete.then(() =>"
                                + "document.getElementById('vaadinLoginPassword').i18n = {reveal: $0})",
                        getTranslation("login.password.show"));
        var card = new Div(form);
        card.addClassNames("card", "login");
        content.add(card, lead);
        demo();
        add(new Top(languages), content, onCall);
    }

    private void demo() {
        var offered = offered();
        if (offered.isEmpty()) {
            return;
        }
        var chips = new Div();
        chips.addClassName("chips");
        offered.forEach(sample -> chips.add(chip(sample)));
        content.add(new H2(getTranslation("login.demo")), chips);
    }

    private List<DemoSignIn> offered() {
        try {
            return demoSignIns.of(Realm.RESIDENT);
        } catch (DataAccessException | CannotCreateTransactionException e) {
            LOG.warn("The database does not answer: {}", e.getMessage());
            return List.of();
        }
    }

    private NativeButton chip(DemoSignIn sample) {
        var chip = new NativeButton(
                sample.username(),
                click -> form.getElement()
                        .executeJs(
                                "const set = (id, v) => { const f = document.getElementById(id); f.value = v; };"
                                        + "set('vaadinLoginUsername', $0); set('vaadinLoginPassword', $1); this.submit()",
                                sample.username(),
                                sample.password()));
        chip.addClassNames("btn", "quiet", "s");
        chip.setTitle(sample.who());
        return chip;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters =
                event.getLocation().getQueryParameters().getParameters().keySet();
        var failed = parameters.contains(WRONG) || parameters.contains(THROTTLED) || parameters.contains(UNAVAILABLE);
        var why = parameters.contains(THROTTLED) ? THROTTLED : parameters.contains(UNAVAILABLE) ? UNAVAILABLE : "wrong";
        form.setI18n(texts(why));
        form.setError(failed);
        if (failed) {
            fillIn(VaadinSession.getCurrent().getSession());
        }
    }

    private void fillIn(WrappedSession session) {
        if (session.getAttribute(TRIED_AS) instanceof String username) {
            session.removeAttribute(TRIED_AS);
            form.getElement()
                    .executeJs(
                            "this.updateComplete.then(() => setTimeout(() => {"
                                    + "document.getElementById('vaadinLoginUsername').value = $0;"
                                    + "document.getElementById('vaadinLoginPassword').focus() }))",
                            username);
        }
    }

    private LoginI18n texts(String why) {
        var texts = new LoginI18n();
        var fields = new LoginI18n.Form();
        fields.setTitle(getTranslation("login.title"));
        fields.setUsername(getTranslation("login.username"));
        fields.setPassword(getTranslation("login.password"));
        fields.setSubmit(getTranslation("login.submit"));
        texts.setForm(fields);
        var error = new LoginI18n.ErrorMessage();
        error.setTitle(getTranslation("login." + why + ".title"));
        error.setMessage(getTranslation("login." + why + ".message"));
        error.setUsername(getTranslation("login.username.missing"));
        error.setPassword(getTranslation("login.password.missing"));
        texts.setErrorMessage(error);
        return texts;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " – Kotiovi";
    }
}
