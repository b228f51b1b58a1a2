package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.user.User;
import org.mswada.domain.user.UserId;

/** Finds users as {@link SponsorSearch} finds sponsors. */
final class UserSearch {
    private static final String SEARCH = TrigramSearch.ASKED + """
            ,
            candidate as materialized (
                select app_user.id, cardinality(app_user.search_trigrams) as size, %s as score
                from asked join app_user on app_user.search_trigrams && asked.rarer)
            select id from candidate where score >= {1} order by score desc, size, id limit {2}"""
            .formatted(TrigramSearch.score("app_user.search_trigrams"));

    private UserSearch() {}

    static List<User> run(ReadSession session, String text, int limit) {
        List<UserId> best = sql(session).resultQuery(SEARCH, DSL.val(text, SQLDataType.CLOB),
                DSL.inline(TrigramSearch.LEAST_SCORE), DSL.val(limit))
                .fetch(row -> new UserId(row.get("id", UUID.class)));
        Map<UserId, User> found = new HashMap<>();
        UserQueries.FIND.list(session, best).forEach(user -> found.put(user.id(), user));
        return best.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
