package fi.kotiovi.domain.key;

import fi.kotiovi.vocabulary.KeyKind;
import fi.kotiovi.vocabulary.LockSystem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody types of a new key; without a home it is the building's. */
public record NewKey(
        UUID building,
        @Nullable UUID home,
        String tag,
        String hook,
        KeyKind kind,
        LockSystem lockSystem,
        String serial,
        boolean spare) {}
