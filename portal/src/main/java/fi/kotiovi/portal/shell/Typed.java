package fi.kotiovi.portal.shell;

import java.util.regex.Pattern;

/** What people type, as far as it can be kept. */
public final class Typed {
    /** NUL, and halves of a character: no keyboard has them, some clipboards do, and no database keeps them. */
    private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private Typed() {}

    /** The text without what nobody sees and nothing can store; everything else stays to the character. */
    public static String keepable(String text) {
        return UNKEEPABLE.matcher(text).replaceAll("");
    }
}
