package fi.kotiovi.backoffice.workorder;

import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way to a home, on a map that asks for no key. Only the building goes out, never the flat. */
public final class Routes {
    private Routes() {}

    public static String to(Address address) {
        return "https://www.openstreetmap.org/search?query="
                + URLEncoder.encode(
                        address.building(Language.FI) + ", " + address.postcode() + " " + address.town(),
                        StandardCharsets.UTF_8);
    }
}
