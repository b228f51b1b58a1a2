package org.mswada.db.execution;

import static org.mswada.db.execution.Decision.Disposal.EVICT;
import static org.mswada.db.execution.Decision.Disposal.KEEP;
import static org.mswada.db.execution.FailureKind.CONFLICT;
import static org.mswada.db.execution.FailureKind.CONSTRAINT;
import static org.mswada.db.execution.FailureKind.TIMEOUT;
import static org.mswada.db.execution.FailureKind.UNAVAILABLE;
import static org.mswada.db.execution.FailureKind.UNEXPECTED;
import static org.mswada.db.execution.FailureRow.Breaker.COUNTED;
import static org.mswada.db.execution.FailureRow.Breaker.IGNORED;
import static org.mswada.db.execution.FailureRow.Doubt.ALWAYS;
import static org.mswada.db.execution.FailureRow.Doubt.AT_COMMIT;
import static org.mswada.db.execution.FailureRow.Doubt.AT_POSITION;
import static org.mswada.db.execution.FailureRow.Doubt.NONE;
import static org.mswada.db.execution.FailureRow.Rerun.ELSEWHERE;
import static org.mswada.db.execution.FailureRow.Rerun.IF_IDEMPOTENT;
import static org.mswada.db.execution.FailureRow.Rerun.NEVER;
import static org.mswada.db.execution.FailureRow.Rerun.ONCE;
import static org.mswada.db.execution.FailureRow.Rerun.WHILE_DEADLINE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mswada.db.execution.Decision.Disposal;
import org.mswada.db.execution.FailureRow.Breaker;
import org.mswada.db.execution.FailureRow.Doubt;
import org.mswada.db.execution.FailureRow.Rerun;

/**
 * The table that decides every failure. A row is found by the exact SQLSTATE, else by its class (the first two
 * characters), else it is the last one.
 *
 * <p>States of class 53, 58 and XX are in doubt at COMMIT because a PANIC, after which the commit record may survive,
 * bears the same state as an ordinary error. Where COMMIT and the question for its position went in one flush, every state
 * is in doubt but those that the question, which reads no table, cannot meet.
 */
final class FailureTable {
    private static final String STALE_PLAN = "0A000 of a stale plan";
    private static final String NO_CONNECTION = "none, connecting";
    private static final String ANYTHING_ELSE = "any other, or none";
    private static final String SEPARATOR = "; ";
    private static final int CLASS_LENGTH = 2;
    private static final int STATE_LENGTH = 5;

    /** Classes in which the server refuses a statement that should not have been sent. */
    private static final String REFUSED = "03xxx; 09xxx; 0Axxx; 0Bxxx; 0Fxxx; 0Lxxx; 0Pxxx; 0Zxxx; 10xxx; 20xxx; 21xxx; "
            + "24xxx; 25xxx; 26xxx; 27xxx; 2Bxxx; 2Dxxx; 2Fxxx; 34xxx; 38xxx; 39xxx; 3Bxxx; 3Fxxx; 42xxx; 54xxx; 55xxx; "
            + "F0xxx; HVxxx; P0xxx";

