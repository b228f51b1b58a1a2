package org.mswada.application.sponsor;

import java.util.Collection;
import java.util.Map;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorMetrics;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Tells the figures of sponsors' work. */
public final class GetSponsorMetrics {
    private static final Operation GET = Operation.read("sponsor.metrics");

    private final UnitOfWork units;
    private final SponsorDirectory directory;

    /** Reads {@code directory} in units of {@code units}. */
    public GetSponsorMetrics(UnitOfWork units, SponsorDirectory directory) {
        this.units = units;
        this.directory = directory;
    }

    /** Returns the figures of these sponsors; one whose work was never counted is not in the map. */
    public Map<SponsorId, SponsorMetrics> of(Collection<SponsorId> sponsors) {
        return units.read(GET, session -> directory.metrics(session, sponsors));
    }
}
