package fi.kotiovi.domain.key;

import java.util.List;

/** How handing keys over, or taking them back, ended. */
public sealed interface Handover {
    record Done(List<Key> keys) implements Handover {}

    /** These keys are not where the form believed; nothing was done. */
    record Elsewhere(List<Key> keys) implements Handover {}

    /** No key was ticked. */
    record NoKeys() implements Handover {}

    /** The visit is not being served now. */
    record NotServing() implements Handover {}
}
