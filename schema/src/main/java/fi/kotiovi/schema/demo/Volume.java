package fi.kotiovi.schema.demo;

/**
 * How much of everything is invented. The people and buildings with names are the same in every volume.
 *
 * @param days how far back the history reaches
 */
public record Volume(
        int offices,
        int homes,
        int days,
        int faults,
        int openFaults,
        int contacts,
        int waitingContacts,
        int visits,
        int upcomingVisits) {
    /** Enough to look around in. */
    public static final Volume SMALL = new Volume(1, 40, 60, 90, 12, 140, 14, 60, 12);

    /** Enough to feel what a year of a large landlord weighs. */
    public static final Volume FULL = new Volume(5, 10_000, 365, 15_000, 260, 60_000, 60, 8_000, 240);
}
