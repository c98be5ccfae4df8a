package fi.kotiovi.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

class SilentDatabaseTest {
    private static final Duration PATIENCE = Duration.ofMillis(600);

    @Test
    void a_page_that_asks_five_times_waits_once() {
        try (var nobody = new HikariDataSource()) {
            nobody.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/kotiovi");
            nobody.setConnectionTimeout(PATIENCE.toMillis());
            nobody.setInitializationFailTimeout(-1);
            var callers = new Callers(new DefaultListableBeanFactory().getBeanProvider(SignedIn.class));
            var transactions = new TransactionTemplate(new RowSecurityTransactionManager(nobody, callers));
            var begun = Instant.now();
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {}))
                        .isInstanceOf(CannotCreateTransactionException.class);
            }
            assertThat(Duration.between(begun, Instant.now()))
                    .isGreaterThanOrEqualTo(PATIENCE)
                    .isLessThan(PATIENCE.multipliedBy(3));
        }
    }
}
