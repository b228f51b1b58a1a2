package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a standby promises; each test leaves both standbys streaming. */
final class ReplicationClusterTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration DELAY = Duration.ofMillis(600);
    private static final AtomicInteger BILLS = new AtomicInteger();

    private static ReplicationCluster cluster;
    private static ReplicatedServer primary;
    private static ReplicatedServer standby;

    @BeforeAll
    static void start() throws SQLException {
        cluster = ReplicationCluster.start(2);
        primary = cluster.primary();
        standby = cluster.standby(0);
        Sql.execute(primary.address(), "create table bill (number int)");
        standby.awaitReplayOf(primary.currentLsn());
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    /** Stores a bill on the primary and returns its number. */
    private static int store() throws SQLException {
        int number = BILLS.incrementAndGet();
        Sql.execute(primary.address(), "insert into bill values (" + number + ")");
        return number;
    }

    private static boolean has(ReplicatedServer server, int bill) throws SQLException {
        return Sql.query(server.address(), "select count(*) from bill where number = " + bill).equals("1");
    }

    private static boolean gets(ReplicatedServer server, int bill) throws SQLException {
        return Await.within(LIMIT, () -> has(server, bill));
    }

    @Test
    void each_standby_has_what_the_primary_acknowledged_and_refuses_to_write() throws SQLException {
        int bill = store();
        String lsn = primary.currentLsn();
        for (ReplicatedServer each : cluster.servers().subList(1, 3)) {
            each.awaitReplayOf(lsn);
            assertThat(has(each, bill)).isTrue();
            assertThat(each.isInRecovery()).isTrue();
            assertThatThrownBy(() -> Sql.execute(each.address(), "insert into bill values (0)"))
                    .hasFieldOrPropertyWithValue("SQLState", "25006");
        }
        assertThat(primary.isInRecovery()).isFalse();
        assertThat(Sql.query(primary.address(), "select string_agg(application_name || ' ' || state, ', '"
                + " order by application_name) from pg_stat_replication"))
                .isEqualTo("standby_1 streaming, standby_2 streaming");
        assertThat(cluster.servers()).extracting(ReplicatedServer::address).doesNotHaveDuplicates();
    }

    @Test
    void a_paused_standby_receives_but_shows_nothing_new_until_it_is_resumed() throws SQLException {
        standby.pauseReplay();
        String before = standby.replayLsn();
        int bill = store();
        String lsn = primary.currentLsn();
        assertThat(Await.within(LIMIT, () -> Sql.query(standby.address(),
                "select pg_last_wal_receive_lsn() >= '" + lsn + "'").equals("t"))).isTrue();
        assertThat(has(standby, bill)).isFalse();
        assertThat(standby.replayLsn()).isEqualTo(before);
        cluster.standby(1).awaitReplayOf(lsn);
        standby.resumeReplay();
        standby.awaitReplayOf(lsn);
        assertThat(has(standby, bill)).isTrue();
    }

    @Test
    void a_delayed_standby_shows_a_commit_so_much_later_until_the_delay_is_taken_back() throws SQLException {
        standby.delayReplay(DELAY);
        long begin = System.nanoTime();
        int bill = store();
        assertThat(gets(standby, bill)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(DELAY);

        standby.delayReplay(Duration.ofHours(1));
        int late = store();
        assertThat(has(standby, late)).isFalse();
        standby.delayReplay(Duration.ZERO);
        assertThat(gets(standby, late)).isTrue();
    }

    @Test
    void a_standby_comes_back_on_its_port_with_what_it_missed() throws SQLException {
        PostgresAddress address = standby.address();
        standby.stop();
        assertThat(standby.processIds()).isEmpty();
        assertThatThrownBy(() -> Sql.connect(address)).hasFieldOrPropertyWithValue("SQLState", "08001");
        int bill = store();
        standby.restart();
        assertThat(standby.address()).isEqualTo(address);
        standby.awaitReplayOf(primary.currentLsn());
        assertThat(has(standby, bill)).isTrue();
    }

    @Test
    void a_killed_primary_comes_back_on_its_port_and_its_standbys_with_it() throws Exception {
        PostgresAddress address = primary.address();
        int acknowledged = store();
        ServerProcesses.signal(primary.processIds(), "KILL");
        assertThat(Await.within(LIMIT, () -> primary.processIds().isEmpty())).isTrue();
        assertThat(standby.isInRecovery()).isTrue();
        primary.restart();
        assertThat(primary.address()).isEqualTo(address);
        assertThat(has(primary, acknowledged)).isTrue();
        standby.awaitStreaming(LIMIT);
        assertThat(gets(standby, store())).isTrue();
    }

    @Test
    void a_commit_waits_for_a_synchronous_standby_and_for_no_other() throws Exception {
        try {
            primary.synchronousStandbys(standby);
            cluster.standby(1).stop();
            store();
            standby.detach();
            CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return store();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(Await.within(LIMIT, () -> Sql.query(primary.address(),
                    "select count(*) from pg_stat_activity where wait_event = 'SyncRep'").equals("1"))).isTrue();
            assertThat(waiting).isNotDone();
            standby.follow(primary);
            assertThat(has(primary, waiting.get(20, TimeUnit.SECONDS))).isTrue();
        } finally {
            // Or the next test would wait for ever.
            primary.synchronousStandbys();
        }
        cluster.standby(1).restart();
        cluster.standby(1).awaitStreaming(LIMIT);
    }

    @Test
    void a_detached_standby_answers_with_what_it_had_until_it_follows_again() throws SQLException {
        standby.detach();
        int bill = store();
        cluster.standby(1).awaitReplayOf(primary.currentLsn());
        assertThat(has(standby, bill)).isFalse();
        assertThatThrownBy(() -> standby.awaitStreaming(Duration.ofMillis(50)))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("standby_1 did not stream within 50 ms").hasMessageContaining("server.log");
        standby.follow(primary);
        assertThat(gets(standby, bill)).isTrue();
    }

    @Test
    @Tag("soak")
    void a_standby_that_does_not_follow_in_time_is_started_again() throws SQLException {
        standby.detach();
        standby.pauseReplay();
        long before = standby.processId();
        standby.follow(primary);
        assertThat(standby.processId()).isNotEqualTo(before);
        assertThat(gets(standby, store())).isTrue();
    }

    @Test
    void what_a_server_cannot_do_in_its_role_is_refused_in_the_words_of_postgres() {
        assertThatThrownBy(standby::currentLsn).isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("during recovery").hasMessageContaining("The end of");
        assertThatThrownBy(primary::pauseReplay).isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("recovery is not in progress");
        assertThatThrownBy(primary::promote).isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("recovery is not in progress");
    }

    @Test
    void the_password_stands_in_one_file_that_only_the_owner_reads() throws Exception {
        assertThat(Sql.query(standby.address(), "show primary_conninfo")).contains("passfile=")
                .doesNotContain(primary.address().password());
        assertThat(PosixFilePermissions.toString(Files
                .getPosixFilePermissions(standby.server().folder().path().resolve("pgpass")))).isEqualTo("rw-------");
    }
}
