package org.mswada.db.repository;

/**
 * How much a search looks at, in bills.
 *
 * @param allUpTo up to so many matches all are ranked
 * @param newest of more, so many of the newest
 * @param considered so many matches are taken from the index of words at most
 * @param common from so many expected matches on, the newest bills are walked instead
 * @param walked so many bills are walked at most
 */
record SearchLimits(int allUpTo, int newest, int considered, long common, int walked) {
    /**
     * Of a word that is common, by this, one in 33 among a million bills: so the five hundred newest are among the newest
     * 100,000 bills, unless the word, or what the filter asks for, is of another time.
     */
    static final SearchLimits USUAL = new SearchLimits(5_000, 500, 50_000, 30_000, 100_000);
}
