package fi.kotiovi.domain.identity;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells the database at the start of each transaction which resident it runs for, so that row-level security applies. A
 * transaction without a resident sees no row of anybody.
 *
 * <p>A database that has just not answered is not asked again for a second: a page that needs five answers then says
 * after one wait, not after five, that it cannot be shown.
 */
public class RowSecurityTransactionManager extends JdbcTransactionManager {
    @Serial
    private static final long serialVersionUID = 1;

    private static final long BREATH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final transient Callers callers;
    private volatile long silentUntil = System.nanoTime();

    public RowSecurityTransactionManager(DataSource dataSource, Callers callers) {
        super(dataSource);
        this.callers = callers;
    }

    /** @throws CannotCreateTransactionException at once, when the database did not answer within the last second */
    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (System.nanoTime() - silentUntil < 0) {
            throw new CannotCreateTransactionException("The database did not answer a moment ago");
        }
        try {
            super.doBegin(transaction, definition);
        } catch (CannotCreateTransactionException e) {
            silentUntil = System.nanoTime() + BREATH_NANOS;
            throw e;
        }
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (callers.current().orElse(null) instanceof Caller.Resident resident) {
            try (var statement = connection.prepareStatement("select set_config('kotiovi.resident', ?, true)")) {
                statement.setString(1, resident.id().toString());
                statement.execute();
            }
        }
    }
}
