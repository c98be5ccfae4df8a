package fi.kotiovi.domain.housing;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static fi.kotiovi.db.Tables.RESIDENT;
import static org.jooq.impl.DSL.noCondition;

import java.util.Arrays;
import org.jooq.Condition;

/** What staff type to find somebody who lives somewhere: the beginnings of names and streets, and the numbers of homes. */
public final class HomeWords {
    private HomeWords() {}

    /** Every word of the text fits the resident, the building or the home of a row; a text without words fits all. */
    public static Condition fit(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .map(HomeWords::fitsWord)
                .reduce(noCondition(), Condition::and);
    }

    private static Condition fitsWord(String word) {
        return RESIDENT.FAMILY_NAME
                .startsWithIgnoreCase(word)
                .or(RESIDENT.GIVEN_NAME.startsWithIgnoreCase(word))
                .or(BUILDING.STREET_FI.startsWithIgnoreCase(word))
                .or(BUILDING.STREET_SV.startsWithIgnoreCase(word))
                .or(BUILDING.HOUSE_NUMBER.equalIgnoreCase(word))
                .or(HOME.STAIRCASE.equalIgnoreCase(word))
                .or(HOME.FLAT_NUMBER.cast(String.class).eq(word));
    }
}
