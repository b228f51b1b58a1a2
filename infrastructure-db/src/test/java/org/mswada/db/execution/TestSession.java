package org.mswada.db.execution;

import java.sql.Connection;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.mswada.domain.storage.ReadSession;

/** Sessions on connections that a test watches. */
public final class TestSession {
    private TestSession() {}

    public static ReadSession on(Connection connection) {
        return new JooqSession(connection, DSL.using(connection, SQLDialect.POSTGRES));
    }
}
