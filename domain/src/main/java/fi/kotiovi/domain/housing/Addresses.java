package fi.kotiovi.domain.housing;

import static fi.kotiovi.db.Tables.BUILDING;
import static fi.kotiovi.db.Tables.HOME;
import static org.jooq.impl.DSL.row;

import fi.kotiovi.domain.Localized;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** How an address is read in every query that joins {@code building} and {@code home}. */
public final class Addresses {
    /** For queries where both are joined. */
    public static final SelectField<Address> ADDRESS = row(
                    row(BUILDING.STREET_FI, BUILDING.STREET_SV, BUILDING.STREET_FI)
                            .mapping(Localized::new),
                    BUILDING.HOUSE_NUMBER,
                    HOME.STAIRCASE,
                    HOME.FLAT_NUMBER,
                    HOME.FLOOR,
                    BUILDING.POSTCODE,
                    BUILDING.TOWN)
            .mapping(Address::new);

    /** For queries where there may be no home. */
    public static final SelectField<@Nullable Address> ADDRESS_IF_ANY = row(
                    row(BUILDING.STREET_FI, BUILDING.STREET_SV, BUILDING.STREET_FI)
                            .mapping(Localized::new),
                    BUILDING.HOUSE_NUMBER,
                    HOME.STAIRCASE,
                    HOME.FLAT_NUMBER,
                    HOME.FLOOR,
                    BUILDING.POSTCODE,
                    BUILDING.TOWN)
            .mapping(Addresses::addressIfAny);

    private Addresses() {}

    private static @Nullable Address addressIfAny(
            Localized street,
            @Nullable String houseNumber,
            @Nullable String staircase,
            @Nullable Integer flatNumber,
            @Nullable Integer floor,
            @Nullable String postcode,
            @Nullable String town) {
        return houseNumber == null
                        || staircase == null
                        || flatNumber == null
                        || floor == null
                        || postcode == null
                        || town == null
                ? null
                : new Address(street, houseNumber, staircase, flatNumber, floor, postcode, town);
    }
}
