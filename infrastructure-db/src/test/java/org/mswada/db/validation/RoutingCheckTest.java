package org.mswada.db.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.validation.ValidationLine.Verdict;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.embeddedpostgres.ReplicationCluster;

/** Where reads and writes go when there are replicas, as the servers themselves say. */
final class RoutingCheckTest {
    private static final String DATABASE = "postgres";

    @Test
    void reads_of_calls_reach_the_replicas_and_all_else_the_primary() throws Exception {
        try (ReplicationCluster cluster = ReplicationCluster.start(2)) {
            PostgresAddress primary = cluster.primary().address();
            DatabaseConfig config = new DatabaseConfig(primary.jdbcUrl(DATABASE), primary.user(), primary.password(), 0,
                    2, Validated.SLOW_LIMIT).withReplicas(
                            List.of(cluster.standby(0).address().jdbcUrl(DATABASE),
                                    cluster.standby(1).address().jdbcUrl(DATABASE)));

            ValidationLine line = Validated.one(RoutingCheck.check(), config, Validated::well);

            assertThat(line.verdict()).as(line.toString()).isEqualTo(Verdict.PASSED);
            assertThat(line.measured()).contains("reads of calls: ", ":" + cluster.standby(0).address().port(),
                    ":" + cluster.standby(1).address().port());
        }
    }
}
