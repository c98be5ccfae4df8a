package fi.kotiovi.domain.workorder;

/** How a step of a crew ended. */
public sealed interface Stepping {
    /** It is done, now or by an earlier tap on the same button. */
    record Stepped(WorkOrder workOrder) implements Stepping {}

    /** The work order stands elsewhere by now, for instance because a colleague was faster. */
    record NotNow(WorkOrder workOrder) implements Stepping {}

    /** A finished job says what was done. */
    record NoteMissing() implements Stepping {}
}
