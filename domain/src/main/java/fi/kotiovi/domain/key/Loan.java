package fi.kotiovi.domain.key;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key that is out with a crew or a contractor; phone in E.164. */
public record Loan(
        UUID id,
        Key key,
        String workOrder,
        @Nullable String borrower,
        @Nullable String contractor,
        @Nullable String phone,
        @Nullable String email,
        OffsetDateTime lentAt,
        OffsetDateTime dueAt,
        int step)
        implements Serializable {}