    static final List<FailureRow> ROWS = List.of(
            row("40001; 40P01", CONFLICT, WHILE_DEADLINE, NONE, IGNORED, KEEP, "rolled back for a concurrent unit"),
            row("40002", CONSTRAINT, NEVER, NONE, IGNORED, KEEP, "a constraint checked at COMMIT"),
            row("40xxx", CONFLICT, WHILE_DEADLINE, NONE, IGNORED, KEEP, "rolled back, says the class"),
            row("55P03", CONFLICT, WHILE_DEADLINE, AT_POSITION, IGNORED, KEEP, "a lock is taken"),
            row(STALE_PLAN, CONFLICT, ONCE, AT_POSITION, IGNORED, KEEP, "the schema changed; the driver prepares anew"),
            row("26000", UNEXPECTED, ONCE, AT_POSITION, IGNORED, EVICT, "the session lost its statements"),
            row("25006", UNAVAILABLE, WHILE_DEADLINE, AT_POSITION, IGNORED, EVICT, "the node is no primary any more"),
            row("08xxx", UNAVAILABLE, WHILE_DEADLINE, AT_COMMIT, COUNTED, EVICT, "the connection is lost"),
            row("08007; 40003", UNAVAILABLE, WHILE_DEADLINE, ALWAYS, COUNTED, EVICT, "it says so itself"),
            row("57P01; 57P02; 57P03", UNAVAILABLE, WHILE_DEADLINE, AT_COMMIT, COUNTED, EVICT,
                    "server stops or starts"),
            row("53300", UNAVAILABLE, WHILE_DEADLINE, AT_COMMIT, COUNTED, EVICT, "no connection slot is free"),
            row("57P05", UNAVAILABLE, WHILE_DEADLINE, AT_COMMIT, IGNORED, EVICT, "idle for too long in the pool"),
            row("57xxx", UNAVAILABLE, NEVER, AT_COMMIT, COUNTED, EVICT, "an operator intervened"),
            row("28xxx; 3Dxxx", UNAVAILABLE, ELSEWHERE, AT_POSITION, IGNORED, EVICT, "wrong credentials or database"),
            row(NO_CONNECTION, UNAVAILABLE, WHILE_DEADLINE, NONE, COUNTED, KEEP, "the pool could open none in time"),
            row("57014", TIMEOUT, NEVER, AT_POSITION, IGNORED, KEEP, "took longer than it may"),
            row("25P03; 25P04", TIMEOUT, IF_IDEMPOTENT, AT_COMMIT, IGNORED, EVICT, "the transaction took too long"),
            row("22xxx; 23xxx; 44xxx; 54000", CONSTRAINT, NEVER, NONE, IGNORED, KEEP, "the data is refused"),
            row("25P02", UNEXPECTED, NEVER, AT_POSITION, IGNORED, KEEP, "an earlier error was swallowed"),
            row("53xxx", UNEXPECTED, ELSEWHERE, AT_COMMIT, COUNTED, KEEP, "disk, memory or a limit is used up"),
            row("58xxx; XXxxx", UNEXPECTED, ELSEWHERE, AT_COMMIT, COUNTED, EVICT, "the server is damaged"),
            row(REFUSED, UNEXPECTED, NEVER, AT_POSITION, IGNORED, KEEP, "a mistake of ours"),
            row(ANYTHING_ELSE, UNEXPECTED, NEVER, AT_COMMIT, IGNORED, EVICT, "not a state of PostgreSQL"));

    private static final Map<String, FailureRow> BY_STATE = byState();

    private FailureTable() {}

    static FailureRow find(ReportedFailure failure, Phase phase) {
        if (failure.stalePlan()) {
            return named(STALE_PLAN);
        }
        String state = failure.state();
        if (state == null) {
            return named(phase == Phase.CONNECTING ? NO_CONNECTION : ANYTHING_ELSE);
        }
        FailureRow exact = BY_STATE.get(state);
        if (exact != null) {
            return exact;
        }
        FailureRow ofClass = state.length() == STATE_LENGTH ? BY_STATE.get(classOf(state)) : null;
        return ofClass != null ? ofClass : named(ANYTHING_ELSE);
    }

    private static String classOf(String state) {
        return state.substring(0, CLASS_LENGTH) + "xxx";
    }

    private static FailureRow named(String name) {
        FailureRow row = BY_STATE.get(name);
        if (row == null) {
            throw new IllegalStateException("the table has no row '" + name + "'");
        }
        return row;
    }

    private static FailureRow row(String states, FailureKind kind, Rerun rerun, Doubt doubt, Breaker breaker,
            Disposal disposal, String reason) {
        return new FailureRow(List.of(states.split(SEPARATOR, -1)), kind, rerun, doubt, breaker, disposal, reason);
    }

    private static Map<String, FailureRow> byState() {
        Map<String, FailureRow> rows = new HashMap<>();
        for (FailureRow row : ROWS) {
            for (String state : row.states()) {
                if (rows.put(state, row) != null) {
                    throw new IllegalStateException("state " + state + " is in two rows: keep one of them");
                }
            }
        }
        return Map.copyOf(rows);
    }
}
