package fi.kotiovi.domain.town;

import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Takes one expected outcome out of a sealed result. */
public final class Expect {
    private Expect() {}

    /** The result, which must be of this kind. */
    public static <T> T a(Class<T> kind, @Nullable Object result) {
        Assertions.assertThat(result).isInstanceOf(kind);
        return Objects.requireNonNull(kind.cast(result));
    }
}
