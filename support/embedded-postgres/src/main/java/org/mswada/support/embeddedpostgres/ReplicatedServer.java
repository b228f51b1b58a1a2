package org.mswada.support.embeddedpostgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A server of a {@link ReplicationCluster}: a primary or a standby, and it may change from one to the other. It keeps
 * its port for ever. What a server cannot do in its role is refused with PostgreSQL's own words as an
 * {@link EmbeddedPostgresException}, and so is what does not happen in time. Safe for many threads.
 */
public final class ReplicatedServer {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** How long a standby may need to stream from elsewhere; one that stalls is started again. */
    private static final Duration FOLLOW_LIMIT = Duration.ofSeconds(5);
    private static final int PROMOTE_SECONDS = 30;

    private final String name;
    private volatile EmbeddedPostgres server;

    ReplicatedServer(String name, EmbeddedPostgres server) {
        this.name = name;
        this.server = server;
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
        return text("select pg_is_in_recovery()").equals("t");
    }

    /** Returns the end of the log of a primary, which is on its disk by then: after all that was acknowledged so far. */
    public String currentLsn() {
        // The end of a record of our own, as the end of the log itself may lie where no record will ever end.
        return text("select pg_logical_emit_message(false, 'mswada', '', true)");
    }

    /** Has each commit of a primary wait for all of these standbys, or for none; returns once they are streaming. */
    public void synchronousStandbys(ReplicatedServer... standbys) {
        String names = Arrays.stream(standbys).map(standby -> '"' + standby.name + '"')
                .collect(Collectors.joining(", "));
        attempt("set its synchronous standbys to " + names, superuser -> {
            superuser.configure("synchronous_standby_names",
                    standbys.length == 0
                            ? Optional.empty()
                            : Optional.of("FIRST " + standbys.length + " (" + names + ")"));
            // Commits wait when the checkpointer has seen the setting, which it does before it obeys.
            superuser.execute("checkpoint");
            require(superuser.becomesTrue(LIMIT,
                    "count(*) = ? from pg_stat_replication where sync_state = 'sync' and state = 'streaming'",
                    standbys.length), "its standbys " + names + " were not streaming synchronously", LIMIT);
        });
    }

    /** Returns how far a standby has replayed. */
    public String replayLsn() {
        return text("select pg_last_wal_replay_lsn()");
    }

    /** Waits until a standby has replayed so far, at most 30 seconds. */
    public void awaitReplayOf(String lsn) {
        attempt("replay up to " + lsn, superuser -> require(
                superuser.becomesTrue(LIMIT, "pg_last_wal_replay_lsn() >= ?::pg_lsn", lsn),
                "it had not replayed " + lsn, LIMIT));
    }

    /** Waits until a standby streams from whom it should. */
    public void awaitStreaming(Duration limit) {
        attempt("stream", superuser -> require(superuser.becomesTrue(limit, """
                exists (select from pg_stat_wal_receiver where status = 'streaming'
                and position(' port=' || sender_port || ' ' in current_setting('primary_conninfo')) > 0)"""),
                "it did not stream", limit));
    }

    /** Stops a standby from replaying while it receives on; returns once it replays nothing any more. */
    public void pauseReplay() {
        attempt("pause its replay", superuser -> {
            superuser.execute("select pg_wal_replay_pause()");
            require(superuser.becomesTrue(LIMIT, "pg_get_wal_replay_pause_state() = 'paused'"),
                    "it did not pause", LIMIT);
        });
    }

    /** Lets it replay on. */
    public void resumeReplay() {
        attempt("resume its replay", superuser -> superuser.execute("select pg_wal_replay_resume()"));
    }

    /** Has a standby replay each commit this long after it was made; zero for at once. It receives on. */
    public void delayReplay(Duration delay) {
        attempt("delay its replay", superuser -> superuser.configure("recovery_min_apply_delay",
                delay.isZero() ? Optional.empty() : Optional.of(delay.toMillis() + "ms")));
    }

    /** Makes a standby a primary on a timeline of its own, whatever the old one does; returns when it is writable. */
    public void promote() {
        attempt("be promoted", superuser -> require(
                superuser.value("select pg_promote(true, ?)", PROMOTE_SECONDS).filter("t"::equals).isPresent(),
                "it was not writable", Duration.ofSeconds(PROMOTE_SECONDS)));
    }

    /** Cuts a standby off from its primary: it answers on, older and older, until it follows one again. */
    public void detach() {
        attempt("be cut off", superuser -> {
            superuser.configure("primary_conninfo", Optional.of(""));
            require(superuser.becomesTrue(LIMIT, "not exists (select from pg_stat_wal_receiver)"), "it streamed on",
                    LIMIT);
        });
    }

    /**
     * Has a standby stream from this primary; returns once it has received what that one had. One that stalls, which
     * happens rarely, is started again. Its replay must not be paused. It cannot when it has more of an old primary than
     * this one had when it was promoted: {@link #detach()} it before the promotion, or rebuild it.
     */
    public synchronized void follow(ReplicatedServer primary) {
        Upstream upstream = Upstream.of(primary.address(), name, server.folder());
        attempt("follow " + primary.name, superuser -> {
            try (Connection connection = primary.superuser().connect()) {
                upstream.createSlot(connection);
            }
            superuser.configure("primary_conninfo", Optional.of(upstream.connectionInfo()));
            String lsn = primary.currentLsn();
            if (!hasReceived(lsn, FOLLOW_LIMIT)) {
                restart();
                require(hasReceived(lsn, LIMIT), "it had not received " + lsn + " from " + primary.name, LIMIT);
            }
        });
    }

    private boolean hasReceived(String lsn, Duration limit) throws InterruptedException {
        return superuser().becomesTrue(limit, "pg_last_wal_receive_lsn() >= ?::pg_lsn"
                + " and exists (select from pg_stat_wal_receiver where status = 'streaming')", lsn);
    }

    /** Makes it, on its port, a new standby of this primary, whatever it was and held: an old primary may come back so. */
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

    private Superuser superuser() {
        return new Superuser(server.address());
    }

    /** Something that the superuser does. */
    @FunctionalInterface
    private interface Work {
        void with(Superuser superuser) throws SQLException, InterruptedException;
    }

    private String text(String sql) {
        try {
            return superuser().value(sql).orElseThrow(() -> new EmbeddedPostgresException(
                    name + " answered nothing to \"" + sql
                            + "\". It may be of the other role, or have replayed nothing."
                            + server.folder().logEnd()));
        } catch (SQLException e) {
            throw refused("answer \"" + sql + "\"", e);
        }
    }

    private void attempt(String what, Work work) {
        try {
            work.with(superuser());
        } catch (SQLException e) {
            throw refused(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Waiting for " + name + " to " + what + " was interrupted.", e);
        }
    }

    private EmbeddedPostgresException refused(String what, SQLException e) {
        return new EmbeddedPostgresException(name + " did not " + what + " (" + e.getMessage()
                + "). Check that it runs and is of the right role." + server.folder().logEnd(), e);
    }

    private void require(boolean happened, String otherwise, Duration limit) {
        if (!happened) {
            throw new EmbeddedPostgresException("Of " + name + " within " + limit.toMillis() + " ms: " + otherwise
                    + ". Is whom it needs frozen, dead or paused?" + server.folder().logEnd());
        }
    }
}
