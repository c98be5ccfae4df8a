package fi.kotiovi.domain.key;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Address;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may have business with the keys of a home.
 *
 * @param from the first day of the lease
 * @param last the last one; missing while the lease has no end
 * @param elsewhere the office in whose room the keys hang, when it is not the clerk's own
 */
public record KeyCaller(
        UUID resident,
        String name,
        UUID home,
        Address address,
        LocalDate from,
        @Nullable LocalDate last,
        @Nullable Localized elsewhere)
        implements Serializable {}
