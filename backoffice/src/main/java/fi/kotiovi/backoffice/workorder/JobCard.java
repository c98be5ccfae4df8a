package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Icon;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.workorder.WorkOrder;
import org.jspecify.annotations.Nullable;

/** What is broken, where, and what to know at the door. */
class JobCard extends Article {
    private static final long serialVersionUID = 1;

    JobCard(WorkOrder work, Component photos) {
        addClassNames("card", "job");
        var language = Languages.current();
        var door = work.door();
        var number = new Span(work.number());
        number.addClassNames("soft", "small", "num", "grow");
        var top = new Div(number);
        top.addClassName("row");
        if (work.isUrgent()) {
            top.add(new Pill(getTranslation("work.urgent"), Pill.Tone.EMBER));
        }
        var street = new Span(door.address().in(language));
        street.addClassName("strong");
        var where = new Paragraph(
                street,
                new Span(", " + getTranslation("work.floor", door.address().floor())));
        where.addClassName("where");
        var told = new Paragraph(work.job().description());
        told.addClassName("typed");
        add(top, new H1(work.job().problem().in(language)), where, told, photos, new DoorPills(door));
        fact("work.place", work.job().place().in(language));
        fact("work.resident", door.residentName());
        fact("work.times", door.entryTimes());
        fact("work.shutoff", door.waterShutoff());
        fact("work.access", door.accessNote());
        var row = new Div(
                Buttons.link("tel:" + door.phone(), getTranslation("work.call"), Icon.PHONE),
                Buttons.link(Routes.to(door.address()), getTranslation("work.route"), Icon.ROUTE));
        row.addClassNames("row", "two");
        add(row);
    }

    private void fact(String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            var name = new Span(getTranslation(key));
            name.addClassNames("soft", "small");
            var line = new Paragraph(name, new Span(value));
            line.addClassName("fact");
            add(line);
        }
    }
}
