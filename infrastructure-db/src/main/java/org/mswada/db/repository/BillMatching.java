package org.mswada.db.repository;

import java.util.List;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.storage.ReadSession;

/**
 * Finds what matches a search; of very many the newest. What the planner expects says where it begins, and what is found there
 * whether it was right: a search of which little is found among the newest bills is answered by the index of words, and one of
 * which the index of words has too much by the newest bills.
 */
final class BillMatching {
    private final SearchLimits limits;
    private final ShapedQuery<Searching, Match> few;
    private final ShapedQuery<Searching, Match> many;

    BillMatching() {
        this(SearchLimits.USUAL, BillSearch.FEW, BillSearch.MANY);
    }

    /** Within other limits. */
    BillMatching(SearchLimits limits) {
        this(limits, BillSearch.few(limits), BillSearch.many(limits));
    }

    private BillMatching(SearchLimits limits, ShapedQuery<Searching, Match> few,
            ShapedQuery<Searching, Match> many) {
        this.limits = limits;
        this.few = few;
        this.many = many;
    }

    Found find(ReadSession session, Searching searching) {
        boolean common = BillSearch.EXPECTED.shape(searching).estimate(session, searching) > limits.common();
        if (common) {
            Found newest = newest(session, searching);
            return isEnough(newest) ? newest : byWords(session, searching);
        }
        Found found = byWords(session, searching);
        if (found.number() <= limits.considered()) {
            return found;
        }
        Found newest = newest(session, searching);
        return isEnough(newest) ? newest : found;
    }

    private boolean isEnough(Found newest) {
        return newest.matches().size() == limits.newest();
    }

    private Found newest(ReadSession session, Searching searching) {
        List<Match> found = many.listReplanned(session, searching);
        return new Found(found.size() > limits.newest() ? found.subList(0, limits.newest()) : List.of(),
                Integer.MAX_VALUE);
    }

    private Found byWords(ReadSession session, Searching searching) {
        List<Match> found = few.listReplanned(session, searching);
        return new Found(found, found.isEmpty() ? 0 : found.getFirst().matches());
    }

    /**
     * What was found.
     *
     * @param matches the bills
     * @param number how many match, as far as they were looked at
     */
    record Found(List<Match> matches, int number) {
        /** Returns whether these are all there are. */
        boolean isComplete() {
            return number == matches.size();
        }
    }
}
