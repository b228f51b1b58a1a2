package org.mswada.db.service;

import org.mswada.db.execution.WalPositions;

/** Whether a service knows positions, as where replicas are configured: what is promised holds in both. */
enum Tracking {
    UNTRACKED(WalPositions.NONE), TRACKED(new KnownPositions());

    private final WalPositions positions;

    Tracking(WalPositions positions) {
        this.positions = positions;
    }

    WalPositions positions() {
        return positions;
    }
}
