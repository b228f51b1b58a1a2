package org.mswada.db.execution;

import org.mswada.domain.storage.ConsistencyToken;

/**
 * What is known of positions in the write-ahead log on one node, and learned of them there. Safe for use by many threads.
 */
public interface WalPositions {
    /** Where a statement was not told the timeline, as on a standby: then it is the one that the cluster is known to be on. */
    int TIMELINE_NOT_TOLD = 0;

    /** Where no replica is configured: nothing is asked, and nothing known. */
    WalPositions NONE = new WalPositions() {
        @Override
        public boolean tracked() {
            return false;
        }

        @Override
        public ConsistencyToken token(int timeline, long lsn) {
            throw new IllegalStateException("no replica is configured, so no position is asked for: look at tracked()");
        }

        @Override
        public void replayed(long lsn, long askedNanos) {}

        @Override
        public boolean isStray(int timeline) {
            return false;
        }
    };

    /** Returns whether units ask for positions. */
    boolean tracked();

    /**
     * Returns the token for a position on this node.
     *
     * @param timeline the position's, or {@link #TIMELINE_NOT_TOLD}
     */
    ConsistencyToken token(int timeline, long lsn);

    /**
     * Says that a unit saw this node, a standby, as far as here.
     *
     * @param askedNanos {@link System#nanoTime} before it was asked
     */
    void replayed(long lsn, long askedNanos);

    /**
     * Returns whether this node, which says that it writes on this timeline, was promoted beside the server that is known to
     * take the writes, or before anybody heard of it.
     */
    boolean isStray(int timeline);
}
