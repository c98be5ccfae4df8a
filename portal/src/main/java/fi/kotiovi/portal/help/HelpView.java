package fi.kotiovi.portal.help;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.knowledge.Help;
import fi.kotiovi.domain.knowledge.HelpPage;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Everything one can read up, by topic, and a search that forgives wrong letters. */
@Route("help")
@RolesAllowed("RESIDENT")
public class HelpView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    private static final int AT_A_TIME = 40;
    private static final int PAUSE_MILLISECONDS = 300;

    private final transient Help help;
    private final TextField search = new TextField();
    private final Paragraph said = soft("");
    private final Div list = new Div();
    private String topic = "";

    public HelpView(Help help) {
        this.help = help;
        addClassName("help");
        search.setLabel(getTranslation("help.search"));
        search.setClearButtonVisible(true);
        search.setMaxLength(120);
        search.setWidthFull();
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLISECONDS);
        search.addValueChangeListener(changed -> show());
        said.getElement().setAttribute("role", "status");
        list.addClassName("stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        begin(getTranslation("help.title"), "/");
        add(soft(getTranslation("help.lead")), search, said, list);
        add(link("/contacts/new", getTranslation("help.write"), "btn", "quiet", "wide"));
        show();
    }

    private void show() {
        list.removeAll();
        topic = "";
        var language = Languages.current();
        if (search.getValue().isBlank()) {
            said.setText("");
            more(0);
            return;
        }
        var found = help.find(search.getValue(), language);
        said.setText(getTranslation(found.isEmpty() ? "help.nothing" : "help.found", found.size()));
        found.forEach(page -> list.add(entry(page)));
    }

    private void more(int from) {
        List<HelpPage> pages = help.byTopic(Languages.current(), from, AT_A_TIME + 1);
        pages.stream().limit(AT_A_TIME).forEach(page -> {
            var name = page.topic().in(Languages.current());
            if (!name.equals(topic)) {
                topic = name;
                list.add(new H2(name));
            }
            list.add(entry(page));
        });
        if (pages.size() > AT_A_TIME) {
            var button = new NativeButton(getTranslation("list.more"));
            button.addClassNames("btn", "line", "wide");
            button.addClickListener(click -> {
                list.remove(button);
                more(from + AT_A_TIME);
            });
            list.add(button);
        }
    }

    private static Anchor entry(HelpPage page) {
        return link("/help/" + page.id(), page.title(), "card", "item", "strong");
    }
}
