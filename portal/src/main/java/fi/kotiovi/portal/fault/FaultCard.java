package fi.kotiovi.portal.fault;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.domain.fault.Fault;
import fi.kotiovi.portal.shell.Languages;

/** A fault in one look: what it is, how it stands, what happens next. */
public class FaultCard extends Anchor {
    private static final long serialVersionUID = 1;

    public FaultCard(Fault fault) {
        super("/faults/" + fault.id());
        addClassNames("card", "item");
        var words = new FaultWords(this::getTranslation, Languages.current());
        var name = new H2(fault.problem().in(Languages.current()));
        name.addClassName("grow");
        var state = new Span(words.state(fault.state()));
        state.addClassNames("pill", FaultWords.colour(fault));
        var head = new Div(FaultPictures.ofCategory(fault.category()).icon("spruce"), name, state);
        head.addClassName("row");
        var next = new Paragraph(words.next(fault));
        next.addClassNames("soft", "small", "indent");
        add(head, next, new ProgressBars(words.progress(fault.state())));
    }
}
