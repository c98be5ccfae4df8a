package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.oncall.Alert;
import java.time.Clock;
import java.util.List;

/** The red line on every page while somebody in need has nobody: what, where, since when. Spoken when it appears. */
class AlertBanner extends Div {
    private static final long serialVersionUID = 1;

    private final transient Clock clock;

    AlertBanner(Clock clock) {
        this.clock = clock;
        addClassName("banner");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(List<Alert> alerts) {
        removeAll();
        setVisible(!alerts.isEmpty());
        if (!alerts.isEmpty()) {
            add(line(alerts.getFirst(), alerts.size() - 1));
        }
    }

    private Anchor line(Alert oldest, int more) {
        var language = Languages.current();
        var words = new Span(getTranslation(
                "banner.waits",
                oldest.workOrder().job().problem().in(language),
                oldest.workOrder().door().address().in(language)));
        words.addClassName("grow");
        var link = new Anchor(Section.ALERTS.path());
        link.add(Icon.ALERT.picture(), words);
        if (more > 0) {
            link.add(new Span(getTranslation("banner.more", more)));
        }
        link.add(Elapsed.since(oldest.triggeredAt(), clock));
        return link;
    }
}
