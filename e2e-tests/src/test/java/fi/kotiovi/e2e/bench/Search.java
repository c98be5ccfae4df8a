package fi.kotiovi.e2e.bench;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.search.Searches;
import fi.kotiovi.schema.DemoSize;
import fi.kotiovi.vocabulary.Language;
import fi.kotiovi.vocabulary.StaffRole;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/**
 * One field over everything, on the full demo: 10,000 homes, 60,000 contacts. Names, bent words, wrong letters, addresses,
 * numbers and words that are in every second message, asked in turn.
 */
final class Search implements Bench.Measurement {
    /** As many at once as a small machine has processors: more would measure how they wait for those. */
    private static final int CLERKS = 2;

    private static final int CALLS = 2_000;
    private static final int WARM_UP = 300;
    private static final double TARGET_MILLIS = 100;

    /** Each finds something; the last of all nothing. */
    private static final List<String> ASKED = List.of(
            "avaimen",
            "saunavuorot",
            "autopaikkojen vaihto",
            "Virtala",
            "aino karuh",
            "lehmuskja 4",
            "Lehmuskuja 4 B 2",
            "polkupyörät",
            "häiritsevä remontti",
            "nyckel till tvättstugan",
            "parking visitors",
            "hei",
            "kiitos vastauksesta",
            "makuuhuoneen patteri kylmä",
            "hana tippu",
            "vuorka",
            "palovaroittimen",
            "mäkelä",
            "satunnainenolematon");

    @Override
    public Report measure() {
        try (var ground = new Ground(DemoSize.FULL)) {
            var clerk = clerk(ground);
            var searches = ground.office(Searches.class);
            var left = new AtomicInteger();
            ASKED.forEach(words -> ground.as(clerk, () -> searches.all(words)));
            var tapes = ASKED.stream()
                    .map(words -> Tape.of(() -> ground.as(clerk, () -> searches.all(words))))
                    .toList();
            IntPredicate service = client -> {
                var n = left.getAndDecrement();
                return n > 0 && asked(ground, clerk, searches, ASKED.get(n % ASKED.size()));
            };
            IntPredicate same = client -> {
                var n = left.getAndDecrement();
                return n > 0 && replayed(ground, tapes.get(n % tapes.size()));
            };
            run(left, service, WARM_UP);
            run(left, same, WARM_UP);
            var limit = run(left, same, CALLS);
            var ours = run(left, service, CALLS);
            var blind = ASKED.subList(0, ASKED.size() - 1).stream()
                    .filter(words -> ground.as(clerk, () -> searches.all(words)).isEmpty())
                    .count();
            return new Report("search")
                    .compare(ours, limit)
                    .put("targetP99Ms", TARGET_MILLIS)
                    .put("statements", tapes.getFirst().length())
                    .put("wrong", blind + CALLS - ours.count())
                    .put("contacts", ground.owner().count("select count(*) from contact"))
                    .put("homes", ground.owner().count("select count(*) from home"))
                    .put("clients", CLERKS);
        }
    }

    private static boolean asked(Ground ground, Caller.Staff clerk, Searches searches, String words) {
        var _ = ground.as(clerk, () -> searches.all(words));
        return true;
    }

    private static Samples run(AtomicInteger left, IntPredicate call, int count) {
        left.set(count);
        return Crowd.run(CLERKS, call);
    }

    private static boolean replayed(Ground ground, Tape tape) {
        try (var connection = ground.officeConnection()) {
            tape.replay(connection, Map.of());
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Caller.Staff clerk(Ground ground) {
        var office = ground.owner()
                .column("select id from office order by code limit 1")
                .getFirst();
        var staff = ground.owner()
                .column("select id from staff where office_id is not null limit 1")
                .getFirst();
        return new Caller.Staff(
                UUID.fromString(staff),
                "Bench",
                "Clerk",
                Language.FI,
                Set.of(StaffRole.AGENT, StaffRole.DESK, StaffRole.MANAGER),
                UUID.fromString(office),
                null);
    }
}
