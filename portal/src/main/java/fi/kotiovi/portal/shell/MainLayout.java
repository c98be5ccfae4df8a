package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;

/** What every page of a signed-in resident stands in. */
@Layout
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout {
    private static final long serialVersionUID = 1;

    private final Main content = new Main();
    private final transient AuthenticationContext authentication;

    public MainLayout(AuthenticationContext authentication, LanguageSwitch languages, OnCallBar onCall) {
        this.authentication = authentication;
        addClassName("page");
        content.setId("content");
        add(skipLink(), top(languages), content, onCall);
    }

    private Top top(LanguageSwitch languages) {
        if (!authentication.isAuthenticated()) {
            return new Top(languages);
        }
        var signOut = new NativeButton(getTranslation("signout"), click -> this.authentication.logout());
        signOut.addClassName("signout");
        signOut.addComponentAsFirst(Pictogram.SIGN_OUT.icon());
        return new Top(languages, signOut);
    }

    private Anchor skipLink() {
        var skip = new Anchor("#content", getTranslation("skip"));
        skip.setRouterIgnore(true);
        skip.addClassName("skip");
        return skip;
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }
}
