package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.contact.Answers;

/** Says that an answer is about to leave, and holds it back at one key; goes away by itself when it has left. */
class HeldAnswer extends Div {
    private static final long serialVersionUID = 1;

    /** Counts on the screen of whoever looks; what is true, the service knows. */
    private static final String COUNT = """
            const bar = this, left = bar.querySelector('.left');
            const until = performance.now() + $0 * 1000;
            const step = () => {
              if (!bar.isConnected) return;
              const seconds = Math.ceil((until - performance.now()) / 1000);
              if (seconds <= 0) { bar.hidden = true; bar.querySelector('button').disabled = true; return; }
              left.textContent = seconds;
              setTimeout(step, 200);
            };
            step();""";

    HeldAnswer(String sentence, Runnable withdraw) {
        addClassNames("held", "notice");
        getElement().setAttribute("role", "status");
        var said = new Span(sentence);
        said.addClassName("grow");
        var left = new Span(String.valueOf(Answers.HELD.toSeconds()));
        left.addClassNames("left", "num", "strong");
        left.getElement().setAttribute("aria-hidden", "true");
        var undo = Buttons.line(getTranslation("contact.withdraw"), withdraw);
        undo.addClassName("s");
        Shortcuts.letter(undo, 'z');
        add(said, left, undo);
        addAttachListener(attached -> getElement().executeJs(COUNT, Answers.HELD.toSeconds()));
    }
}
