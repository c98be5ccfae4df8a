package fi.kotiovi.domain.key;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.vocabulary.KeyKind;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that a crew has, with where to bring it back; phone in E.164. What it opens stands in the work order, so that a
 * phone that is lost does not tell.
 *
 * @param borrower who of the crew took it
 */
public record CrewKey(
        UUID loan,
        String tag,
        KeyKind kind,
        UUID workOrder,
        String number,
        Localized problem,
        @Nullable String borrower,
        OffsetDateTime dueAt,
        Localized office,
        String officeAddress,
        String officePhone)
        implements Serializable {}
