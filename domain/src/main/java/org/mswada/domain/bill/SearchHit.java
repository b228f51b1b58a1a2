package org.mswada.domain.bill;

import java.util.List;

/**
 * A bill that a search found.
 *
 * @param bill the bill
 * @param rank how well it fits; greater is better, and comparable within one search only
 * @param headline an extract of its text around the words that were found
 */
public record SearchHit(BillOverview bill, float rank, List<Extract> headline) {
    /** Copies the headline. */
    public SearchHit {
        headline = List.copyOf(headline);
    }

    /**
     * A piece of text; whoever shows it escapes and marks it in the way of its medium.
     *
     * @param text the text
     * @param found whether it is what was searched for
     */
    public record Extract(String text, boolean found) {}
}
