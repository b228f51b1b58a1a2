package org.mswada.support.faultinjection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/** Commits that wait until this is closed. */
public final class HeldCommits implements AutoCloseable {
    /** No standby may have this name. */
    private static final String NOBODY = "no_standby_has_this_name";
    private static final String WAITING = "select count(*) from pg_stat_activity where wait_event = 'SyncRep'";
    private static final String PROBE_WAITS = WAITING + " and pid = ?";
    private static final String WRITES = "select pg_logical_emit_message(true, 'mswada', '')";
    private static final long LOOK_EVERY_NANOS = 2_000_000;

    private final ServerFaults faults;
    private final Connection probe;

    HeldCommits(ServerFaults faults, Connection probe) {
        this.faults = faults;
        this.probe = probe;
    }

    HeldCommits hold() throws SQLException {
        try {
            set(NOBODY);
            awaitEffect();
            return this;
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** The setting works only when the checkpointer has read it, which no view shows: so try until a commit waits. */
    private void awaitEffect() throws SQLException {
        int processId = ServerFaults.count(probe, "select pg_backend_pid()");
        Thread writing = Thread.ofPlatform().daemon().name("commit-probe-" + processId)
                .start(this::writeUntilCancelled);
        while (faults.count(PROBE_WAITS, processId) == 0) {
            if (!writing.isAlive()) {
                throw new SQLException("The commits of this server cannot be held: a commit of our own failed before it"
                        + " waited. See the log of the server.");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        boolean _ = faults.terminate(processId);
    }

    private void writeUntilCancelled() {
        try (Statement statement = probe.createStatement()) {
            statement.execute("set synchronous_commit = on");
            while (true) {
                statement.execute(WRITES);
            }
        } catch (SQLException terminated) {
            return;
        }
    }

    private void set(String names) throws SQLException {
        faults.execute("alter system set synchronous_standby_names = '" + names + "'");
        faults.execute("select pg_reload_conf()");
    }

    /** Returns how many commits wait. */
    public int waiting() throws SQLException {
        return faults.count(WAITING);
    }

    /** Lets them go on, as if the standby were back. */
    @Override
    public void close() throws SQLException {
        probe.close();
        set("");
    }
}
