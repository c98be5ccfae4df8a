package fi.kotiovi.domain.oncall;

import fi.kotiovi.domain.workorder.WorkOrder;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert that nobody has acknowledged yet. {@code alerted} is who was called last, {@code nextAt} when the next one
 * is; {@code generation} makes a stale link harmless.
 */
public record Alert(
        UUID id,
        int generation,
        int step,
        OffsetDateTime triggeredAt,
        OffsetDateTime nextAt,
        @Nullable String alerted,
        @Nullable String next,
        WorkOrder workOrder)
        implements Serializable {}
