package org.mswada.db.repository;

/**
 * How texts with some letters wrong are found: those that share at least half of the groups of three letters in what was
 * asked for, as pg_trgm's word similarity does it, but without the extension.
 */
final class TrigramSearch {
    static final double LEAST_SCORE = 0.5;

    /**
     * The beginning of a statement whose first parameter is what is asked for. Whoever shares half of its groups shares one of
     * any half of them and one more: the index looks for the half that are not at the edge of a word, for those are rarer.
     */
    static final String ASKED = """
            with given as materialized (select trigrams_of(array[{0}]) as trigrams),
            asked as materialized (
                select (select string_agg(quote_literal(each.trigram), '|') from unnest(given.trigrams) as each (trigram)
                    )::tsquery as query,
                    array(select each.trigram from unnest(given.trigrams) as each (trigram)
                        order by each.trigram like '  %' or each.trigram like '% ', each.trigram
                        limit cardinality(given.trigrams) / 2 + 1) as rarer
                from given)""";

    private TrigramSearch() {}

    /**
     * Says which share of what is asked for a column holds. The rank of lexemes without positions is that share, divided by this
     * constant; it is counted in C, ten times faster than SQL does.
     */
    static String score(String column) {
        return "least(1, round((ts_rank(array_to_tsvector(" + column + "), asked.query) * 16.4493406685)::numeric, 4))";
    }
}
