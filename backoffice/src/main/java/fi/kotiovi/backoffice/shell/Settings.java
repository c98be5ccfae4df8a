package fi.kotiovi.backoffice.shell;

import fi.kotiovi.domain.housing.PhoneNumbers;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the settings from the environment and refuses wrong ones before anything starts. */
public final class Settings {
    /** The number that always leads to somebody on call. */
    static final String ON_CALL_PHONE = "kotiovi.on-call-phone";

    private static final int SHORTEST_SECRET = 16;

    private final Map<String, String> environment;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Spring's properties for these settings; everything that is not set has a value that suits the demo. */
    public static Map<String, Object> from(Map<String, String> environment) {
        return new Settings(environment).properties();
    }

    private Map<String, Object> properties() {
        var officeUrl = url("KOTIOVI_OFFICE_URL", "http://localhost:8081");
        var properties = new HashMap<String, Object>();
        properties.put("server.port", port("KOTIOVI_OFFICE_PORT", "8081"));
        properties.put("spring.datasource.url", databaseUrl());
        properties.put("spring.datasource.username", text("KOTIOVI_DB_USER", "kotiovi_backoffice"));
        properties.put("spring.datasource.password", text("KOTIOVI_DB_PASSWORD", ""));
        properties.put(ON_CALL_PHONE, onCallPhone());
        properties.put("server.servlet.session.cookie.secure", officeUrl.startsWith("https://"));
        properties.put("kotiovi.mail.office-url", officeUrl);
        properties.put("kotiovi.mail.portal-url", url("KOTIOVI_PORTAL_URL", "http://localhost:8080"));
        properties.put("kotiovi.mail.from", sender());
        mailServer(properties);
        inbox(properties);
        properties.put("kotiovi.reply-writer", text("KOTIOVI_REPLY_WRITER", "off"));
        return properties;
    }

    private String onCallPhone() {
        var phone = text("KOTIOVI_ON_CALL_PHONE", "+35890000112");
        if (PhoneNumbers.parse(phone).isEmpty()) {
            throw new WrongSettingException(
                    "KOTIOVI_ON_CALL_PHONE must be a phone number such as +358401234567, not \"" + phone + "\".");
        }
        return phone;
    }

    private String databaseUrl() {
        var url = text("KOTIOVI_DB_URL", "jdbc:postgresql://127.0.0.1:5433/kotiovi");
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new WrongSettingException(
                    "KOTIOVI_DB_URL must look like jdbc:postgresql://host:5432/kotiovi, not \"" + url + "\".");
        }
        return url;
    }

    /** A mail server, or the demo's own where somebody asks for it; never silently none, for then nobody would be told. */
    private void mailServer(Map<String, Object> properties) {
        properties.put("kotiovi.mail.port", port("KOTIOVI_SMTP_PORT", "587"));
        var host = given("KOTIOVI_SMTP_HOST");
        var demo = demoMail();
        if (!demo && host.isEmpty()) {
            throw new WrongSettingException(
                    "KOTIOVI_SMTP_HOST must name the mail server, or KOTIOVI_DEMO_MAIL must be true.");
        }
        properties.put("kotiovi.mail.demo", demo);
        properties.put("kotiovi.mail.host", host.orElse("127.0.0.1"));
        properties.put("kotiovi.mail.user", text("KOTIOVI_SMTP_USER", ""));
        properties.put("kotiovi.mail.password", text("KOTIOVI_SMTP_PASSWORD", ""));
    }

    /** Mail comes in only where somebody names the server; then answers are signed, and for that a secret is needed. */
    private void inbox(Map<String, Object> properties) {
        var demo = demoMail();
        var host = given("KOTIOVI_IMAP_HOST");
        var secret = given("KOTIOVI_MAIL_SECRET");
        if (host.isPresent()
                && secret.filter(words -> words.length() >= SHORTEST_SECRET).isEmpty()) {
            throw new WrongSettingException("KOTIOVI_MAIL_SECRET must be set with KOTIOVI_IMAP_HOST, at least "
                    + SHORTEST_SECRET + " characters that nobody can guess.");
        }
        properties.put("kotiovi.inbox.address", sender().toLowerCase(Locale.ROOT));
        properties.put("kotiovi.inbox.host", demo ? "127.0.0.1" : host.orElse(""));
        properties.put("kotiovi.inbox.port", port("KOTIOVI_IMAP_PORT", "993"));
        properties.put("kotiovi.inbox.tls", !demo && yes("KOTIOVI_IMAP_TLS", "true"));
        properties.put("kotiovi.inbox.user", text("KOTIOVI_IMAP_USER", sender()));
        properties.put("kotiovi.inbox.password", demo ? "demo" : text("KOTIOVI_IMAP_PASSWORD", ""));
        properties.put("kotiovi.inbox.office", text("KOTIOVI_MAIL_OFFICE", ""));
        properties.put(
                "kotiovi.mail.secret",
                demo ? "demo, known to everybody" : host.flatMap(_ -> secret).orElse(""));
    }

    private boolean demoMail() {
        return yes("KOTIOVI_DEMO_MAIL", "false");
    }

    private boolean yes(String name, String otherwise) {
        var asked = text(name, otherwise);
        return switch (asked) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongSettingException(name + " must be true or false, not \"" + asked + "\".");
        };
    }

    private String sender() {
        var from = text("KOTIOVI_MAIL_FROM", "kotiovi@kotiovi.example");
        if (!from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
            throw new WrongSettingException("KOTIOVI_MAIL_FROM must be a mail address, not \"" + from + "\".");
        }
        return from;
    }

    private String url(String name, String otherwise) {
        var text = text(name, otherwise);
        try {
            var uri = URI.create(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
            }
        } catch (IllegalArgumentException e) {
            // said below, in the same words as an address without a host
        }
        throw new WrongSettingException(name + " must look like https://kotiovi.example, not \"" + text + "\".");
    }

    private String port(String name, String otherwise) {
        var text = text(name, otherwise);
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return text;
            }
        } catch (NumberFormatException e) {
            // said below, in the same words as a number out of range
        }
        throw new WrongSettingException(name + " must be a number from 0 to 65535, not \"" + text + "\".");
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private String text(String name, String otherwise) {
        return given(name).orElse(otherwise);
    }

    /** One sentence that names the setting. */
    public static final class WrongSettingException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongSettingException(String sentence) {
            super(sentence);
        }
    }
}
