package fi.kotiovi.domain.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Keys that cannot be guessed, and what is kept of them. */
final class SourceKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private SourceKeys() {}

    static String make() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return "kotiovi_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** With so much chance in it a key needs no slow hash: nobody can try them all. */
    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
