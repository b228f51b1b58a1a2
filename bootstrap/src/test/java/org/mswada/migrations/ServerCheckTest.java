package org.mswada.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.support.testdatabase.TestDatabase;

final class ServerCheckTest {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.emptyPerTest();

    @Test
    void a_read_only_server_is_told_with_what_to_turn_off() throws SQLException {
        setForDatabase("default_transaction_read_only = on");

        assertThatExceptionOfType(MigrationFailed.class).isThrownBy(migrator(database.dataSource())::migrate)
                .withMessageContaining("is read-only, because default_transaction_read_only is on")
                .withMessageContaining("Nothing was changed. Turn it off");
        assertThat(migrator(database.dataSource()).pending()).as("asking needs no writing").contains("0001");
    }

    /** A function of our own goes before the server's, for a standby takes a primary to follow. */
    @Test
    void a_standby_is_told_with_where_to_go() throws SQLException {
        Statements.execute(database.dataSource(), "create schema standby");
        Statements.execute(database.dataSource(),
                "create function standby.pg_is_in_recovery() returns boolean language sql as 'select true'");
        setForDatabase("search_path = standby, pg_catalog");

        assertThatExceptionOfType(MigrationFailed.class).isThrownBy(migrator(database.dataSource())::migrate)
                .withMessageContaining("is read-only, because it is a standby")
                .withMessageContaining("Set MSWADA_DB_URL to the primary");
    }

    @ParameterizedTest
    @CsvSource({"14,14.19,Upgrade the server", "19,19beta1,Use a release of Mswada that knows it"})
    void a_server_older_than_15_or_newer_than_18_is_refused_by_every_verb(int major, String version, String action) {
        DataSource other = replacing(DataSource.class, database.dataSource(), Map.of("getDatabaseMajorVersion", major,
                "getDatabaseProductVersion", version));

        assertThatExceptionOfType(MigrationFailed.class).isThrownBy(migrator(other)::migrate)
                .withMessageContaining("is PostgreSQL " + version + ", and this release of Mswada runs on 15 to 18")
                .withMessageContaining(action);
        assertThatExceptionOfType(MigrationFailed.class).isThrownBy(migrator(other)::pending)
                .withMessageContaining(version);
    }

    private SchemaMigrator migrator(DataSource source) {
        return new SchemaMigrator(source, database.jdbcUrl(), database.user());
    }

    private void setForDatabase(String setting) throws SQLException {
        String name = Statements.first(database.dataSource(), "select current_database()");
        Statements.execute(database.dataSource(), "alter database " + name + " set " + setting);
    }

    /** Answers some methods itself, also of the connections and their metadata that come out of it. */
    private static <T> T replacing(Class<T> type, T real, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> {
                    if (answers.containsKey(method.getName())) {
                        return answers.get(method.getName());
                    }
                    try {
                        return switch (method.invoke(real, arguments)) {
                            case Connection connection -> replacing(Connection.class, connection, answers);
                            case DatabaseMetaData data -> replacing(DatabaseMetaData.class, data, answers);
                            case null -> null;
                            case Object other -> other;
                        };
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
