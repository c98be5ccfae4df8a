package fi.kotiovi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kotiovi.domain.Rounds.Round;
import fi.kotiovi.domain.town.Town;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RoundsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final Rounds rounds = town.backOffice(Rounds.class);
    private final TransactionTemplate transactions =
            new TransactionTemplate(town.backOffice(PlatformTransactionManager.class));

    @Test
    void of_two_that_come_at_once_one_goes_the_round_and_the_other_does_not_wait() {
        transactions.executeWithoutResult(mine -> {
            assertThat(rounds.begin(Round.OFFERS)).isTrue();
            assertThat(elsewhere(Round.OFFERS)).as("the same round, meanwhile").isFalse();
            assertThat(elsewhere(Round.HOLDS)).as("another round").isTrue();
        });
        assertThat(elsewhere(Round.OFFERS)).as("the next one").isTrue();
    }

    private boolean elsewhere(Round round) {
        return CompletableFuture.supplyAsync(() -> transactions.execute(other -> rounds.begin(round)))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
