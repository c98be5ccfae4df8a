package fi.kotiovi.domain.knowledge;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door is shut, as it is wherever nobody has opened it. */
@Component(NoReplyWriter.NAME)
class NoReplyWriter implements ReplyWriter {
    static final String NAME = "off";

    @Override
    public boolean isOn() {
        return false;
    }

    @Override
    public Optional<String> draft(Question question) {
        return Optional.empty();
    }
}
