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
 * @param context what is known around it
 * @param irregular whether some status of it came about by a move that the status machine does not know
 * @param createdAt when it was stored first
 */
public record Bill(BillOverview overview, @Nullable String summary, List<String> subjects, @Nullable String lawNumber,
        BillContext context, boolean irregular, Instant createdAt) {
    /** Copies the subjects. */
    public Bill {
        subjects = List.copyOf(subjects);
    }

    /** Returns the count of its changes, from 1. */
    public int version() {
        return overview.version();
    }

    /** Returns when it was changed last. */
    public Instant updatedAt() {
        return overview.updatedAt();
    }
}
