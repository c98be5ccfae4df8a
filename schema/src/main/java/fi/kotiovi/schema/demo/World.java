package fi.kotiovi.schema.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** What every noun of the demo needs to know: the moment it is seen at, the calendar, the size, and where rows go. */
record World(Instant now, WorkDays workDays, Volume volume, Rows rows) {
    LocalDate today() {
        return WorkDays.day(now);
    }

    /** Says how far it is, where that takes long enough to wonder. */
    void progress(String noun, int done, int of) {
        if (of >= 1_000 && done % 1_000 == 0) {
            System.out.println(String.format(Locale.ROOT, "Demo: %s %,d of %,d", noun, done, of));
        }
    }
}
