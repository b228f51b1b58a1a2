package org.mswada.db.validation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Record;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.QueryOptions;
import org.mswada.db.service.QueryResult;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;

/** Asks in each kind of unit which server answers, as the server itself says, and tries to write where only reading is due. */
final class RoutingCheck {
    private static final Operation READ = Operation.read("validation.routing-read");
    private static final Operation WRITE = Operation.write("validation.routing-write");
    private static final String WHO = "select current_database() || ' on ' || "
            + "coalesce(host(inet_server_addr()) || ':' || inet_server_port(), 'a local socket') || ', running since ' || "
            + "to_char(pg_postmaster_start_time() at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), "
            + "pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'";
    /** Refused in any read-only transaction (PostgreSQL manual, SET TRANSACTION), and gone at once where it is not. */
    private static final String A_WRITE = "create temporary table mswada_validation (entry integer) on commit drop";
    private static final Duration FIT_WITHIN = Duration.ofSeconds(10);
    private static final int CALLS_A_REPLICA = 4;
    private static final String READ_ONLY_TRANSACTION = "25006";

    private record Node(String identity, boolean standby, boolean readOnly) {
        static Node of(Record row) {
            return new Node(String.valueOf(row.get(0)), Boolean.TRUE.equals(row.get(1)),
                    Boolean.TRUE.equals(row.get(2)));
        }

        String role() {
            return standby ? "standby" : "primary";
        }
    }

    private RoutingCheck() {}

    static Check check() {
        return new Check("reads and writes",
                "both reach the server that MSWADA_DB_URL names, which is a primary; a read refuses to write, in one "
                        + "statement and in a snapshot; reads of a call reach the replicas, if there are any, and only those",
                "Look which server answers at the host of MSWADA_DB_URL, and what 'mswada db health' says of each; name the "
                        + "primary there, and its replicas in MSWADA_DB_READ_URLS.",
                RoutingCheck::measure);
    }

    private static Measurement measure(Bench bench) throws SQLException {
        Node configured = configured(bench);
        try (Trial trial = bench.open(0)) {
            DatabaseService service = trial.service();
            Node read = service.read(READ, RoutingCheck::who);
            Node snapshot = service.snapshot(READ, RoutingCheck::who);
            Node write = service.write(WRITE, RoutingCheck::who);
            List<String> wrong = new ArrayList<>();
            note(wrong, "read", read, configured);
            note(wrong, "snapshot", snapshot, configured);
            note(wrong, "write", write, configured);
            if (write.standby() || write.readOnly()) {
                wrong.add("writes reach a " + write.role() + ", read-only: " + write.readOnly());
            }
            if (!snapshot.readOnly()) {
                wrong.add("a snapshot is not read-only");
            }
            if (!refuses(service, QueryOptions.SINGLE)) {
                wrong.add("a read did not refuse to write");
            }
            if (!refuses(service, QueryOptions.SNAPSHOT)) {
                wrong.add("a snapshot did not refuse to write");
            }
            String so = "reads and writes: " + configured.identity() + ", " + configured.role()
                    + "; both kinds of reads refused to write" + replicas(bench, configured, wrong);
            return Measurement.of(wrong.isEmpty(), wrong.isEmpty() ? so : String.join("; ", wrong));
        }
    }

    /** Returns which of them answered; nothing where none is configured. */
    private static String replicas(Bench bench, Node primary, List<String> wrong) {
        if (bench.config().readUrls().isEmpty()) {
            return "";
        }
        try (DatabaseService service = bench.openOnServers()) {
            int count = bench.config().readUrls().size();
            if (Within.limit(FIT_WITHIN, () -> fit(service) == count).isEmpty()) {
                wrong.add(fit(service) + " of " + count + " replicas are fit: "
                        + String.join(" ", service.healthCheck().issues()));
                return "";
            }
            note(wrong, "a read of no call", service.read(READ, RoutingCheck::who), primary);
            note(wrong, "a write beside replicas", service.write(WRITE, RoutingCheck::who), primary);
            Set<String> answered = new TreeSet<>();
            for (int call = 0; call < CALLS_A_REPLICA * count; call++) {
                Node node = new CallContext(Deadline.in(FIT_WITHIN), null)
                        .call(() -> service.read(READ, RoutingCheck::who));
                if (!node.standby() || !node.readOnly()) {
                    wrong.add("a read of a call reached " + node.identity() + ", " + node.role());
                }
                answered.add(node.identity());
            }
            if (answered.size() != count) {
                wrong.add("reads of calls reached " + answered.size() + " of " + count + " replicas: " + answered);
            }
            return "; reads of calls: " + String.join(", ", answered);
        }
    }

    private static long fit(DatabaseService service) {
        return service.healthCheck().servers().stream().filter(server -> server.status().fit()).count();
    }

    private static void note(List<String> wrong, String unit, Node answered, Node configured) {
        if (!answered.identity().equals(configured.identity()) || answered.standby() != configured.standby()) {
            wrong.add(unit + " reached " + answered.identity() + ", " + answered.role() + ", and configured is "
                    + configured.identity() + ", " + configured.role());
        }
    }

    private static Node who(ReadSession session) {
        return Node.of(JooqSession.sql(session).fetchSingle(WHO));
    }

    private static Node configured(Bench bench) throws SQLException {
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(WHO)) {
            rows.next();
            return new Node(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3));
        }
    }

    private static boolean refuses(DatabaseService service, QueryOptions options) {
        try {
            QueryResult<Integer> result = service.executeQuery(READ, options,
                    session -> JooqSession.sql(session).execute(A_WRITE));
            return result instanceof QueryResult.Failure<?> failure && isReadOnlyTransaction(failure.error());
        } catch (IllegalStateException bySession) {
            return true;
        }
    }

    private static boolean isReadOnlyTransaction(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && READ_ONLY_TRANSACTION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
