package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Span;

/** A word or two on a coloured ground; the words say it, the colour repeats it. */
public class Pill extends Span {
    private static final long serialVersionUID = 1;

    public Pill(String text, Tone tone) {
        super(text);
        addClassNames("pill", tone.css);
    }

    /** What a colour means, everywhere. */
    public enum Tone {
        /** Waits for somebody. */
        SUN("sun"),
        /** Done, well. */
        MOSS("moss"),
        /** Danger and nothing else. */
        EMBER("ember"),
        /** Information. */
        SKY("sky"),
        PLAIN("plain");

        private final String css;

        Tone(String css) {
            this.css = css;
        }
    }
}
