package org.mswada.db.execution;

import java.sql.Connection;
import java.time.Duration;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;

/** Sessions on connections that a test watches. */
public final class TestSession {
    private TestSession() {}

    public static ReadSession on(Connection connection) {
        long now = System.nanoTime();
        Unit<Object> unit = new Unit<>(Operation.read("test.read"), Mode.READ, Isolation.READ_COMMITTED,
                session -> session, now, new CallContext(Deadline.at(now, Duration.ofMinutes(1)), null));
        return new JooqSession(unit, connection, new DefaultConfiguration().set(SQLDialect.POSTGRES),
                (operation, node, text, nanos, rows) -> {});
    }
}
