package org.mswada.application.importing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source that ends early when it is told to: what was read before is stored, and so an import ends at the end of a batch.
 * {@link #stop} may be called by any thread.
 */
public final class StoppableSource implements BillSource {
    private final BillSource source;
    private volatile boolean stopped;
    private volatile boolean ended;
    private volatile boolean cutShort;
    private volatile @Nullable SourceLocation reached;

    /** Yields what {@code source} yields, and closes it. */
    public StoppableSource(BillSource source) {
        this.source = source;
    }

    /** From now on it yields nothing. */
    public void stop() {
        stopped = true;
    }

    /** Returns whether it ended before the source did. */
    public boolean isCutShort() {
        return cutShort;
    }

    /** Returns where the last item stood that was read, if one was. */
    public Optional<SourceLocation> reached() {
        return Optional.ofNullable(reached);
    }

    @Override
    public Optional<SourceItem> next() {
        if (ended || cutShort || stopped) {
            cutShort = !ended;
            return Optional.empty();
        }
        Optional<SourceItem> item = source.next();
        item.ifPresentOrElse(read -> reached = read.location(), () -> ended = true);
        return item;
    }

    @Override
    public void close() {
        source.close();
    }
}
