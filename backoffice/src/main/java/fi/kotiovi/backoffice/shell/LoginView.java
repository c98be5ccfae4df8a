package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.kotiovi.domain.identity.DemoSignIns;
import fi.kotiovi.domain.identity.DemoSignIns.DemoSignIn;
import fi.kotiovi.vocabulary.Realm;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where staff and crews sign in. A plain form: password managers know it, and it works before anything is loaded. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    static final String WRONG = "wrong";
    static final String THROTTLED = "throttled";
    static final String UNAVAILABLE = "unavailable";

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(LoginView.class);

    private final Paragraph problem = new Paragraph();

    public LoginView(DemoSignIns demo) {
        addClassName("login");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        var mark = new Span();
        mark.addClassName("mark");
        var brand = new Div(mark, new Span("Kotiovi"));
        brand.addClassName("brand");
        var door = new Div();
        door.addClassName("door");
        door.getElement().setAttribute("aria-hidden", "true");
        var card = new Div(brand, new H1(getTranslation("login.title")), problem);
        card.addClassName("login-card");
        card.getElement().appendChild(form());
        var chips = demoSignIns(demo);
        if (!chips.isEmpty()) {
            card.add(demoChips(chips));
        }
        card.add(Footing.languages());
        add(door, card);
    }

    private Element form() {
        var submit = new Element("button")
                .setText(getTranslation("login.submit"))
                .setAttribute("class", "btn")
                .setAttribute("type", "submit");
        return postTo().appendChild(
                        field("username", "text", "login.username", "username"),
                        field("password", "password", "login.password", "current-password"),
                        submit);
    }

    private static Element postTo() {
        return new Element("form").setAttribute("method", "post").setAttribute("action", "login");
    }

    private Element field(String name, String type, String label, String autocomplete) {
        var input = new Element("input")
                .setAttribute("name", name)
                .setAttribute("type", type)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("autocapitalize", "none")
                .setAttribute("required", true);
        return new Element("label").appendChild(new Element("span").setText(getTranslation(label)), input);
    }

    private static List<DemoSignIn> demoSignIns(DemoSignIns demo) {
        try {
            return demo.of(Realm.STAFF);
        } catch (RuntimeException e) {
            LOG.debug("The sign-in page is shown without the demo's names", e);
            return List.of();
        }
    }

    private Div demoChips(List<DemoSignIn> chips) {
        var box = new Div(new H2(getTranslation("login.demo")));
        box.addClassName("demo");
        chips.forEach(chip -> box.getElement()
                .appendChild(postTo().appendChild(
                                hidden("username", chip.username()),
                                hidden("password", chip.password()),
                                new Element("button")
                                        .setAttribute("class", "chip")
                                        .setAttribute("type", "submit")
                                        .appendChild(
                                                new Element("b").setText(chip.username()),
                                                new Element("span")
                                                        .setText(withoutRoles(chip.who()))
                                                        .setAttribute("lang", "en")))));
        return box;
    }

    /** The roles stand before a colon; what to try says more. */
    private static String withoutRoles(String who) {
        return who.substring(who.indexOf(':') + 1).strip();
    }

    private static Element hidden(String name, String value) {
        return new Element("input")
                .setAttribute("type", "hidden")
                .setAttribute("name", name)
                .setAttribute("value", value);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters().keySet();
        Set.of(WRONG, THROTTLED, UNAVAILABLE).stream()
                .filter(asked::contains)
                .findFirst()
                .ifPresent(reason -> {
                    problem.setText(getTranslation("login." + reason));
                    problem.setVisible(true);
                });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · Kotiovi";
    }
}
