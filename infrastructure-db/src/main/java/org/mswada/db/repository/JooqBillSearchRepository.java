package org.mswada.db.repository;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Searches bills by PostgreSQL's full text search: at most seven statements, whatever is searched for. */
final class JooqBillSearchRepository implements BillSearchRepository {
    private static final int LONGEST_NUMBER = 64;

    private final BillMatching matching;

    @Inject
    JooqBillSearchRepository() {
        this(new BillMatching());
    }

    JooqBillSearchRepository(BillMatching matching) {
        this.matching = matching;
    }

    @Override
    public SearchPage search(ReadSession session, String asked, BillFilter filter, @Nullable SearchCursor after,
            int limit) {
        BillPage.checkLimit(limit);
        if (after != null) {
            after.checkBelongsTo(asked, filter);
        }
        String text = storable(asked);
        List<Match> numbered = numbered(session, text, filter);
        BillMatching.Found found = matching.find(session, new Searching(text, filter));
        List<Match> ranked = ranked(numbered, found.matches());
        List<Match> rest = after == null ? ranked : ranked.stream().filter(each -> each.isAfter(after)).toList();
        List<Match> page = rest.subList(0, Math.min(limit, rest.size()));
        SearchCursor next = rest.size() > limit
                ? new SearchCursor(SearchCursor.fingerprint(asked, filter), page.getLast().rank(), page.getLast().id())
                : null;
        boolean complete = found.isComplete() && numbered.size() < BillPage.MAXIMUM_LIMIT;
        return new SearchPage(hits(session, text, page), next, ranked.size(), complete, facets(session, ranked));
    }

    /** What no text that is stored can hold, no search can find. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', ' ');
    }

    private static List<Match> numbered(ReadSession session, String text, BillFilter filter) {
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

    /** One that is found by its number is mostly found by its words too, and is one. */
    private static List<Match> ranked(List<Match> numbered, List<Match> matches) {
        Set<BillId> first = numbered.stream().map(Match::id).collect(Collectors.toSet());
        return Stream.concat(numbered.stream(), matches.stream().filter(match -> !first.contains(match.id())))
                .sorted(Match.BEST_FIRST).toList();
    }

    private static List<SearchHit> hits(ReadSession session, String text, List<Match> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<BillId, BillSearchPages.Hit> shown = BillSearchPages.SHOW
                .list(session, new BillSearchPages.Shown(text, page.stream().map(Match::id).toList())).stream()
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
}
