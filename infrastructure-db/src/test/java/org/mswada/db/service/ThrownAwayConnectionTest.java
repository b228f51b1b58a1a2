package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnexpectedStorageFailure;

/** A connection that is thrown away although it still works: that must not hide what became of the unit. */
final class ThrownAwayConnectionTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final int TIMES = 20;

    @RegisterExtension
    private final ServiceFixture database = new ServiceFixture();

    @Test
    void the_unit_is_told_what_happened_to_it_and_not_to_its_connection() throws SQLException {
        for (int time = 0; time < TIMES; time++) {
            assertThat(catchThrowable(() -> database.service().write(WRITE, session -> JooqSession.sql(session)
                    .execute("do $$ begin raise exception using errcode = 'ZZ000', message = 'damaged'; end $$"))))
                    .isInstanceOf(UnexpectedStorageFailure.class).hasMessageContaining("damaged");
        }

        assertThat(database.service().metrics().pool().active()).isZero();
        assertThat(database.service().metrics().failures()).isEqualTo(TIMES);
    }
}
