package org.mswada.db.execution;

import java.sql.Connection;
import java.time.Duration;
import java.util.function.Consumer;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Sessions on connections that a test watches. */
public final class TestSession {
    private TestSession() {}

    public static ReadSession on(Connection connection) {
        return on(connection, text -> {});
    }

    /** Tells {@code statements} the text of each statement after it ran. */
    public static ReadSession on(Connection connection, Consumer<String> statements) {
        return session(connection, Operation.read("test.read"), Mode.READ, statements);
    }

    /** As {@link #on(Connection, Consumer)}, in the transaction of the connection, which the caller ends. */
    public static WriteSession writing(Connection connection, Consumer<String> statements) {
        return session(connection, Operation.write("test.write"), Mode.WRITE, statements);
    }

    private static JooqSession session(Connection connection, Operation operation, Mode mode,
            Consumer<String> statements) {
        long now = System.nanoTime();
        Unit<Object> unit = new Unit<>(operation, mode, Isolation.READ_COMMITTED, session -> session, now,
                new CallContext(Deadline.at(now, Duration.ofMinutes(1)), null));
        return new JooqSession(unit, connection, new DefaultConfiguration().set(SQLDialect.POSTGRES),
                (executed, node, text, nanos, rows) -> statements.accept(text));
    }
}
