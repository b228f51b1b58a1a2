package org.mswada.domain.bill;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.storage.ReadSession;

/**
 * Finds bills and what belongs to them. A bill that is deleted is not found. Whoever asks for several at once asks for at most
 * {@link #MAXIMUM_IDS}; more are an {@link IllegalArgumentException}.
 */
public interface BillRepository {
    /** The most bills that one call is about. */
    int MAXIMUM_IDS = 500;

    /** Where bounded counting stops. */
    int MAXIMUM_BOUNDED_COUNT = 10_000;

    /** Finds a bill. */
    Optional<Bill> findById(ReadSession session, BillId id);

    /** Finds bills in the order of the ids; what is not there is left out. */
    List<Bill> findByIds(ReadSession session, List<BillId> ids);

    /** Finds a bill by its natural key, in any spelling of its number. */
    Optional<Bill> findByKey(ReadSession session, BillKey key);

    /** Finds a bill by its name in another register. */
    Optional<Bill> findByExternalId(ReadSession session, ExternalIdentifier identifier);

    /**
     * Lists bills.
     *
     * @param after the place after which the page begins, or null for the first page
     * @param limit the most bills to return, from 1 to {@link BillPage#MAXIMUM_LIMIT}
     * @throws IllegalArgumentException when the cursor is of another filter or order
     */
    BillPage list(ReadSession session, BillFilter filter, BillSort sort, @Nullable BillCursor after, int limit);

    /** Counts the bills that pass a filter. */
    BillCount count(ReadSession session, BillFilter filter, BillCount.Way way);

    /** Returns the sponsorships of these bills in their order; a bill without any is not in the map. */
    Map<BillId, List<Sponsorship>> sponsorships(ReadSession session, Collection<BillId> bills);

    /** Returns the actions of these bills in their order; a bill without any is not in the map. */
    Map<BillId, List<BillAction>> actions(ReadSession session, Collection<BillId> bills);

    /** Returns the bills that these relate to, in the source's order; a bill without any is not in the map. */
    Map<BillId, List<RelatedBill>> relatedBills(ReadSession session, Collection<BillId> bills);

    /** Returns through which statuses these bills went. */
    Map<BillId, StatusHistory> statusHistories(ReadSession session, Collection<BillId> bills);

    /** Refuses more than {@link #MAXIMUM_IDS}. */
    static void checkIds(Collection<BillId> bills) {
        if (bills.size() > MAXIMUM_IDS) {
            throw new IllegalArgumentException(
                    bills.size() + " bills are more than the " + MAXIMUM_IDS + " of one call: ask in parts");
        }
    }
}
