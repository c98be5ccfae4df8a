package fi.kotiovi.domain.key;

import fi.kotiovi.vocabulary.KeySigning;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Who signed and how: drawn on the screen, as a PNG in Base64, or on paper that the office keeps.
 *
 * @param png empty unless it was drawn
 */
public record Signature(KeySigning signing, String png, String name) implements Serializable {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int SHORTEST = 60;
    private static final int LONGEST = 200_000;
    private static final int LONGEST_NAME = 120;

    public static Signature drawn(String png, String name) {
        return new Signature(KeySigning.SCREEN, png, name.strip());
    }

    public static Signature onPaper(String name) {
        return new Signature(KeySigning.PAPER, "", name.strip());
    }

    static Signature onEnvelope(String name) {
        return new Signature(KeySigning.DROP_BOX, "", name.strip());
    }

    /** Whether somebody has signed: a name, and on the screen a picture as well. */
    public boolean isGiven() {
        return name.length() >= 2 && name.length() <= LONGEST_NAME && (signing != KeySigning.SCREEN || image() != null);
    }

    byte @Nullable [] image() {
        if (signing != KeySigning.SCREEN) {
            return null;
        }
        try {
            var bytes = Base64.getDecoder().decode(png);
            return bytes.length >= SHORTEST
                            && bytes.length <= LONGEST
                            && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length)
                    ? bytes
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
