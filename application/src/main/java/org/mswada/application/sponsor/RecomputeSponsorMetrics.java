package org.mswada.application.sponsor;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorDirectory.MetricsStep;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Counts the work of all sponsors anew, some at a time, each part stored for itself. For operators. */
public final class RecomputeSponsorMetrics {
    private static final Operation RECOMPUTE = Operation.write("sponsor.recompute-metrics").repeatable();
    private static final int AT_ONCE = 100;

    private final UnitOfWork units;
    private final SponsorDirectory directory;

    /** Writes {@code directory} in units of {@code units}. */
    public RecomputeSponsorMetrics(UnitOfWork units, SponsorDirectory directory) {
        this.units = units;
        this.directory = directory;
    }

    /**
     * Counts all, or until {@code stopped} says so, which is asked before each part; returns of how many sponsors the figures
     * have changed.
     */
    public int all(BooleanSupplier stopped) {
        int changed = 0;
        SponsorId after = null;
        boolean more = true;
        while (more && !stopped.getAsBoolean()) {
            MetricsStep step = next(after);
            changed += step.changed();
            after = step.next();
            more = after != null;
        }
        return changed;
    }

    private MetricsStep next(@Nullable SponsorId after) {
        return units.write(RECOMPUTE, session -> directory.recomputeMetrics(session, after, AT_ONCE));
    }
}
