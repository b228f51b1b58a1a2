package org.mswada.db.service;

import java.util.concurrent.atomic.AtomicLong;
import org.mswada.db.execution.WalPositions;
import org.mswada.domain.storage.ConsistencyToken;

/** Positions on a node of which a test says what a standby would have to be told. */
final class KnownPositions implements WalPositions {
    static final String SYSTEM = "7";
    static final int TIMELINE_OF_THE_CLUSTER = 9;

    private final AtomicLong replayed = new AtomicLong();

    @Override
    public boolean tracked() {
        return true;
    }

    @Override
    public ConsistencyToken token(int timeline, long lsn) {
        return new ConsistencyToken(SYSTEM, timeline == TIMELINE_NOT_TOLD ? TIMELINE_OF_THE_CLUSTER : timeline, lsn);
    }

    @Override
    public void replayed(long lsn) {
        replayed.set(lsn);
    }

    long replayed() {
        return replayed.get();
    }
}
