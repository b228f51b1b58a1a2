package org.mswada.db.repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;

/**
 * What a page of bills is asked for with.
 *
 * @param filter which bills
 * @param after the place after which the page begins, or null for the first page
 * @param rows how many rows to read at most
 */
record BillListing(BillFilter filter, @Nullable After after, int rows) implements Filtered {
    /** A listing from a cursor on, or from the beginning. */
    static BillListing of(BillFilter filter, @Nullable BillCursor after, int rows) {
        return new BillListing(filter, after == null ? null : new After(after.key(), after.id()), rows);
    }

    /**
     * A place in the list.
     *
     * @param key the key there
     * @param id the bill there
     */
    record After(long key, BillId id) {
        LocalDate day() {
            return LocalDate.ofEpochDay(key);
        }

        Instant moment() {
            return Instant.EPOCH.plus(key, ChronoUnit.MICROS);
        }
    }
}
