package fi.kotiovi.domain.mail;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who we are in the mail, and how an answer finds its contact: by a token that only we can make, in the address that is
 * answered and in the first of the references, because some providers rewrite Message-IDs (field-notes.md M10).
 *
 * @param secret what tokens are signed with; whoever knows it can write into any contact
 */
public record MailIdentity(String address, String secret) {
    private static final Pattern TOKEN = Pattern.compile("(c-\\d{2}-\\d{6,})\\.([0-9a-f]{20})");
    private static final int SIGNATURE_CHARACTERS = 20;

    public MailIdentity {
        address = address.toLowerCase(Locale.ROOT);
    }

    /** Where an answer to a contact is sent to. */
    public String replyTo(String number) {
        return localPart() + "+" + token(number) + "@" + domain();
    }

    /** The id that all letters about a contact refer to first; no letter has it itself. */
    public String root(String number) {
        return "<" + token(number) + "@" + domain() + ">";
    }

    /** What our own letters carry, so that we know one that comes back to us. */
    public String loopMark() {
        return sign("loop");
    }

    /** The number that an address or a Message-ID names, and whether we have signed it. */
    Optional<Token> tokenIn(String addressOrId) {
        var found = TOKEN.matcher(addressOrId.toLowerCase(Locale.ROOT));
        if (!found.find()) {
            return Optional.empty();
        }
        var number = found.group(1).toUpperCase(Locale.ROOT);
        var genuine = MessageDigest.isEqual(
                sign("contact " + number).getBytes(StandardCharsets.US_ASCII),
                found.group(2).getBytes(StandardCharsets.US_ASCII));
        return Optional.of(new Token(number, genuine));
    }

    /** Our address, with or without a token in it. */
    boolean isOurs(String other) {
        return other.equals(address) || (other.startsWith(localPart() + "+") && other.endsWith("@" + domain()));
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private String localPart() {
        return address.substring(0, address.lastIndexOf('@'));
    }

    private String token(String number) {
        return number.toLowerCase(Locale.ROOT) + "." + sign("contact " + number);
    }

    private String sign(String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, SIGNATURE_CHARACTERS);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return address;
    }

    /** A number somebody names, and whether they can only know it from us. */
    record Token(String number, boolean genuine) {}
}
