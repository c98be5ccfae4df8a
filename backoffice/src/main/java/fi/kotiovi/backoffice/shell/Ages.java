package fi.kotiovi.backoffice.shell;

import fi.kotiovi.vocabulary.Language;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long something has waited, as one says it: {@code 1 pv 3 h}. */
@Component
public class Ages {
    private final Texts texts;

    Ages(Texts texts) {
        this.texts = texts;
    }

    public String shown(Duration age, Language language) {
        if (age.toDays() > 0) {
            return texts.in(language, "age.days", age.toDays(), age.toHoursPart());
        }
        if (age.toHours() > 0) {
            return texts.in(language, "age.hours", age.toHours());
        }
        return age.toMinutes() > 0 ? texts.in(language, "age.minutes", age.toMinutes()) : texts.in(language, "age.now");
    }
}
