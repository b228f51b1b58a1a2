package org.mswada.domain.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.user.UserId;

final class BillFilterTest {
    private static final LocalDate DAY = LocalDate.of(2013, 4, 11);
    private static final int FINGERPRINT = -337_028_225;

    @Test
    void the_fingerprint_is_the_same_whatever_the_order_of_a_set_and_in_every_process() {
        assertThat(BillFilter.builder().anySubject(new LinkedHashSet<>(List.of("b", "a"))).build().fingerprint())
                .isEqualTo(BillFilter.builder().anySubject(new LinkedHashSet<>(List.of("a", "b"))).build()
                        .fingerprint());
        // If this fails, cursors that clients hold are refused after an upgrade.
        assertThat(BillFilter.builder().statuses(Set.of(BillStatus.ENACTED, BillStatus.VETOED)).build().fingerprint())
                .isEqualTo(FINGERPRINT);
    }

    @Test
    void every_part_changes_the_fingerprint() {
        SponsorId sponsor = new SponsorId(new UUID(0, 1));
        assertThat(Stream.of(filter(), filter().jurisdiction(new JurisdictionCode("xx")),
                filter().session(new SessionIdentifier("xx")), filter().statuses(Set.of(BillStatus.FAILED)),
                filter().chamber(Chamber.LOWER), filter().classifications(Set.of(BillClassification.BILL)),
                filter().anySubject(Set.of("ab")), filter().anySubject(Set.of("a", "b")),
                filter().allSubjects(Set.of("ab")), filter().area("ab"),
                filter().sponsoredBy(new SponsoredBy(sponsor, null)),
                filter().sponsoredBy(new SponsoredBy(sponsor, SponsorshipRole.JOINT)),
                filter().introduced(new DateRange(DAY, null)), filter().introduced(new DateRange(null, DAY)),
                filter().latestAction(new DateRange(DAY, null)),
                filter().updated(new MomentRange(Instant.EPOCH, null)), filter().passed(BillStatus.FAILED),
                filter().notPassed(BillStatus.FAILED), filter().trackedBy(new UserId(new UUID(0, 1))),
                filter().trackedBy(new UserId(new UUID(0, 2)))).map(parts -> parts.build().fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_milestone_that_every_bill_passes_is_refused() {
        assertThatThrownBy(() -> filter().passed(BillStatus.INTRODUCED).build())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("INTRODUCED is no milestone");
        assertThatThrownBy(() -> filter().notPassed(BillStatus.DRAFT).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ranges_that_hold_nothing_are_refused() {
        assertThatThrownBy(() -> new DateRange(DAY, DAY.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MomentRange(Instant.EPOCH, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new DateRange(DAY, DAY).holds(DAY)).isTrue();
        assertThat(new MomentRange(Instant.EPOCH, Instant.EPOCH.plusNanos(1)).holds(Instant.EPOCH)).isTrue();
    }

    private static BillFilterBuilder filter() {
        return BillFilter.builder();
    }
}
