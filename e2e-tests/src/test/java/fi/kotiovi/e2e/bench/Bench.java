package fi.kotiovi.e2e.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Runs the measurements that are named, or says which there are. */
public final class Bench {
    private static final Map<String, Supplier<Measurement>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("slot-race", SlotRace::new);
        ALL.put("month-change", MonthChange::new);
        ALL.put("free-slots", FreeSlots::new);
        ALL.put("take-next", TakeNext::new);
        ALL.put("take-next-sizes", TakeNextBySize::new);
        ALL.put("outbox", OutboxRun::new);
        ALL.put("mail-in", MailIn::new);
        ALL.put("report-fault", ReportFaults::new);
        ALL.put("search", Search::new);
        ALL.put("startup", Startup::new);
        ALL.put("first-page", FirstPage::new);
        ALL.put("session-heap", SessionHeap::new);
    }

    private Bench() {}

    public static void main(String[] names) {
        if (names.length == 0) {
            System.out.println("Can be measured: " + String.join(", ", ALL.keySet()) + ", or all.");
            return;
        }
        var wanted = names[0].equals("all") ? ALL.keySet().toArray(String[]::new) : names;
        for (var name : wanted) {
            var measurement = ALL.get(name);
            if (measurement == null) {
                System.err.println(
                        "\"" + name + "\" cannot be measured; there are " + String.join(", ", ALL.keySet()) + ".");
                System.exit(2);
                return;
            }
            measurement.get().measure().tell();
        }
        System.exit(0);
    }

    /** Something that can be measured. */
    @FunctionalInterface
    interface Measurement {
        Report measure();
    }
}
