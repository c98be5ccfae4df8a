package fi.kotiovi.domain.identity;

import static fi.kotiovi.db.Tables.DEMO_SIGN_IN;
import static org.jooq.Records.mapping;

import fi.kotiovi.vocabulary.Realm;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sign-ins of the demo, for the sign-in page to offer; a real installation has none. */
@Service
public class DemoSignIns {
    private final DSLContext db;

    DemoSignIns(DSLContext db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public List<DemoSignIn> of(Realm realm) {
        return db.select(DEMO_SIGN_IN.USERNAME, DEMO_SIGN_IN.PASSWORD, DEMO_SIGN_IN.WHO)
                .from(DEMO_SIGN_IN)
                .where(DEMO_SIGN_IN.REALM.eq(realm))
                .orderBy(DEMO_SIGN_IN.USERNAME)
                .fetch(mapping(DemoSignIn::new));
    }

    /** One of them; {@code who} says in English what to try with it. */
    public record DemoSignIn(String username, String password, String who) {}
}
