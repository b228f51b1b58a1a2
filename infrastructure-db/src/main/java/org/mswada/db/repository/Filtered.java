package org.mswada.db.repository;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillDays;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.DateRange;
import org.mswada.domain.bill.MomentRange;
import org.mswada.domain.bill.SponsoredBy;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.user.UserId;

/** What a query restricts by a filter is asked with; a part that is null does not restrict. */
interface Filtered {
    /** Before and after whatever happens, and within what both calendars can say. */
    LocalDate FIRST_DAY = BillDays.FIRST;
    LocalDate LAST_DAY = BillDays.LAST;
    Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");
    Instant LAST_MOMENT = Instant.parse("9999-12-31T00:00:00Z");

    BillFilter filter();

    default @Nullable SessionKey sessionOfJurisdiction() {
        JurisdictionCode jurisdiction = filter().jurisdiction();
        SessionIdentifier session = filter().session();
        return jurisdiction == null || session == null ? null : new SessionKey(jurisdiction, session);
    }

    default @Nullable JurisdictionCode jurisdictionOnly() {
        return filter().session() == null ? filter().jurisdiction() : null;
    }

    default @Nullable SessionIdentifier sessionOnly() {
        return filter().jurisdiction() == null ? filter().session() : null;
    }

    default @Nullable Set<BillStatus> statuses() {
        return orNull(filter().statuses());
    }

    default @Nullable Chamber chamber() {
        return filter().chamber();
    }

    default @Nullable Set<BillClassification> classifications() {
        return orNull(filter().classifications());
    }

    default @Nullable String area() {
        return filter().area();
    }

    default @Nullable Days introduced() {
        return Days.of(filter().introduced());
    }

    default @Nullable Days latestAction() {
        return Days.of(filter().latestAction());
    }

    default @Nullable Moments updated() {
        return Moments.of(filter().updated());
    }

    default @Nullable Set<String> anySubject() {
        return orNull(filter().anySubject());
    }

    default @Nullable Set<String> allSubjects() {
        return orNull(filter().allSubjects());
    }

    default @Nullable SponsorId sponsor() {
        SponsoredBy by = filter().sponsoredBy();
        return by == null || by.role() != null ? null : by.sponsor();
    }

    default @Nullable InRole sponsorInRole() {
        SponsoredBy by = filter().sponsoredBy();
        SponsorshipRole role = by == null ? null : by.role();
        return by == null || role == null ? null : new InRole(by.sponsor(), role);
    }

    default @Nullable BillStatus passed() {
        return filter().passed();
    }

    default @Nullable BillStatus notPassed() {
        return filter().notPassed();
    }

    default @Nullable UserId trackedBy() {
        return filter().trackedBy();
    }

    private static <T> @Nullable Set<T> orNull(Set<T> values) {
        return values.isEmpty() ? null : values;
    }

    /** Days with both ends, so that a range is one condition whichever end is given. */
    record Days(LocalDate from, LocalDate to) {
        static @Nullable Days of(@Nullable DateRange range) {
            return range == null
                    ? null
                    : new Days(Objects.requireNonNullElse(range.from(), FIRST_DAY),
                            Objects.requireNonNullElse(range.to(), LAST_DAY));
        }
    }

    /** A time with both ends. */
    record Moments(Instant from, Instant until) {
        static @Nullable Moments of(@Nullable MomentRange range) {
            return range == null
                    ? null
                    : new Moments(Objects.requireNonNullElse(range.from(), FIRST_MOMENT),
                            Objects.requireNonNullElse(range.until(), LAST_MOMENT));
        }
    }

    /** A sponsor in a role. */
    record InRole(SponsorId sponsor, SponsorshipRole role) {}
}
