package org.mswada.db.repository;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSearchRepository;
import org.mswada.domain.bill.SearchCursor;
import org.mswada.domain.bill.SearchHit;
import org.mswada.domain.bill.SearchPage;
import org.mswada.domain.bill.SearchPage.Facet;
import org.mswada.domain.bill.SearchPage.FacetCount;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.ReadSession;

/** Searches bills by PostgreSQL's full text search: at most six statements, whatever is searched for. */
final class JooqBillSearchRepository implements BillSearchRepository {
    /** Above all ranks that words can have. */
    private static final float RANK_OF_NUMBER = 100;
    private static final int LONGEST_NUMBER = 64;

    @Inject
    JooqBillSearchRepository() {}

    @Override
    public SearchPage search(ReadSession session, String asked, BillFilter filter, @Nullable SearchCursor after,
            int limit) {
        BillPage.checkLimit(limit);
        if (after != null) {
            after.checkBelongsTo(asked, filter);
        }
        String text = storable(asked);
        List<BillId> numbered = numbered(session, text, filter);
        List<Match> matches = matches(session, new Searching(text, filter));
        List<Ranked> rest = ranked(numbered, matches).stream()
                .filter(each -> after == null || each.compareTo(new Ranked(after.rank(), after.id())) > 0).toList();
        List<Ranked> page = rest.subList(0, Math.min(limit, rest.size()));
        SearchCursor next = rest.size() > limit
                ? new SearchCursor(SearchCursor.fingerprint(asked, filter), page.getLast().rank(), page.getLast().id())
                : null;
        boolean complete = matches.isEmpty() || matches.getFirst().matches() == matches.size();
        return new SearchPage(hits(session, text, page), next, matches.size(), complete, facets(session, matches));
    }

    /** What no text that is stored can hold, no search can find. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', ' ');
    }

    private static List<BillId> numbered(ReadSession session, String text, BillFilter filter) {
        if (text.length() > LONGEST_NUMBER || text.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        try {
            return BillSearchPages.BY_NUMBER.list(session, new BillSearchPages.Numbered(
                    BillIdentifier.of(text).normalized(), filter, BillPage.MAXIMUM_LIMIT));
        } catch (IllegalArgumentException noNumber) {
            return List.of();
        }
    }

    private static List<Match> matches(ReadSession session, Searching searching) {
        long expected = BillSearch.EXPECTED.shape(searching).estimate(session, searching);
        return expected > BillSearch.COMMON
                ? BillSearch.MANY.listReplanned(session, searching)
                : BillSearch.FEW.listReplanned(session, searching);
    }

    private static List<Ranked> ranked(List<BillId> numbered, List<Match> matches) {
        Set<BillId> first = new HashSet<>(numbered);
        List<Ranked> ranked = new ArrayList<>();
        numbered.forEach(id -> ranked.add(new Ranked(RANK_OF_NUMBER, id)));
        matches.stream().filter(match -> !first.contains(match.id()))
                .forEach(match -> ranked.add(new Ranked(match.rank(), match.id())));
        ranked.sort(Comparator.naturalOrder());
        return ranked;
    }

    private static List<SearchHit> hits(ReadSession session, String text, List<Ranked> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<BillId, BillSearchPages.Hit> shown = BillSearchPages.SHOW
                .list(session, new BillSearchPages.Shown(text, page.stream().map(Ranked::id).toList())).stream()
                .collect(Collectors.toMap(hit -> hit.bill().id(), Function.identity()));
        // One that was deleted since it was found is left out.
        return page.stream().filter(each -> shown.containsKey(each.id())).map(each -> {
            BillSearchPages.Hit hit = Objects.requireNonNull(shown.get(each.id()));
            return new SearchHit(hit.bill(), each.rank(), Headlines.extracts(hit.headline()));
        }).toList();
    }

    private static Map<Facet, List<FacetCount>> facets(ReadSession session, List<Match> matches) {
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        facets.put(Facet.STATUS, counted(matches, match -> match.status().name()));
        facets.put(Facet.CLASSIFICATION, counted(matches, match -> match.classification().name()));
        facets.put(Facet.CHAMBER, counted(matches, match -> match.chamber().name()));
        if (matches.isEmpty()) {
            facets.put(Facet.SESSION, List.of());
            facets.put(Facet.SUBJECT, List.of());
        } else {
            Map<SessionId, String> names = names(session, matches.stream().map(Match::session).distinct().toList());
            facets.put(Facet.SESSION, counted(matches, match -> names.getOrDefault(match.session(), "")));
            facets.put(Facet.SUBJECT,
                    BillSearchPages.SUBJECTS.list(session, matches.stream().map(Match::id).toList()));
        }
        return facets;
    }

    private static Map<SessionId, String> names(ReadSession session, Collection<SessionId> sessions) {
        return BillSearchPages.SESSIONS.list(session, sessions).stream()
                .collect(Collectors.toMap(BillSearchPages.SessionName::id, BillSearchPages.SessionName::name));
    }

    private static List<FacetCount> counted(List<Match> matches, Function<Match, String> value) {
        return matches.stream().collect(Collectors.groupingBy(value, Collectors.counting())).entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetCount::bills).reversed().thenComparing(FacetCount::value))
                .toList();
    }

    /** A place in the result: the best first; of equal ones the newest, for ids are ordered by time. */
    private record Ranked(float rank, BillId id) implements Comparable<Ranked> {
        @Override
        public int compareTo(Ranked other) {
            int byRank = Float.compare(other.rank, rank);
            return byRank != 0 ? byRank : other.id.value().toString().compareTo(id.value().toString());
        }
    }
}
