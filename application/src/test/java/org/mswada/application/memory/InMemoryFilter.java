package org.mswada.application.memory;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.SponsoredBy;
import org.mswada.domain.bill.Sponsorship;

/** What a filter means, part by part. */
final class InMemoryFilter {
    private InMemoryFilter() {}

    static boolean passes(BillFilter filter, Bill bill, BillContent content, Set<Tables.TrackedBill> tracked) {
        BillOverview overview = bill.overview();
        return given(filter.jurisdiction(), overview.key().jurisdiction()::equals)
                && given(filter.session(), overview.key().session()::equals)
                && oneOf(filter.statuses(), overview.progress().status())
                && given(filter.chamber(), overview.originChamber()::equals)
                && oneOf(filter.classifications(), overview.classification())
                && (filter.anySubject().isEmpty() || bill.subjects().stream().anyMatch(filter.anySubject()::contains))
                && bill.subjects().containsAll(filter.allSubjects())
                && given(filter.area(), bill.context().areas()::contains)
                && given(filter.sponsoredBy(), by -> content.sponsorships().stream().anyMatch(each -> is(by, each)))
                && given(filter.introduced(), days -> days.holds(overview.progress().introducedOn()))
                && given(filter.latestAction(), days -> days.holds(overview.progress().activeOn()))
                && given(filter.updated(), time -> time.holds(overview.updatedAt()))
                && given(filter.passed(), status -> had(content, status))
                && given(filter.notPassed(), status -> !had(content, status))
                && given(filter.trackedBy(), user -> tracked.contains(new Tables.TrackedBill(user, overview.id())));
    }

    private static <T> boolean given(@Nullable T part, Predicate<T> test) {
        return part == null || test.test(part);
    }

    private static <T> boolean oneOf(Set<T> allowed, T value) {
        return allowed.isEmpty() || allowed.contains(value);
    }

    private static boolean is(SponsoredBy by, Sponsorship sponsorship) {
        return by.sponsor().equals(sponsorship.sponsor()) && sponsorship.withdrawnOn() == null
                && (by.role() == null || by.role() == sponsorship.role());
    }

    private static boolean had(BillContent content, BillStatus status) {
        return content.actions().stream().anyMatch(action -> action.assertedStatus() == status);
    }
}
