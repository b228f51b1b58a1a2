package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class EmbeddedPostgresTest {

    @Test
    void a_temporary_server_answers_and_leaves_nothing_behind() throws SQLException {
        EmbeddedPostgresOptions options = EmbeddedPostgresOptions.temporary();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertThat(query(server, "select current_setting('server_version')")).startsWith("18.");
        }
        assertThat(Files.exists(options.folder())).isFalse();
    }

    private static String query(EmbeddedPostgres server, String sql) throws SQLException {
        PostgresAddress address = server.address();
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(),
                address.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
