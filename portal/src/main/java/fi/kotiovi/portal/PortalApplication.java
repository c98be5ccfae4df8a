package fi.kotiovi.portal;

import fi.kotiovi.domain.DomainConfiguration;
import fi.kotiovi.portal.shell.Settings;
import fi.kotiovi.portal.shell.Settings.WrongSettingException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Starts the residents' site. */
@SpringBootApplication
@Import(DomainConfiguration.class)
public class PortalApplication {
    private static final int WRONG_SETTING = 2;

    /** Stops with one sentence when a setting is wrong; see docs/operations.md for the settings. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(PortalApplication.class);
        try {
            application.setDefaultProperties(Settings.from(System.getenv()));
        } catch (WrongSettingException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTING);
        }
        application.run(arguments);
    }
}
