package fi.kotiovi.portal.visit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;

/** How long a time is still kept, counted down in the browser; the server is asked once, at the end. */
class Countdown extends Div {
    private static final long serialVersionUID = 1;
    private static final String COUNT = """
            const over = Date.now() + $0 * 1000;
            clearTimeout(this.counting);
            const tick = () => {
              const left = Math.max(0, Math.ceil((over - Date.now()) / 1000));
              this.textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
              if (!this.isConnected) return;
              if (left > 0) this.counting = setTimeout(tick, 1000);
              else this.dispatchEvent(new CustomEvent('over'));
            };
            tick();
            """;

    private final Span time = new Span();
    private final long seconds;

    Countdown(Duration left, Runnable over) {
        seconds = left.toSeconds();
        addClassName("countdown");
        time.addClassName("num");
        time.getElement().setAttribute("role", "timer");
        // a moment later, so that the server's clock has come to the same end
        time.getElement().addEventListener("over", event -> over.run()).debounce(1500);
        var text = new Paragraph(getTranslation("visit.held.left"));
        add(text, time);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        time.getElement().executeJs(COUNT, (double) seconds);
    }
}
