package fi.kotiovi.backoffice;

import fi.kotiovi.backoffice.shell.DatabaseGate;
import fi.kotiovi.backoffice.shell.Settings;
import fi.kotiovi.backoffice.shell.Settings.WrongSettingException;
import fi.kotiovi.domain.DomainConfiguration;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Stops with one sentence when a setting is wrong; {@link Settings} names them all. */
    public static void main(String[] arguments) throws InterruptedException {
        var application = new SpringApplication(BackofficeApplication.class);
        try {
            var settings = Settings.from(System.getenv());
            DatabaseGate.await(settings, PATIENCE);
            application.setDefaultProperties(settings);
        } catch (WrongSettingException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTING);
        }
        application.run(arguments);
    }
}
