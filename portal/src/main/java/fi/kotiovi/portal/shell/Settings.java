package fi.kotiovi.portal.shell;

import fi.kotiovi.domain.housing.PhoneNumbers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Reads the settings from the environment and refuses wrong ones before anything starts. */
public final class Settings {
    /** The property that holds the number of the people on call, for pages that must work without a database. */
    static final String ON_CALL_PHONE = "kotiovi.on-call-phone";

    /** The property that holds the address under which everybody reaches the site, for links on paper and in QR codes. */
    public static final String PORTAL_URL = "kotiovi.portal-url";

    private static final String WRONG_PASSWORD = "28P01";
    private static final String WRONG_USER = "28000";
    private static final String NO_SUCH_DATABASE = "3D000";

    private final Map<String, String> environment;

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Spring's properties for these settings. */
    public static Map<String, Object> from(Map<String, String> environment) {
        return new Settings(environment).properties();
    }

    private Map<String, Object> properties() {
        var url = text("KOTIOVI_DB_URL", "jdbc:postgresql://127.0.0.1:5433/kotiovi");
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new WrongSettingException(
                    "KOTIOVI_DB_URL must look like jdbc:postgresql://host:5432/kotiovi, not \"" + url + "\".");
        }
        var phone = text("KOTIOVI_ON_CALL_PHONE", "+35890000112");
        if (PhoneNumbers.parse(phone).isEmpty()) {
            throw new WrongSettingException(
                    "KOTIOVI_ON_CALL_PHONE must be a phone number such as +358401234567, not \"" + phone + "\".");
        }
        var properties = new HashMap<String, Object>();
        properties.put("server.port", port("KOTIOVI_PORTAL_PORT", "8080"));
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", text("KOTIOVI_DB_USER", "kotiovi_portal"));
        properties.put("spring.datasource.password", text("KOTIOVI_DB_PASSWORD", ""));
        properties.put(ON_CALL_PHONE, phone);
        var portalUrl = text("KOTIOVI_PORTAL_URL", "http://localhost:8080");
        properties.put("server.servlet.session.cookie.secure", secure(portalUrl));
        properties.put(PORTAL_URL, portalUrl.replaceAll("/+$", ""));
        refuseWrongCredentials(properties);
        return properties;
    }

    /** A database that is down is waited for; one that says no to the password will say so tomorrow too. */
    private static void refuseWrongCredentials(Map<String, Object> properties) {
        var login = new Properties();
        login.put("user", properties.get("spring.datasource.username"));
        login.put("password", properties.get("spring.datasource.password"));
        login.put("connectTimeout", "2");
        login.put("loginTimeout", "3");
        try (var connection =
                DriverManager.getConnection(String.valueOf(properties.get("spring.datasource.url")), login)) {
            connection.isValid(2);
        } catch (SQLException e) {
            switch (String.valueOf(e.getSQLState())) {
                case WRONG_PASSWORD, WRONG_USER ->
                    throw new WrongSettingException(
                            "The database refuses KOTIOVI_DB_USER with this KOTIOVI_DB_PASSWORD.");
                case NO_SUCH_DATABASE ->
                    throw new WrongSettingException("KOTIOVI_DB_URL names a database that does not exist.");
                default -> System.err.println("The database does not answer yet; the site starts and waits for it.");
            }
        }
    }

    private static boolean secure(String portalUrl) {
        if (!portalUrl.startsWith("http://") && !portalUrl.startsWith("https://")) {
            throw new WrongSettingException(
                    "KOTIOVI_PORTAL_URL must begin with http:// or https://, not \"" + portalUrl + "\".");
        }
        return portalUrl.startsWith("https://");
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

    private String text(String name, String otherwise) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /** One sentence that names the setting. */
    public static final class WrongSettingException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongSettingException(String sentence) {
            super(sentence);
        }
    }
}
