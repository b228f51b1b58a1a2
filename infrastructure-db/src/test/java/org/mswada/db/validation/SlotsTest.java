package org.mswada.db.validation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;

final class SlotsTest {
    private static final int NEEDED = 6;
    /** Of these the server keeps 3 for superusers. */
    private static final int MAXIMUM = 20;

    /** A role that sees nothing of other roles' sessions but whose they are, as operators are told to use. */
    @Test
    void an_unprivileged_role_counts_the_connections_of_other_roles() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.temporary()
                .withSettings(Map.of("max_connections", Integer.toString(MAXIMUM))))) {
            PostgresAddress address = postgres.address();
            List<Connection> others = new ArrayList<>();
            try {
                for (int opened = 0; opened < MAXIMUM - 3 - NEEDED - 1; opened++) {
                    others.add(connect(address, address.user(), address.password()));
                }
                try (Statement statement = others.getFirst().createStatement()) {
                    statement.execute("create role unprivileged login password 'plain'");
                }
                try (Connection unprivileged = connect(address, "unprivileged", "plain")) {
                    assertThatCode(() -> Slots.require(unprivileged, NEEDED)).doesNotThrowAnyException();
                    others.add(connect(address, address.user(), address.password()));
                    assertThatExceptionOfType(StorageOverloaded.class)
                            .isThrownBy(() -> Slots.require(unprivileged, NEEDED))
                            .withMessageContaining("5 connections to spare, and this needs 6");
                }
            } finally {
                for (Connection other : others) {
                    other.close();
                }
            }
        }
    }

    private static Connection connect(PostgresAddress address, String user, String password) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl("postgres"), user, password);
    }
}
