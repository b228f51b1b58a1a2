package org.mswada.application.sponsor;

import org.mswada.domain.sponsor.SponsorCursor;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorFilter;
import org.mswada.domain.sponsor.SponsorPage;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Lists sponsors by name. */
public final class ListSponsors {
    private static final Operation LIST = Operation.read("sponsor.list");

    private final UnitOfWork units;
    private final SponsorDirectory directory;

    /** Reads {@code directory} in units of {@code units}. */
    public ListSponsors(UnitOfWork units, SponsorDirectory directory) {
        this.units = units;
        this.directory = directory;
    }

    /** Returns the part of the list after a place, with at most {@code limit} sponsors. */
    public SponsorPage page(SponsorFilter filter, SponsorCursor after, int limit) {
        return units.read(LIST, session -> directory.list(session, filter, after, limit));
    }
}
