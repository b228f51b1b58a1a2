package org.mswada.domain.bill;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.user.UserId;

/** Collects the parts of a {@link BillFilter}; what is not given does not restrict. For one thread. */
public final class BillFilterBuilder {
    private @Nullable JurisdictionCode jurisdiction;
    private @Nullable SessionIdentifier session;
    private Set<BillStatus> statuses = Set.of();
    private @Nullable Chamber chamber;
    private Set<BillClassification> classifications = Set.of();
    private Set<String> anySubject = Set.of();
    private Set<String> allSubjects = Set.of();
    private @Nullable String area;
    private @Nullable SponsoredBy sponsoredBy;
    private @Nullable DateRange introduced;
    private @Nullable DateRange latestAction;
    private @Nullable MomentRange updated;
    private @Nullable BillStatus passed;
    private @Nullable BillStatus notPassed;
    private @Nullable UserId trackedBy;

    BillFilterBuilder() {}

    /** Only bills of this jurisdiction. */
    public BillFilterBuilder jurisdiction(@Nullable JurisdictionCode only) {
        jurisdiction = only;
        return this;
    }

    /** Only bills of sessions of this name. */
    public BillFilterBuilder session(@Nullable SessionIdentifier only) {
        session = only;
        return this;
    }

    /** Only bills in one of these statuses. */
    public BillFilterBuilder statuses(Set<BillStatus> only) {
        statuses = only;
        return this;
    }

    /** Only bills introduced in this chamber. */
    public BillFilterBuilder chamber(@Nullable Chamber only) {
        chamber = only;
        return this;
    }

    /** Only measures of these kinds. */
    public BillFilterBuilder classifications(Set<BillClassification> only) {
        classifications = only;
        return this;
    }

    /** Only bills with one of these subjects. */
    public BillFilterBuilder anySubject(Set<String> only) {
        anySubject = only;
        return this;
    }

    /** Only bills with all of these subjects. */
    public BillFilterBuilder allSubjects(Set<String> only) {
        allSubjects = only;
        return this;
    }

    /** Only bills that concern this area. */
    public BillFilterBuilder area(@Nullable String only) {
        area = only;
        return this;
    }

    /** Only bills of this sponsor. */
    public BillFilterBuilder sponsoredBy(@Nullable SponsoredBy only) {
        sponsoredBy = only;
        return this;
    }

    /** Only bills introduced on these days. */
    public BillFilterBuilder introduced(@Nullable DateRange only) {
        introduced = only;
        return this;
    }

    /** Only bills whose latest action was on these days. */
    public BillFilterBuilder latestAction(@Nullable DateRange only) {
        latestAction = only;
        return this;
    }

    /** Only bills that were changed here in this time. */
    public BillFilterBuilder updated(@Nullable MomentRange only) {
        updated = only;
        return this;
    }

    /** Only bills that once had this status. */
    public BillFilterBuilder passed(@Nullable BillStatus only) {
        passed = only;
        return this;
    }

    /** Only bills that never had this status. */
    public BillFilterBuilder notPassed(@Nullable BillStatus only) {
        notPassed = only;
        return this;
    }

    /** Only bills that this user follows, each for itself, paused or not. */
    public BillFilterBuilder trackedBy(@Nullable UserId only) {
        trackedBy = only;
        return this;
    }

    /** Returns the filter. */
    public BillFilter build() {
        return new BillFilter(jurisdiction, session, statuses, chamber, classifications, anySubject, allSubjects, area,
                sponsoredBy, introduced, latestAction, updated, passed, notPassed, trackedBy);
    }
}
