package org.mswada.application.sponsor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.SponsorDirectory;
import org.mswada.domain.sponsor.SponsorMatch;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Searches sponsors by their names. */
public final class SearchSponsors {
    private static final Operation SEARCH = Operation.read("sponsor.search");

    private final UnitOfWork units;
    private final SponsorDirectory directory;

    /** Reads {@code directory} in units of {@code units}. */
    public SearchSponsors(UnitOfWork units, SponsorDirectory directory) {
        this.units = units;
        this.directory = directory;
    }

    /** Returns the sponsors whose names are most like this, the best first, of one jurisdiction or, with null, of all. */
    public List<SponsorMatch> byName(String text, @Nullable JurisdictionCode jurisdiction, int limit) {
        return units.read(SEARCH, session -> directory.search(session, text, jurisdiction, limit));
    }
}
