package fi.kotiovi.domain.housing;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;

/** Where a home is, written the Finnish way: {@code Lehmuskuja 4 B 27}. */
public record Address(
        Localized street, String houseNumber, String staircase, int flatNumber, int floor, String postcode, String town)
        implements Serializable {
    public String in(Language language) {
        return building(language) + " " + staircase + " " + flatNumber;
    }

    /** Without staircase and flat. */
    public String building(Language language) {
        return street.in(language) + " " + houseNumber;
    }
}
