package fi.kotiovi.backoffice.key;

import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.key.Key;

/** How a key's state is said and coloured, the same on every page. */
final class KeyWords {
    private KeyWords() {}

    static Pill state(Key key) {
        var pill = new Pill("", tone(key));
        pill.setText(pill.getTranslation("key.state." + key.state()));
        return pill;
    }

    private static Pill.Tone tone(Key key) {
        return switch (key.state()) {
            case IN_STORE, READY_FOR_PICKUP -> Pill.Tone.MOSS;
            case RESERVED, HANDED_OUT, ORDERED -> Pill.Tone.SKY;
            case LOANED, REKEY_ORDERED -> Pill.Tone.SUN;
            case LOST, BLOCKED, BROKEN -> Pill.Tone.EMBER;
            case RETIRED -> Pill.Tone.PLAIN;
        };
    }
}
