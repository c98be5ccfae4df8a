package fi.kotiovi.domain.key;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How handing keys over, or taking them back, ended. */
public sealed interface Handover {
    /** It is done and signed; {@code number} stands on the receipt. */
    record Done(UUID receipt, String number, List<Key> keys) implements Handover {}

    /** These keys are not where the form believed; nothing was done. */
    record Elsewhere(List<Key> keys) implements Handover {}

    /** These keys belong to another home or hang in another office's room; nothing was done. */
    record NotOfThisHome(List<Key> keys) implements Handover {}

    /** No key was ticked. */
    record NoKeys() implements Handover {}

    /** The visit is not being served now, or is not about handing keys this way. */
    record NotServing() implements Handover {}

    /** The lease begins later and no manager has agreed to an earlier day. */
    record TooEarly(LocalDate leaseStart) implements Handover {}

    /** The visitor neither lives there nor is going to. */
    record NoLease() implements Handover {}

    /** Nobody has signed. */
    record NotSigned() implements Handover {}
}
