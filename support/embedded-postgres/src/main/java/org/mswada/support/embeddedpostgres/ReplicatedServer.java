package org.mswada.support.embeddedpostgres;

import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of a {@link ReplicationCluster}: a primary or a standby, and it may change from one to the other. It keeps
 * its port for ever. What a server cannot do in its role is refused with PostgreSQL's own words as an
 * {@link EmbeddedPostgresException}, and so is what does not happen in time. Safe for many threads.
 */
public final class ReplicatedServer {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicatedServer.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** How long a standby may need to stream from elsewhere; one that stalls is started again. */
    private static final Duration FOLLOW_LIMIT = Duration.ofSeconds(5);

    private static final Administration.Work NOTHING = _ -> {};

    private final String name;
    private final Administration administration;
    private volatile EmbeddedPostgres server;

    ReplicatedServer(String name, EmbeddedPostgres server) {
        this.name = name;
        this.server = server;
        this.administration = new Administration(name, this::server);
    }

    /** Returns its name: its application_name and slot as a standby, and its cluster_name. */
    public String name() {
        return name;
    }

    /** Returns where it listens, or did. */
    public PostgresAddress address() {
        return server.address();
    }

    /** Returns the process id of the postmaster. */
    public long processId() {
        return server.processId();
    }

    /** Returns what lives of it, the postmaster first; see {@link EmbeddedPostgres#processIds()}. */
    public List<Long> processIds() {
        return server.processIds();
    }

    /** Shuts it down in good order until {@link #restart()}. */
    public synchronized void stop() {
        server.stop();
    }

    /** Starts it on its port after a stop, a crash or a kill, or when it runs, after shutting it down. */
    public synchronized void restart() {
        server = server.restart();
    }

    /** Returns whether it is a standby. */
    public boolean isInRecovery() {
        return administration.value("select pg_is_in_recovery()").equals("t");
    }

    /** Returns the end of the log of a primary, which is on its disk by then: after all that was acknowledged so far. */
    public String currentLsn() {
        // The end of a record of our own, as the end of the log itself may lie where no record will ever end.
        return administration.value("select pg_logical_emit_message(false, 'mswada', '', true)");
    }

    /** Has each commit of a primary wait for all of these standbys, or for none; returns once they are streaming. */
    public void synchronousStandbys(ReplicatedServer... standbys) {
        String names = Arrays.stream(standbys).map(standby -> '"' + standby.name + '"')
                .collect(Collectors.joining(", "));
        Optional<String> setting = standbys.length == 0
                ? Optional.empty()
                : Optional.of("FIRST " + standbys.length + " (" + names + ")");
        administration.attempt("have the synchronous standbys (" + names + ")", LIMIT, superuser -> {
            superuser.configure("synchronous_standby_names", setting);
            // Commits wait once the checkpointer has seen the setting, which it looks at before it obeys.
            superuser.execute("checkpoint");
        }, "count(*) = ? from pg_stat_replication where sync_state = 'sync' and state = 'streaming'", standbys.length);
    }

    /** Returns how far a standby has replayed. */
    public String replayLsn() {
        return administration.value("select pg_last_wal_replay_lsn()");
    }

    /** Waits until a standby has replayed so far, at most 30 seconds. */
    public void awaitReplayOf(String lsn) {
        administration.attempt("replay up to " + lsn, LIMIT, NOTHING, "pg_last_wal_replay_lsn() >= ?::pg_lsn", lsn);
    }

    /** Waits until a standby streams from whom it should. */
    public void awaitStreaming(Duration limit) {
        administration.attempt("stream", limit, NOTHING, """
                exists (select from pg_stat_wal_receiver where status = 'streaming'
                and position(' port=' || sender_port || ' ' in current_setting('primary_conninfo')) > 0)""");
    }

    /** Stops a standby from replaying while it receives on; returns once it replays nothing any more. */
    public void pauseReplay() {
        administration.attempt("pause its replay", LIMIT,
                superuser -> superuser.execute("select pg_wal_replay_pause()"),
                "pg_get_wal_replay_pause_state() = 'paused'");
    }

    /** Lets it replay on. */
    public void resumeReplay() {
        administration.attempt("resume its replay",
                superuser -> superuser.execute("select pg_wal_replay_resume()"));
    }

    /** Has a standby replay each commit this long after it was made; zero for at once. It receives on. */
    public void delayReplay(Duration delay) {
        administration.attempt("delay its replay", superuser -> superuser.configure("recovery_min_apply_delay",
                delay.isZero() ? Optional.empty() : Optional.of(delay.toMillis() + "ms")));
    }

    /** Makes a standby a primary on a timeline of its own, whatever the old one does; returns when it is writable. */
    public void promote() {
        administration.attempt("become a primary", LIMIT,
                superuser -> superuser.execute("select pg_promote(wait => false)"), "not pg_is_in_recovery()");
    }

    /** Cuts a standby off from its primary: it answers on, older and older, until it follows one again. */
    public void detach() {
        administration.attempt("leave its primary", LIMIT,
                superuser -> superuser.configure("primary_conninfo", Optional.of("")),
                "not exists (select from pg_stat_wal_receiver)");
    }

    /**
     * Has a standby stream from this primary; returns once it has received what that one had. One that stalls, which
     * happens rarely, is started again. Its replay must not be paused. It cannot when it has more of an old primary than
     * this one had when it was promoted: {@link #detach()} it before the promotion, or rebuild it.
     */
    public synchronized void follow(ReplicatedServer primary) {
        Upstream upstream = Upstream.of(primary.address(), name, server.folder());
        primary.administration.attempt("keep its log for " + name, superuser -> {
            try (Connection connection = superuser.connect()) {
                upstream.createSlot(connection);
            }
        });
        String what = "follow " + primary.name;
        administration.attempt(what, superuser -> {
            superuser.configure("primary_conninfo", Optional.of(upstream.connectionInfo()));
            String lsn = primary.currentLsn();
            if (!hasReceived(superuser, lsn, FOLLOW_LIMIT)) {
                LOG.warn("{} did not {} within {}; it is started again", name, what, FOLLOW_LIMIT);
                restart();
                if (!hasReceived(superuser, lsn, LIMIT)) {
                    throw administration.late(what, LIMIT);
                }
            }
        });
    }

    private static boolean hasReceived(Superuser standby, String lsn, Duration limit) throws InterruptedException {
        return standby.becomesTrue(limit, "pg_last_wal_receive_lsn() >= ?::pg_lsn"
                + " and exists (select from pg_stat_wal_receiver where status = 'streaming')", lsn);
    }

    /** Makes it, on its port, a new standby of this primary, whatever it was and held: so an old primary comes back. */
    public synchronized void rebuildFrom(ReplicatedServer primary) {
        server.stop();
        BaseBackup.take(primary, name, server.folder());
        restart();
    }

    /** Ends it and deletes its files. */
    synchronized void close() {
        server.close();
    }

    EmbeddedPostgres server() {
        return server;
    }
}
