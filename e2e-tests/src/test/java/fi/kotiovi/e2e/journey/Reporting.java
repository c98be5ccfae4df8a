package fi.kotiovi.e2e.journey;

import fi.kotiovi.e2e.browser.Window;

/** The way through a fault report, for tests that are about something else. */
public final class Reporting {
    private Reporting() {}

    /** To the last page of a report about a dripping tap in the kitchen; the resident is Finnish. */
    public static void drippingTap(Window resident) {
        resident.go("/faults/new").pressSaid("danger.none");
        resident.seesHeading(resident.say("place.title")).press("Keittiö");
        resident.seesHeading(resident.say("problem.title")).press("Vesi vuotaa").press("Hana tippuu");
        resident.seesHeading(resident.say("details.title"));
    }

    /** Answers how the caretaker may come in. */
    public static void letIn(Window resident) {
        resident.choose(resident.say("entry.consent.YES")).choose(resident.say("entry.pets.NONE"));
    }

    /** To the last page of a report of water that cannot be stopped, in any language. */
    public static void runningWater(Window resident, String place) {
        resident.go("/faults/new").press(resident.say("danger.WATER_RUNNING"));
        resident.seesHeading(resident.say("place.title")).press(place);
        resident.seesHeading(resident.say("details.title"));
    }
}
