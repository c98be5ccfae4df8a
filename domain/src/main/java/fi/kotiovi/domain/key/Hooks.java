package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY_RACK;

import fi.kotiovi.domain.key.Clerks.Clerk;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether somebody can hang a key where they say. */
@Component
class Hooks {
    private final DSLContext db;

    Hooks(DSLContext db) {
        this.db = db;
    }

    /** The hook as it is written on the wall; until the transaction ends nobody takes it down. */
    Optional<String> find(String typed, Clerk clerk) {
        return Hook.read(typed)
                .filter(hook -> db.select(KEY_RACK.NAME)
                        .from(KEY_RACK)
                        .where(KEY_RACK.OFFICE_ID.eq(clerk.office()))
                        .and(KEY_RACK.NAME.eq(hook.rack()))
                        .and(KEY_RACK.HOOKS.ge(hook.number()))
                        .forShare()
                        .fetchOptional()
                        .isPresent())
                .map(Hook::label);
    }
}
