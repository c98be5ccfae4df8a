package fi.kotiovi.domain.key;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.Language;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit to get ready for: who comes when for what, the papers, the keys and where they hang.
 *
 * @param keys those that will be handed over; for a return, those that should come
 * @param staged which of them have been taken off the wall
 * @param leaseStart when it lies ahead of the visit, so that a manager has to agree
 */
public record Preparation(
        UUID visit,
        String typeCode,
        Localized type,
        Localized bring,
        boolean handsOver,
        LocalDateTime at,
        String resident,
        Language language,
        Address address,
        List<Key> keys,
        Set<UUID> staged,
        String note,
        @Nullable LocalDate leaseStart,
        boolean agreedEarly)
        implements Serializable {
    public Preparation {
        keys = List.copyOf(keys);
        staged = Set.copyOf(staged);
    }
}
