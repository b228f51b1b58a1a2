package org.mswada.db.service;

/** What a circuit does with units. */
public enum CircuitState {
    /** Lets them through. */
    CLOSED,
    /** Refuses them. */
    OPEN,
    /** Lets a few through, to see how they fare. */
    HALF_OPEN
}
