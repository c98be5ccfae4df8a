package fi.kotiovi.domain.knowledge;

import static fi.kotiovi.db.Tables.CONTACT;
import static fi.kotiovi.db.Tables.CONTACT_MESSAGE;
import static fi.kotiovi.vocabulary.StaffRole.AGENT;
import static fi.kotiovi.vocabulary.StaffRole.DESK;
import static fi.kotiovi.vocabulary.StaffRole.MANAGER;

import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.privacy.Secrets;
import fi.kotiovi.vocabulary.MessageDirection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** A draft from the {@link ReplyWriter}, for a clerk who asks for one. */
@Service
public class ReplyDrafts {
    private final DSLContext db;
    private final Callers callers;
    private final ReplyWriter writer;

    /** {@code wanted} is the name of the bean that writes. */
    ReplyDrafts(
            DSLContext db,
            Callers callers,
            Map<String, ReplyWriter> writers,
            @Value("${kotiovi.reply-writer:" + NoReplyWriter.NAME + "}") String wanted) {
        this.db = db;
        this.callers = callers;
        this.writer = Optional.ofNullable(writers.get(wanted))
                .orElseThrow(() -> new IllegalArgumentException(
                        "KOTIOVI_REPLY_WRITER must be one of " + writers.keySet() + ", not \"" + wanted + "\"."));
    }

    public boolean areOn() {
        return writer.isOn();
    }

    /** Not in a transaction: none is open while something outside takes its time. */
    public Optional<String> draft(UUID contact, List<Suggestion> suggested) {
        callers.staff(AGENT, DESK, MANAGER);
        return writer.isOn() ? writer.draft(question(contact, suggested)) : Optional.empty();
    }

    private ReplyWriter.Question question(UUID contact, List<Suggestion> suggested) {
        var asked = db.select(CONTACT.LANGUAGE, CONTACT.SUBJECT)
                .from(CONTACT)
                .where(CONTACT.ID.eq(contact))
                .fetchSingle();
        var message = db
                .select(CONTACT_MESSAGE.BODY)
                .from(CONTACT_MESSAGE)
                .where(CONTACT_MESSAGE.CONTACT_ID.eq(contact))
                .and(CONTACT_MESSAGE.DIRECTION.eq(MessageDirection.IN))
                .orderBy(CONTACT_MESSAGE.ID)
                .fetch(CONTACT_MESSAGE.BODY)
                .stream()
                .collect(Collectors.joining("\n\n"));
        return new ReplyWriter.Question(
                asked.value1(),
                Secrets.without(asked.value2()),
                Secrets.without(message),
                suggested.stream()
                        .filter(one -> one.isArticle() && !one.inside())
                        .map(Suggestion::body)
                        .toList());
    }
}
