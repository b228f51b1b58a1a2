package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageException;

/** A constraint that is checked at COMMIT refuses for certain: that is no unknown outcome, and trying again is of no use. */
@ParameterizedClass
@EnumSource(Tracking.class)
final class DeferredConstraintTest {
    private static final Operation WRITE = Operation.write("test.write");

    @RegisterExtension
    private final ServiceFixture database;

    DeferredConstraintTest(Tracking tracking) {
        this.database = new ServiceFixture(tracking);
    }

    @Test
    void a_deferred_constraint_refuses_at_commit_by_its_name() throws SQLException {
        database.execute("insert into note values ('taken')");

        TransactionResult<Integer> result = database.service().withTransaction(WRITE, TransactionOptions.DEFAULT,
                session -> {
                    JooqSession.sql(session).execute("set constraints note_text_key deferred");
                    return JooqSession.sql(session).execute("insert into note values ('taken')");
                });

        assertThat(result).isInstanceOf(TransactionResult.RolledBack.class);
        StorageException error = ((TransactionResult.RolledBack<Integer>) result).error().orElseThrow();
        assertThat(error).isInstanceOf(ConstraintViolated.class);
        assertThat(((ConstraintViolated) error).constraint()).isEqualTo("note_text_key");
        assertThat(result.statistics().retries()).isZero();
    }

    /** The control: nothing in it says that the refusal is final, and the usual retry tries again in vain. */
    @Test
    void plain_jdbc_with_a_retry_runs_a_commit_again_that_a_deferred_constraint_refused() throws SQLException {
        database.execute("alter table note drop constraint note_text_key;"
                + " alter table note add unique (text) deferrable initially deferred;"
                + " insert into note values ('twice')");
        long before = database.proxy().counters().commitsSent();

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(this::insertByPlainJdbc);
        }

        assertThat(database.proxy().counters().commitsSent() - before).isEqualTo(3);
    }

    private void insertByPlainJdbc() throws SQLException {
        try (Connection connection = database.connectThroughProxy();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into note values ('twice')");
            connection.commit();
        }
    }
}
