package fi.kotiovi.backoffice;

import fi.kotiovi.backoffice.shell.Settings;
import fi.kotiovi.backoffice.shell.Settings.WrongSettingException;
import fi.kotiovi.domain.DomainConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts the staff's site, the jobs and the mail. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(DomainConfiguration.class)
public class BackofficeApplication {
    private static final int WRONG_SETTING = 2;

    /** Stops with one sentence when a setting is wrong; {@link Settings} names them all. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(BackofficeApplication.class);
        try {
            application.setDefaultProperties(Settings.from(System.getenv()));
        } catch (WrongSettingException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTING);
        }
        application.run(arguments);
    }
}
