package org.mswada.support.testdatabase;

import java.util.Map;

/** Uses an embedded server in a JVM of its own. */
final class EmbeddedMain {

    private EmbeddedMain() {}

    public static void main(String[] arguments) throws Exception {
        TestDatabaseSettings settings = new TestDatabaseSettings(Map.<String, String>of()::get, name -> null);
        try (TestDatabaseServer server = TestDatabaseServer.start(settings, database -> {});
                TestDatabaseServer.Created created = server.createMigrated()) {
            System.out.println("serves " + Sql.query(created.address().dataSource(), "show server_version").getFirst());
        }
    }
}
