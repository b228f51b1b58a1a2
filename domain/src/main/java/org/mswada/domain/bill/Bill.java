package org.mswada.domain.bill;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill, without its actions and sponsorships.
 *
 * @param overview what a list shows of it
 * @param summary what it would do, in plain words, where somebody wrote that
 * @param subjects its subjects, the most important first
 * @param lawNumber the number of the law it became
 * @param version counts its changes from 1
 * @param createdAt when it was stored first
 * @param updatedAt when it was changed last
 */
public record Bill(BillOverview overview, @Nullable String summary, List<String> subjects, @Nullable String lawNumber,
        int version, Instant createdAt, Instant updatedAt) {
    /** Copies the subjects. */
    public Bill {
        subjects = List.copyOf(subjects);
    }
}
