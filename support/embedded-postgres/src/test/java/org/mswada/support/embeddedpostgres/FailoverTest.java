package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers change their roles, and a standby that cannot be made leaves nothing. */
final class FailoverTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void a_standby_is_promoted_the_other_follows_it_and_the_old_primary_comes_back_as_a_standby() throws Exception {
        try (ReplicationCluster cluster = ReplicationCluster.start(2)) {
            ReplicatedServer old = cluster.primary();
            ReplicatedServer promoted = cluster.standby(0);
            ReplicatedServer other = cluster.standby(1);
            Sql.execute(old.address(), "create table bill as select 1 as number");
            String lsn = old.currentLsn();
            promoted.awaitReplayOf(lsn);
            other.awaitReplayOf(lsn);

            // What it gets of the old primary after the promotion would keep it from following the new one.
            other.detach();
            promoted.promote();
            Sql.execute(promoted.address(), "insert into bill values (2)");
            // Nothing stops the old one: both are writable.
            Sql.execute(old.address(), "create table only_on_the_old_primary ()");
            assertThat(promoted.isInRecovery()).isFalse();

            other.follow(promoted);
            other.awaitReplayOf(promoted.currentLsn());
            assertThat(Sql.query(other.address(), "select max(number) from bill")).isEqualTo("2");

            PostgresAddress address = old.address();
            promoted.synchronousStandbys(other);
            old.rebuildFrom(promoted);
            assertThat(old.address()).isEqualTo(address);
            old.awaitStreaming(LIMIT);
            old.awaitReplayOf(promoted.currentLsn());
            assertThat(old.isInRecovery()).isTrue();
            assertThat(Sql.query(address, "show synchronous_standby_names")).isEmpty();
            assertThat(Sql.query(address, "select max(number) from bill")).isEqualTo("2");
            assertThat(Sql.query(address, "select to_regclass('only_on_the_old_primary') is null")).isEqualTo("t");
        }
    }

    @Test
    void a_durable_cluster_has_its_settings_on_all_servers_and_a_standby_that_fails_leaves_nothing(
            @TempDir Path parent) throws Exception {
        try (ReplicationCluster cluster = ReplicationCluster.start(parent.resolve("cluster"), Launch.detect(), 1,
                Durability.DURABLE, Map.of("work_mem", "5MB"))) {
            for (ReplicatedServer server : cluster.servers()) {
                assertThat(Sql.query(server.address(), "show fsync")).isEqualTo("on");
                assertThat(Sql.query(server.address(), "show work_mem")).isEqualTo("5MB");
                assertThat(Sql.query(server.address(), "show cluster_name")).isEqualTo(server.name());
            }

            ReplicatedServer primary = cluster.primary();
            // A standby must have room for as many as its primary, and a setting made there is the primary's own.
            Sql.execute(primary.address(), "alter system set max_prepared_transactions = 7");
            primary.restart();
            assertThatThrownBy(() -> cluster.addStandby(primary)).isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("max_prepared_transactions");
            assertNothingOfThird(cluster, parent);

            primary.stop();
            assertThatThrownBy(() -> cluster.addStandby(primary)).isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("No copy of primary could be made for standby_2");
            assertNothingOfThird(cluster, parent);
        }
        assertThat(parent.toFile().list()).isEmpty();
        assertThat(ServerProcesses.on(parent)).isEmpty();
    }

    private static void assertNothingOfThird(ReplicationCluster cluster, Path parent) {
        assertThat(cluster.servers()).containsExactly(cluster.primary(), cluster.standby(0));
        assertThat(parent.toFile().list()).containsExactlyInAnyOrder("cluster-primary", "cluster-standby_1");
        assertThat(ServerProcesses.on(parent.resolve("cluster-standby_2"))).isEmpty();
    }
}
