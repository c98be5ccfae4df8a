package fi.kotiovi.domain.key;

import static fi.kotiovi.db.Tables.KEY;
import static fi.kotiovi.db.Tables.KEY_RACK;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.falseCondition;

import fi.kotiovi.vocabulary.KeyState;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The wall of the caller's key room as one stands before it. */
@Service
public class KeyWall {
    private static final Set<KeyState> HERE =
            Arrays.stream(KeyState.values()).filter(Key::isHere).collect(Collectors.toUnmodifiableSet());

    private final DSLContext db;
    private final Clerks clerks;

    KeyWall(DSLContext db, Clerks clerks) {
        this.db = db;
        this.clerks = clerks;
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
        var looks = db
                .select(KEY.HOOK, boolOr(KEY.STATE.in(HERE)))
                .from(KEY)
                .where(KEY.OFFICE_ID.eq(office))
                .and(belongs)
                .and(KEY.STATE.ne(KeyState.RETIRED))
                .groupBy(KEY.HOOK)
                .fetch()
                .stream()
                .flatMap(r -> Hook.read(r.value1()).stream().map(hook -> Map.entry(hook, look(r.value2()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, KeyWall::either));
        return db.select(KEY_RACK.NAME, KEY_RACK.HOOKS, KEY_RACK.PER_ROW)
                .from(KEY_RACK)
                .where(KEY_RACK.OFFICE_ID.eq(office))
                .and(KEY_RACK.NAME.in(names))
                .orderBy(KEY_RACK.NAME)
                .fetch(rack -> new Wall(rack.value1(), rack.value2(), rack.value3(), of(rack.value1(), looks)));
    }

    private static Map<Integer, Wall.Look> of(String rack, Map<Hook, Wall.Look> looks) {
        return looks.entrySet().stream()
                .filter(one -> one.getKey().rack().equals(rack))
                .collect(Collectors.toMap(one -> one.getKey().number(), Map.Entry::getValue));
    }

    private static Wall.Look look(boolean here) {
        return here ? Wall.Look.OCCUPIED : Wall.Look.OUT;
    }

    /** One hook, written in two ways. */
    private static Wall.Look either(Wall.Look one, Wall.Look other) {
        return look(one == Wall.Look.OCCUPIED || other == Wall.Look.OCCUPIED);
    }
}
