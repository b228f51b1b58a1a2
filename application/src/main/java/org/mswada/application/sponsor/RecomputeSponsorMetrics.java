package org.mswada.application.sponsor;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorDirectory.MetricsStep;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Guarded;
import org.mswada.domain.user.Permission;

/** Counts the work of sponsors anew, some at a time, each part stored for itself. For operators. */
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
     * Counts that of all sponsors of a jurisdiction, or until {@code stopped} says so, which is asked before each part; returns
     * of how many sponsors the figures have changed.
     */
    public Guarded<Integer> of(Actor actor, JurisdictionCode jurisdiction, BooleanSupplier stopped) {
        if (!actor.may(Permission.RECOMPUTE_METRICS)) {
            return new Guarded.Forbidden<>(Permission.RECOMPUTE_METRICS);
        }
        int changed = 0;
        SponsorId after = null;
        boolean more = true;
        while (more && !stopped.getAsBoolean()) {
            MetricsStep step = next(jurisdiction, after);
            changed += step.changed();
            after = step.next();
            more = after != null;
        }
        return new Guarded.Done<>(changed);
    }

    private MetricsStep next(JurisdictionCode jurisdiction, @Nullable SponsorId after) {
        return units.write(RECOMPUTE, session -> directory.recomputeMetrics(session, jurisdiction, after, AT_ONCE));
    }
}
