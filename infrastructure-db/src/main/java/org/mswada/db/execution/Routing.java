package org.mswada.db.execution;

/** Chooses the node before anything of a node is taken, so that a frozen one cannot hold what the others need. */
final class Routing implements Policy {
    private final Node primary;

    Routing(Node primary) {
        this.primary = primary;
    }

    @Override
    public <T> T run(Unit<T> unit) {
        unit.node = primary.name();
        return primary.chain().run(unit);
    }

    @Override
    public String toString() {
        return "Routing -> [" + primary.name() + ": " + primary.chain() + "]";
    }
}
