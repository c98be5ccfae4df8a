package fi.kotiovi.e2e.bench;

import fi.kotiovi.e2e.house.App;
import fi.kotiovi.e2e.house.Until;
import fi.kotiovi.schema.DemoData;
import fi.kotiovi.schema.DemoSize;
import fi.kotiovi.schema.EmbeddedDatabase;
import fi.kotiovi.schema.Migration;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** From the start of the process to the first page served, as {@code ./kotiovi run} starts it; the median of five. */
final class Startup implements Bench.Measurement {
    private static final int RUNS = 5;
    private static final int TARGET_MILLIS = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public Report measure() {
        try (var database = EmbeddedDatabase.temporary()) {
            DemoData.load(database.jdbcUrl(), Migration.OWNER, null, DemoSize.SMALL);
            return new Report("startup")
                    .put("portalMs", median("portal", "KOTIOVI_PORTAL_PORT", database.jdbcUrl()))
                    .put("officeMs", median("backoffice", "KOTIOVI_OFFICE_PORT", database.jdbcUrl()))
                    .put("targetMs", TARGET_MILLIS)
                    .put("runs", RUNS);
        }
    }

    private static long median(String module, String portSetting, String jdbcUrl) {
        var port = App.freePort();
        var settings =
                Map.of("KOTIOVI_DB_URL", jdbcUrl, portSetting, String.valueOf(port), "KOTIOVI_DEMO_MAIL", "true");
        var quick = QuickStart.of(module, settings);
        var millis = new long[RUNS];
        for (int run = 0; run < RUNS; run++) {
            var begun = System.nanoTime();
            try (var app = new App("startup-" + module, port, quick, settings).start()) {
                Until.isTrue("the first page", PATIENCE, () -> app.status("/login") == 200);
                millis[run] = (System.nanoTime() - begun) / 1_000_000;
            }
        }
        System.out.println(module + " " + Arrays.toString(millis));
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }
}
