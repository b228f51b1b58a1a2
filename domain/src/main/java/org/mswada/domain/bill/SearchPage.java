package org.mswada.domain.bill;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of the result of a search. Of very many matches only the newest are ranked and counted (where hardly one of the
 * newest bills is among them, the newest of a part of them), and the page says so.
 *
 * @param hits the bills, the best first
 * @param next where the next part begins, or null at the end of what was ranked
 * @param ranked how many matches were ranked; the facets count these; never 0 where there are any
 * @param complete whether these are all there are
 * @param facets how many of the ranked bills have each value, the commonest first
 */
public record SearchPage(List<SearchHit> hits, @Nullable SearchCursor next, int ranked, boolean complete,
        Map<Facet, List<FacetCount>> facets) {
    /** Copies the lists. */
    public SearchPage {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** By what bills are counted. */
    public enum Facet {
        STATUS, CLASSIFICATION, CHAMBER, SESSION, SUBJECT
    }

    /**
     * How many of the ranked bills have one value.
     *
     * @param value the value: the name of a status, a session, a subject
     * @param bills how many bills
     */
    public record FacetCount(String value, long bills) {}
}
