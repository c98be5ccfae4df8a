package fi.kotiovi.domain.identity;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells the database at the start of each transaction which resident it runs for, so that row-level security applies. A
 * transaction without a resident sees no row of anybody.
 */
public class RowSecurityTransactionManager extends JdbcTransactionManager {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Callers callers;

    public RowSecurityTransactionManager(DataSource dataSource, Callers callers) {
        super(dataSource);
        this.callers = callers;
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
