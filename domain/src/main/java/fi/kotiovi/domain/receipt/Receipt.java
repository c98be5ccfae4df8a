package fi.kotiovi.domain.receipt;

import fi.kotiovi.domain.Localized;
import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyDirection;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyOutcome;
import fi.kotiovi.vocabulary.KeySigning;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who got or brought which keys, when, and how it was signed.
 *
 * @param png the signature in Base64; missing unless it was drawn on the screen
 */
public record Receipt(
        UUID id,
        String number,
        KeyDirection direction,
        OffsetDateTime at,
        Address address,
        Localized office,
        String receiver,
        String clerk,
        @Nullable IdKind idKind,
        KeySigning signing,
        String signedName,
        @Nullable String png,
        List<Item> keys)
        implements Serializable {
    /** One key of it. */
    public record Item(String tag, KeyKind kind, KeyOutcome outcome) implements Serializable {}
}
