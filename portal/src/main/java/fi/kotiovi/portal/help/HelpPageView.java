package fi.kotiovi.portal.help;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.knowledge.Help;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Ids;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;

/** One answer, in plain words. */
@Route("help/:id([0-9a-f-]{36})")
@RolesAllowed("RESIDENT")
public class HelpPageView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient Help help;

    public HelpPageView(Help help) {
        this.help = help;
        addClassName("help");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var language = Languages.current();
        var page = help.one(Ids.of(event), language).orElseThrow(NotFoundException::new);
        begin(page.title(), "/help");
        var text = card();
        text.addClassName("stack");
        Arrays.stream(page.body().split("\n\\s*\n")).map(Paragraph::new).forEach(paragraph -> {
            paragraph.addClassName("typed");
            text.add(paragraph);
        });
        var since = soft(page.topic().in(language) + " · "
                + getTranslation("help.since", Formats.dated(page.since(), language)));
        since.addClassName("small");
        add(text, since, link("/contacts/new", getTranslation("help.write"), "btn", "quiet", "wide"));
    }
}
