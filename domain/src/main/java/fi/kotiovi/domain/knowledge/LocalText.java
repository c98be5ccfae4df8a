package fi.kotiovi.domain.knowledge;

import fi.kotiovi.domain.Storable;
import java.io.Serializable;

/** An article in one language; {@code words} are what people type who do not know our word for it. */
public record LocalText(String title, String body, String words) implements Serializable {
    /** Characters. */
    public static final int LONGEST_TITLE = 120;

    /** Characters. */
    public static final int LONGEST_BODY = 10_000;

    /** Characters. */
    public static final int LONGEST_WORDS = 500;

    /** Nothing written yet. */
    public static final LocalText EMPTY = new LocalText("", "", "");

    public LocalText {
        title = Storable.text(title).strip();
        body = Storable.text(body).strip();
        words = Storable.text(words).strip();
    }
}
