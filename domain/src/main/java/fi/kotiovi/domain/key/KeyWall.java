package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_RACK;
import static org.jooq.impl.DSL.falseCondition;

import fi.kotiovi.vocabulary.KeyState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
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
        return drawn(List.of(name)).stream().findFirst();
    }

    /** Several of them at once, by name. */
    @Transactional(readOnly = true)
    public List<Wall> drawn(Collection<String> names) {
        var office = clerks.here().office();
        var belongs =
                names.stream().map(name -> KEY.HOOK.startsWith(name + " ")).reduce(falseCondition(), Condition::or);
        var keys = rows.list(KEY.OFFICE_ID.eq(office).and(belongs).and(KEY.STATE.ne(KeyState.RETIRED)), MOST).stream()
                .filter(key -> Hook.read(key.hook()).isPresent())
                .collect(Collectors.groupingBy(
                        key -> Hook.read(key.hook()).orElseThrow().rack(),
                        Collectors.groupingBy(
                                key -> Hook.read(key.hook()).orElseThrow().number())));
        return db.select(KEY_RACK.NAME, KEY_RACK.HOOKS, KEY_RACK.PER_ROW)
                .from(KEY_RACK)
                .where(KEY_RACK.OFFICE_ID.eq(office))
                .and(KEY_RACK.NAME.in(names))
                .orderBy(KEY_RACK.NAME)
                .fetch(rack -> new Wall(
                        rack.value1(), rack.value2(), rack.value3(), keys.getOrDefault(rack.value1(), Map.of())));
    }
}
