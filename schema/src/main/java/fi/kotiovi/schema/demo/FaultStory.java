package fi.kotiovi.schema.demo;

import java.util.ArrayList;
import java.util.List;

/** The steps a fault goes through, with the working minutes that each takes after the one before. */
final class FaultStory {
    private static final int DAY = 8 * 60;

    private final Seed seed;
    private final boolean urgent;
    private final boolean onCall;
    private final List<Step> steps = new ArrayList<>();
    private String reason = "";

    /** {@code note} is the key of a saying, or empty. */
    record Step(String state, String actor, int minutes, String note) {}

    /** @param onCall whether it goes to the person on call, at any hour */
    FaultStory(Seed seed, String urgency, boolean onCall) {
        this.seed = seed;
        this.urgent = urgency.equals("P2");
        this.onCall = onCall;
        add("RECEIVED", "RESIDENT", 0, 0, "");
    }

    /** Until somebody confirmed that it is fixed, or found another reason to close it. */
    FaultStory closed() {
        int of100 = onCall ? 100 : seed.between(1, 100);
        if (of100 <= 4) {
            close("RESIDENT", "WITHDRAWN", "withdrawn");
        } else if (of100 <= 7) {
            close("CREW", "DUPLICATE", "duplicate");
        } else if (of100 <= 9) {
            close("CREW", "RESIDENT_TASK", "resident_task");
        } else if (of100 <= 12) {
            close("CREW", "TO_PROGRAMME", "programme");
        } else if (of100 <= 16) {
            visited();
            close("CREW", "NO_FAULT_FOUND", "not_found");
        } else {
            fixed();
        }
        return this;
    }

    /** Fixed, and confirmed by the resident or by silence. */
    FaultStory fixed() {
        done();
        var confirmed = seed.chance(65);
        // the days until then are added by the calendar, not by working time
        steps.add(new Step("CLOSED", confirmed ? "RESIDENT" : "SYSTEM", 0, confirmed ? "confirmed" : "auto_closed"));
        reason = "FIXED";
        return this;
    }

    /** As far as that state and no further. */
    FaultStory until(String state) {
        switch (state) {
            case "RECEIVED" -> {
                // nothing has happened yet
            }
            case "ACCEPTED" -> accepted();
            case "SCHEDULED" -> scheduled();
            case "IN_PROGRESS" -> visited();
            case "NO_ACCESS" -> noAccess();
            case "WAITING" -> {
                visited();
                waiting();
            }
            case "DONE" -> done();
            default -> throw new IllegalArgumentException(state);
        }
        return this;
    }

    private void done() {
        if (!onCall && seed.chance(6)) {
            noAccess();
        }
        visited();
        if (!onCall && seed.chance(12)) {
            waiting();
            add("IN_PROGRESS", "CREW", DAY, 4 * DAY, "");
        }
        add("DONE", onCall ? "ON_CALL" : "CREW", onCall ? 30 : 15, onCall ? 150 : 110, "done");
    }

    private void noAccess() {
        scheduled();
        add("ON_THE_WAY", "CREW", 60, 900, "on_the_way");
        add("NO_ACCESS", "CREW", 10, 35, "no_access");
    }

    private void visited() {
        if (onCall) {
            add("ON_CALL_ALERTED", "SYSTEM", 0, 0, "");
            add("ACCEPTED", "ON_CALL", 1, 8, "acknowledged");
            add("ON_THE_WAY", "ON_CALL", 3, 12, "on_the_way");
            add("IN_PROGRESS", "ON_CALL", 12, 45, "");
            return;
        }
        if (steps.size() > 1 || seed.chance(60)) {
            scheduled();
        } else {
            accepted();
        }
        add("ON_THE_WAY", "CREW", urgent ? 30 : 150, urgent ? 400 : 2_000, "on_the_way");
        add("IN_PROGRESS", "CREW", 8, 35, "");
    }

    private void waiting() {
        add("WAITING", "CREW", 20, 60, seed.chance(75) ? "waiting.part" : "waiting.contractor");
    }

    private void scheduled() {
        if (steps.size() == 1) {
            accepted();
        }
        add("SCHEDULED", "CREW", 2, 40, "scheduled");
    }

    private void accepted() {
        add("ACCEPTED", "CREW", urgent ? 8 : 20, urgent ? 180 : 600, "");
    }

    private void close(String actor, String why, String note) {
        add("CLOSED", actor, 20, 500, note);
        reason = why;
    }

    private void add(String state, String actor, int least, int most, String note) {
        steps.add(new Step(state, actor, seed.between(least, most), note));
    }

    List<Step> steps() {
        return steps;
    }

    int minutes() {
        return steps.stream().mapToInt(Step::minutes).sum();
    }

    boolean onCall() {
        return onCall;
    }

    /** Why it was closed; empty while it is not. */
    String reason() {
        return reason;
    }
}
