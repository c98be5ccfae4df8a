package fi.kotiovi.domain.contact;

import static fi.kotiovi.db.Tables.CONTACT_TOPIC;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What a contact can be about: the same list for whoever writes and for whoever answers the telephone. */
@Component
public class Topics {
    private final DSLContext db;

    Topics(DSLContext db) {
        this.db = db;
    }

    public List<Topic> inOrder() {
        return db.select(
                        CONTACT_TOPIC.CODE,
                        row(CONTACT_TOPIC.NAME_FI, CONTACT_TOPIC.NAME_SV, CONTACT_TOPIC.NAME_EN)
                                .mapping(Localized::new))
                .from(CONTACT_TOPIC)
                .orderBy(CONTACT_TOPIC.POSITION)
                .fetch(mapping(Topic::new));
    }
}
