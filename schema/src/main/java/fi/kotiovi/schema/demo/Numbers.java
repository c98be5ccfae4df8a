package fi.kotiovi.schema.demo;

import java.time.Instant;

/** The short numbers people say on the phone, in the order in which things came. */
final class Numbers {
    private final String letter;
    private int last;

    Numbers(String letter) {
        this.letter = letter;
    }

    String next(Instant at) {
        return "%s-%02d-%06d".formatted(letter, at.atZone(WorkDays.ZONE).getYear() % 100, ++last);
    }

    /** Lets the next real one follow. */
    void remember(Rows rows, String sequence) {
        if (last > 0) {
            rows.setSequence(sequence, last);
        }
    }
}
