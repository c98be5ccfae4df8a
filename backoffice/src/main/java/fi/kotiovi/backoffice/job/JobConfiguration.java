package fi.kotiovi.backoffice.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which ticker runs how often. Few triggers, because each fire costs the cluster a lock; missed fires are forgotten,
 * because what is due stands in our rows.
 */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    private static final Map<Class<? extends Ticker>, Duration> TICKERS = Map.of(
            EscalateAlerts.class, Duration.ofSeconds(1),
            SendAlerts.class, Duration.ofSeconds(1),
            SendLetters.class, Duration.ofSeconds(1),
            OfferFreedTimes.class, Duration.ofSeconds(5),
            RemindOfVisits.class, Duration.ofSeconds(60),
            RemindOfKeys.class, Duration.ofSeconds(60),
            ExpireHolds.class, Duration.ofSeconds(30),
            RecoverLost.class, Duration.ofSeconds(30),
            FetchMail.class, Duration.ofSeconds(10),
            DiscardDrafts.class, Duration.ofHours(1));

    @Bean
    SchedulerFactoryBeanCustomizer tickers() {
        var jobs = TICKERS.keySet().stream().map(JobConfiguration::job).toList();
        var triggers = TICKERS.entrySet().stream()
                .map(entry -> trigger(entry.getKey(), entry.getValue()))
                .toList();
        return factory -> {
            factory.setJobDetails(jobs.toArray(JobDetail[]::new));
            factory.setTriggers(triggers.toArray(Trigger[]::new));
        };
    }

    static List<String> names() {
        return TICKERS.keySet().stream().map(Class::getSimpleName).sorted().toList();
    }

    private static JobDetail job(Class<? extends Ticker> ticker) {
        return JobBuilder.newJob(ticker)
                .withIdentity(ticker.getSimpleName())
                .storeDurably()
                .build();
    }

    private static Trigger trigger(Class<? extends Ticker> ticker, Duration every) {
        return TriggerBuilder.newTrigger()
                .withIdentity(ticker.getSimpleName())
                .forJob(ticker.getSimpleName())
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
