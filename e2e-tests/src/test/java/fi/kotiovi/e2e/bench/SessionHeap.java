package fi.kotiovi.e2e.bench;

import fi.kotiovi.e2e.house.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How much of the portal's memory one signed-in resident with one open page keeps alive. */
final class SessionHeap implements Bench.Measurement {
    private static final int SESSIONS = 150;
    private static final int WARM_UP = 20;
    private static final int TARGET_KIB = 200;
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    @Override
    public Report measure() {
        try (var house = new House()) {
            house.sql().run("""
                    insert into draft (resident_id, kind, subject_id, content, changed_at)
                    select id, 'FAULT', id, jsonb_build_object('submission', gen_random_uuid(), 'place', 'KITCHEN',
                        'problem', 'WATER_LEAK_TAP_DRIPS'), now() from resident where given_name = 'Aino'
                    on conflict do nothing""");
            return new Report("session-heap")
                    .put("homeKib", perSession(house, "", "kesken"))
                    .put("faultFormKib", perSession(house, "faults/new/details", "hetä ilmoitus"))
                    .put("targetKib", TARGET_KIB)
                    .put("sessions", SESSIONS);
        }
    }

    private static double perSession(House house, String route, String seen) {
        var kept = new ArrayList<Robot>();
        open(house, route, seen, WARM_UP, kept);
        var before = live(house);
        open(house, route, seen, SESSIONS, kept);
        var after = live(house);
        return (after - before) / 1024.0 / SESSIONS;
    }

    private static void open(House house, String route, String seen, int count, List<Robot> kept) {
        for (int i = 0; i < count; i++) {
            var robot = new Robot(house.portal().url()).signIn("aino");
            var answer = robot.open(route);
            if (!answer.contains(seen)) {
                throw new IllegalStateException("Not the page that was meant: " + answer);
            }
            kept.add(robot);
        }
    }

    /** Bytes that survive a full collection. */
    private static long live(House house) {
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var process = new ProcessBuilder(jcmd, String.valueOf(house.portal().pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var total = TOTAL.matcher(told);
            if (!total.find()) {
                throw new IllegalStateException("jcmd said: " + told);
            }
            return Long.parseLong(total.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
