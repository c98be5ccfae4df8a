package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouterLink;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.line.LineDesk;
import fi.kotiovi.domain.line.Matter;
import java.util.List;

/** The line beside the day's plan: where one sits, who waits, a number for whoever stands at the desk. */
class LineSide extends Section {
    private static final long serialVersionUID = 1;

    LineSide(
            CounterBar counter,
            LineList list,
            LineDesk desk,
            List<Matter> matters,
            String portalUrl,
            Runnable changed) {
        addClassName("line-side");
        var title = new H2(getTranslation("desk.line"));
        title.addClassName("grow");
        var times = new RouterLink(getTranslation("desk.times"), LineTimesView.class);
        times.addClassName("small");
        var code = desk.line().code();
        var head = new Div(
                title,
                times,
                outside(portalUrl + "/kiosk/" + code, "desk.line.kiosk"),
                outside(portalUrl + "/display/" + code, "desk.line.display"));
        head.addClassName("row");
        add(head, counter, give(desk, matters, portalUrl, changed), list);
    }

    private Anchor outside(String href, String key) {
        var link = new Anchor(href, getTranslation(key));
        link.setTarget("_blank");
        link.addClassName("small");
        return link;
    }

    private Div give(LineDesk desk, List<Matter> matters, String portalUrl, Runnable changed) {
        var select = new Select<Matter>();
        select.setPlaceholder(getTranslation("desk.give"));
        select.setAriaLabel(getTranslation("desk.give"));
        select.setItems(matters);
        select.setItemLabelGenerator(matter -> matter.name().in(Languages.current()));
        select.addValueChangeListener(chosen -> {
            var matter = chosen.getValue();
            if (matter != null && chosen.isFromClient()) {
                var taken = desk.take(matter.code(), Languages.current());
                select.clear();
                new GivenNumber(taken, portalUrl).open();
                changed.run();
            }
        });
        var give = new Div(select, new Span());
        give.addClassName("give");
        return give;
    }
}
