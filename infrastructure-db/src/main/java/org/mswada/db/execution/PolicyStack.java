package org.mswada.db.execution;

import java.util.List;
import java.util.function.IntConsumer;
import org.jooq.Configuration;
import org.mswada.db.health.ClusterView;

/**
 * What happens when PostgreSQL is sick: the policies around a unit of work, in their order. From the outside in:
 *
 * <ol>
 * <li>Metered: everything is counted, refusals too.
 * <li>Gated: shutdown lets nobody in and knows who is inside.
 * <li>WithinDeadline: nothing begins whose answer is of no use.
 * <li>Retrying: outside all that is taken for one attempt, so that nothing is held while it waits.
 * <li>Routing: the server is chosen before anything of it is taken.
 * <li>OpenCheck: a sick node refuses at once, before a queue is joined.
 * <li>Permitting: the queue stands before the pool, first come first served; whoever waits holds nothing.
 * <li>CircuitBreaking: inside the queue, so that waiting is never counted as the node's slowness.
 * <li>Borrowing: gives back or throws away what Translating decided.
 * <li>Translating: the innermost that sees an error of the driver, and the only one.
 * <li>Executing: BEGIN, the work, COMMIT.
 * </ol>
 */
public final class PolicyStack {
    private PolicyStack() {}

    /** Builds what stands around Routing; the order of these lines, and those of {@link #around}, is the policy. */
    static Policy over(List<Route> servers, ReplayWaits waits, SharedParts shared) {
        Policy routing = new Routing(servers, shared.view(), waits, shared.wakeProbe(), shared.meters(),
                System::nanoTime);
        Policy retrying = new Retrying(shared.budget(), shared.backOff(), shared.sleeper(), System::nanoTime,
                shared.meters(), routing);
        Policy withinDeadline = new WithinDeadline(retrying);
        Policy gated = new Gated(shared.gate(), withinDeadline);
        return new Metered(shared.meters(), System::nanoTime, gated);
    }

    /** Builds what stands inside Routing, around a unit on one node. */
    static Policy around(Node node, DeadlineWatch watch, WalPositions positions, SharedParts shared) {
        Policy executing = new Executing(shared.jooq(), shared.statements(), positions);
        Policy translating = new Translating(executing);
        Policy borrowing = new Borrowing(node, shared.view(), () -> shared.wakeProbe().accept(node.place()), watch,
                shared.givingBack(), System::nanoTime, translating);
        Policy breaking = new CircuitBreaking(node.breaker(), borrowing);
        Policy permitting = new Permitting(node.toString(), node.permits(), shared.gate(), breaking);
        return new OpenCheck(node.breaker(), permitting);
    }

    /** What all servers share. */
    record SharedParts(Gate gate, RetryBudget budget, BackOff backOff, Sleeper sleeper, ClusterView view,
            IntConsumer wakeProbe, DatabaseMeters meters, StatementListener statements, GivingBack givingBack,
            Configuration jooq) {}
}
