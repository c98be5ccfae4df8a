package fi.kotiovi.domain;

import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.identity.RowSecurityTransactionManager;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * What an application imports to get the rules: every service below this package, made when it is first asked for, so that
 * neither application waits at its start for what only the other uses; and transactions that know the caller.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(lazyInit = true)
@EnableTransactionManagement(proxyTargetClass = true)
public class DomainConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RowSecurityTransactionManager transactionManager(DataSource dataSource, Callers callers) {
        return new RowSecurityTransactionManager(dataSource, callers);
    }
}
