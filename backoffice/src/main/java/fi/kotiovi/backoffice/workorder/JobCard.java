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

/** What is broken and where, and the two ways to get there. */
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
        var row = new Div(
                Buttons.link("tel:" + door.phone(), getTranslation("work.call"), Icon.PHONE),
                Buttons.link(Routes.to(door.address()), getTranslation("work.route"), Icon.ROUTE));
        row.addClassNames("row", "two");
        add(row);
    }
}
