package org.mswada.db.execution;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jooq.Configuration;
import org.mswada.db.connection.ConnectionPool;

/**
 * What happens when PostgreSQL is sick: the policies around a unit of work, in their order. From the outside in:
 *
 * <ol>
 * <li>Metered: everything is counted, refusals too.
 * <li>Gated: shutdown lets nobody in and knows who is inside.
 * <li>WithinDeadline: nothing begins whose answer is of no use.
 * <li>Retrying: outside all that is taken for one attempt, so that nothing is held while it waits.
 * <li>Routing: the node is chosen before anything of a node is taken.
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

    /** Builds the stack over one node; the order of these lines is the policy. */
    static Policy over(NodeParts node, SharedParts shared) {
        Policy executing = new Executing(node.jooq(), shared.statements(), node.positions());
        Policy translating = new Translating(executing);
        Policy borrowing = new Borrowing(node.pool(), node.breaker(), shared.watch(), System::nanoTime, translating);
        Policy breaking = new CircuitBreaking(node.breaker(), borrowing);
        Policy permitting = new Permitting(node.permits(), shared.gate(), breaking);
        Policy openCheck = new OpenCheck(node.breaker(), permitting);
        Policy routing = new Routing(new Node(node.name(), openCheck));
        Policy retrying = new Retrying(shared.budget(), shared.backOff(), shared.sleeper(), System::nanoTime,
                shared.meters(), routing);
        Policy withinDeadline = new WithinDeadline(retrying);
        Policy gated = new Gated(shared.gate(), withinDeadline);
        return new Metered(shared.meters(), System::nanoTime, gated);
    }

    /** What belongs to one node. */
    record NodeParts(String name, ConnectionPool pool, FairPermit permits, CircuitBreaker breaker,
            Configuration jooq, WalPositions positions) {}

    /** What all nodes share. */
    record SharedParts(Gate gate, RetryBudget budget, BackOff backOff, Sleeper sleeper, DeadlineWatch watch,
            DatabaseMeters meters, StatementListener statements) {}
}
