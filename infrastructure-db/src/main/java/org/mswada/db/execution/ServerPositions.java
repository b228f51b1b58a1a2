package org.mswada.db.execution;

import org.mswada.db.health.ClusterView;
import org.mswada.domain.storage.ConsistencyToken;

/** The positions of one of several servers. */
final class ServerPositions implements WalPositions {
    /** While nobody has said which cluster this is; a token of it is one of another cluster, so that the primary is read. */
    private static final String NO_CLUSTER = "0";
    private static final int FIRST_TIMELINE = 1;

    private final ClusterView view;
    private final int place;

    ServerPositions(ClusterView view, int place) {
        this.view = view;
        this.place = place;
    }

    @Override
    public boolean tracked() {
        return true;
    }

    @Override
    public ConsistencyToken token(int timeline, long lsn) {
        String cluster = view.systemIdentifier();
        int known = timeline == TIMELINE_NOT_TOLD ? view.timeline() : timeline;
        return new ConsistencyToken(cluster == null ? NO_CLUSTER : cluster, Math.max(FIRST_TIMELINE, known), lsn);
    }

    @Override
    public void replayed(long lsn, long askedNanos) {
        view.replayed(place, lsn, askedNanos);
    }

    @Override
    public boolean isStray(int timeline) {
        int known = view.timeline();
        return known != 0 && timeline > known && view.writer() != place;
    }
}
