package fi.kotiovi.backoffice.search;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.search.Searches;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Collectors;

/** Whatever somebody has of it finds it: a word, a name, an address, a number, also with a wrong letter. */
@Route("search")
@PermitAll
public class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLIS = 250;
    private static final int LONGEST = 120;
    private static final String WORDS = "q";

    private final transient Searches searches;
    private final Caller.Staff me;
    private final TextField field = new TextField();
    private final Paragraph said = new Paragraph();
    private final Div groups = new Div();

    public SearchView(Searches searches, Callers callers) {
        this.searches = searches;
        me = (Caller.Staff) callers.anybody();
        addClassNames("sheet", "search-page");
        field.setLabel(getTranslation("search.field"));
        field.addClassName("search-main");
        field.setClearButtonVisible(true);
        field.setAutofocus(true);
        field.setMaxLength(LONGEST);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                remember();
            }
            show();
        });
        said.addClassName("soft");
        said.getElement().setAttribute("role", "status");
        groups.addClassName("search-groups");
        add(new H1(getTranslation("search.title")), field, said, groups);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var words = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(WORDS)
                .orElse("");
        field.setValue(words.substring(0, Math.min(LONGEST, words.length())));
        show();
    }

    /** So that "back" from what was opened leads to what was found. */
    private void remember() {
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location("search", QueryParameters.of(WORDS, field.getValue()))));
    }

    private void show() {
        groups.removeAll();
        var words = field.getValue().strip();
        if (words.length() < 2) {
            said.setText(getTranslation(
                    "search.hint",
                    searches.groups().stream()
                            .map(group -> getTranslation("search.group." + group))
                            .collect(Collectors.joining(", "))));
            return;
        }
        var found = searches.all(words);
        said.setText(found.isEmpty() ? getTranslation("search.nothing", words) : "");
        found.forEach((group, page) -> groups.add(new HitGroup(searches, group, words, page, me)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("search.title") + " · Kotiovi";
    }
}
