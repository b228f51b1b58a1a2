package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.embeddedpostgres.ReplicationCluster;

/** What a unit's own SQL leaves on a connection to a standby, where not every command may be said. */
final class LeftoversOnStandbyTest {
    private static final String DATABASE = "postgres";
    private static final String BACKEND = "select pg_backend_pid()::text || pg_is_in_recovery()::text";

    private static ReplicationCluster cluster;
    private static DatabaseService service;

    @BeforeAll
    static void start() {
        cluster = ReplicationCluster.start(1);
        PostgresAddress primary = cluster.primary().address();
        DatabaseConfig config = new DatabaseConfig(primary.jdbcUrl(DATABASE), primary.user(), primary.password(), 0, 1,
                Duration.ofMinutes(1)).withReplicas(List.of(cluster.standby(0).address().jdbcUrl(DATABASE)));
        service = DatabaseServices.open(config, ExecutionLimits.DEFAULT, Duration.ofMinutes(1),
                new SimpleMeterRegistry());
        Replicas.awaitFit(service, 1);
    }

    @AfterAll
    static void end() {
        service.close();
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "select set_config('work_mem', '1234kB', false) | select (current_setting('work_mem') = '1234kB')::text",
            "select set_config('search_path', 'pg_catalog', false) | select (current_setting('search_path') = 'pg_catalog')::text",
            "select set_config('role', 'pg_monitor', false) | select (current_user = 'pg_monitor')::text",
            "select pg_advisory_lock(7) | select (count(*) > 0)::text from pg_locks where locktype = 'advisory'",
            "declare hand cursor with hold for select 1 | select (count(*) > 0)::text from pg_cursors where name = 'hand'"})
    void nothing_is_left_for_the_next_unit_and_the_connection_is_kept(String leaving, String isLeft) {
        String backend = read(BACKEND);
        assertThat(backend).as("a standby answers").endsWith("true");

        Replicas.call(() -> service.read(Replicas.READ, session -> {
            JooqSession.sql(session).execute(leaving);
            assertThat(JooqSession.sql(session).fetchValue(isLeft)).as("it leaves something").isEqualTo("true");
            return 0;
        }));

        assertThat(read(isLeft)).isEqualTo("false");
        assertThat(read(BACKEND)).as("it is the same connection").isEqualTo(backend);
    }

    private static String read(String text) {
        return Replicas.call(() -> service.read(Replicas.READ,
                session -> (String) JooqSession.sql(session).fetchValue(text)));
    }
}
