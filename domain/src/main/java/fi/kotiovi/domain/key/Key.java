package fi.kotiovi.domain.key;

import fi.kotiovi.domain.housing.Address;
import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.KeyState;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as the key room knows it. {@code tag} says nothing of the address; {@code hook} is where it hangs;
 * {@code address} is missing for keys of a
 * whole building; {@code holder} is who has it when it does not hang there.
 */
public record Key(
        UUID id,
        String tag,
        String hook,
        KeyKind kind,
        String serial,
        KeyState state,
        @Nullable Address address,
        @Nullable UUID holderId,
        @Nullable String holder)
        implements Serializable {}
