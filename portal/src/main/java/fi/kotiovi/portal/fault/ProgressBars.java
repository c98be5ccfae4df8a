package fi.kotiovi.portal.fault;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How far a fault has come, four short bars; the words beside it say the same. */
class ProgressBars extends Div {
    static final int STEPS = 4;

    private static final long serialVersionUID = 1;

    ProgressBars(int reached) {
        addClassNames("bars", "indent");
        getElement().setAttribute("aria-hidden", "true");
        for (int step = 1; step <= STEPS; step++) {
            var bar = new Span();
            if (step <= reached) {
                bar.addClassName("on");
            }
            add(bar);
        }
    }
}
