package org.mswada.db.execution;

/** Waits for one of as many permits as the node's pool has connections, first come first served, within the deadline. */
final class Permitting implements Policy {
    private final String node;
    private final FairPermit permits;
    private final Gate gate;
    private final Policy delegate;

    Permitting(String node, FairPermit permits, Gate gate, Policy delegate) {
        this.node = node;
        this.permits = permits;
        this.gate = gate;
        this.delegate = delegate;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        switch (permits.acquire(unit.deadline.nanoTime())) {
            case ACQUIRED -> {}
            case TIMED_OUT -> throw Refusals.deadline(unit, "while it waited for a connection");
            case QUEUE_FULL -> throw Refusals.queueFull(unit, permits.estimatedWait());
            case REFUSED -> throw gate.isClosed()
                    ? Refusals.drained(unit, "while it waited for a connection")
                    : Refusals.circuitOpen(unit, node);
            case INTERRUPTED -> throw Refusals.interrupted(unit);
        }
        try {
            if (Thread.currentThread().isInterrupted()) {
                // The driver would close a good connection at the first answer.
                throw Refusals.interrupted(unit);
            }
            return delegate.run(unit);
        } finally {
            permits.release();
        }
    }

    @Override
    public String toString() {
        return "Permitting(" + permits + ") -> " + delegate;
    }
}
