package org.mswada.db.alignment;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.support.testdatabase.TestDatabase;

/** On the server of all tests. */
final class SchemaChangesTest extends SchemaChangesProof {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @Override
    Connection open() throws SQLException {
        return database.dataSource().getConnection();
    }
}
