package org.mswada.domain.bill;

import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.ReadSession;

/** Finds bills by words in their title, number, summary and subjects. */
public interface BillSearchRepository {
    /**
     * Finds the bills that hold the words, the best first. A bill whose number the text is comes before all others, on the
     * first page.
     *
     * @param text words, {@code "phrases"}, {@code or}, {@code -without}; never an error
     * @param filter only bills that pass it
     * @param after the place after which the page begins, or null for the first page
     * @param limit the most bills to return, from 1 to {@link BillPage#MAXIMUM_LIMIT}
     * @throws IllegalArgumentException when the cursor is of another search
     */
    SearchPage search(ReadSession session, String text, BillFilter filter, @Nullable SearchCursor after, int limit);
}
