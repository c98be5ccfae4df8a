package fi.kotiovi.domain.contact;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Within how many office hours a topic is answered; null is the usual end of the second working day. */
public record AnswerTime(Topic topic, @Nullable Integer hours) implements Serializable {
    public static final int LONGEST = 200;
}
