package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_RACK;

import fi.kotiovi.vocabulary.KeyState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The wall of the caller's key room as one stands before it. */
@Service
public class KeyWall {
    private static final int MOST = 5_000;

    private final DSLContext db;
    private final Clerks clerks;
    private final KeyRows rows;

    KeyWall(DSLContext db, Clerks clerks, KeyRows rows) {
        this.db = db;
        this.clerks = clerks;
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public List<String> racks() {
        return db.select(KEY_RACK.NAME)
                .from(KEY_RACK)
                .where(KEY_RACK.OFFICE_ID.eq(clerks.here().office()))
                .orderBy(KEY_RACK.NAME)
                .fetch(KEY_RACK.NAME);
    }

    @Transactional(readOnly = true)
    public Optional<Wall> rack(String name) {
        var office = clerks.here().office();
        return db.select(KEY_RACK.HOOKS, KEY_RACK.PER_ROW)
                .from(KEY_RACK)
                .where(KEY_RACK.OFFICE_ID.eq(office))
                .and(KEY_RACK.NAME.eq(name))
                .fetchOptional(rack -> {
                    var keys = rows.list(
                            KEY.OFFICE_ID
                                    .eq(office)
                                    .and(KEY.HOOK.startsWith(name + " "))
                                    .and(KEY.STATE.ne(KeyState.RETIRED)),
                            MOST);
                    return new Wall(
                            name,
                            rack.value1(),
                            rack.value2(),
                            keys.stream()
                                    .filter(key -> Hook.read(key.hook()).isPresent())
                                    .collect(Collectors.groupingBy(key ->
                                            Hook.read(key.hook()).orElseThrow().number())));
                });
    }
}
