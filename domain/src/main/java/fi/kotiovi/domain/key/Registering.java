package fi.kotiovi.domain.key;

import java.util.List;

/** How writing a key into the register, moving it or taking it out ended. */
public sealed interface Registering {
    record Done(List<Key> keys) implements Registering {}

    /** Another key carries this tag. */
    record TagTaken(String tag) implements Registering {}

    /** Not written as a tag is: K- and four to six digits. */
    record TagUnreadable() implements Registering {}

    /** No such hook on the wall of this office. */
    record NoSuchHook() implements Registering {}

    /** The key is out, or was retired already. */
    record NotHere(Key key) implements Registering {}
}
