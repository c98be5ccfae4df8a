package fi.kotiovi.schema;

/** How much invented life the demo gets. */
public enum DemoSize {
    /** Four buildings, about 40 homes, two months of history. */
    SMALL,
    /** 10,000 homes and one year, the size of one real office. */
    FULL
}
