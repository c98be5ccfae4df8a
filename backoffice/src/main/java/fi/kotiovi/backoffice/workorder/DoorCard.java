package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.workorder.WorkOrder;
import org.jspecify.annotations.Nullable;

/** What to know once one stands in front of the house: who lives there, when, and where the valves and doors are. */
class DoorCard extends Article {
    private static final long serialVersionUID = 1;

    DoorCard(WorkOrder work) {
        addClassNames("card", "job");
        var door = work.door();
        fact("work.place", work.job().place().in(Languages.current()));
        fact("work.resident", door.residentName());
        fact("work.times", door.entryTimes());
        fact("work.shutoff", door.waterShutoff());
        fact("work.access", door.accessNote());
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
