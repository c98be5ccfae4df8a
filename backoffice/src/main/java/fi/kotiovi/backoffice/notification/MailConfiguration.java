package fi.kotiovi.backoffice.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The way to the mail server. Every wait has an end, so that no server can hold a sender for ever (field-notes.md M18). */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(MailConfiguration.class);
    private static final String CONNECT_MILLIS = "5000";
    private static final String TALK_MILLIS = "20000";

    @Bean
    @ConditionalOnProperty(name = "kotiovi.mail.demo", havingValue = "false", matchIfMissing = true)
    JavaMailSender mailSender(MailSettings settings) {
        var sender = sender(settings.host(), settings.port());
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
            sender.getJavaMailProperties().put("mail.smtp.auth", "true");
            // A password never travels in the clear.
            sender.getJavaMailProperties().put("mail.smtp.starttls.required", "true");
        }
        return sender;
    }

    /** For the demo: a mail server inside this process that takes everything and delivers nothing but what is for us. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    @ConditionalOnProperty(name = "kotiovi.mail.demo", havingValue = "true")
    GreenMail demoMailServer(MailSettings settings, @Value("${kotiovi.inbox.password}") String password) {
        LOG.warn("Demo mail: nothing leaves this machine. Set KOTIOVI_SMTP_HOST to send for real.");
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        return DemoInbox.of(server, settings.from(), password);
    }

    @Bean
    @ConditionalOnProperty(name = "kotiovi.mail.demo", havingValue = "true")
    JavaMailSender demoMailSender(GreenMail server) {
        return sender("127.0.0.1", server.getSmtp().getPort());
    }

    static JavaMailSenderImpl sender(String host, int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", TALK_MILLIS);
        properties.put("mail.smtp.writetimeout", TALK_MILLIS);
        properties.put("mail.smtp.starttls.enable", "true");
        return sender;
    }
}
