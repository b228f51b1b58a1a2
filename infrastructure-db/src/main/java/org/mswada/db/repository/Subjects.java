package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;
import static org.mswada.db.generated.Tables.SUBJECT;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.WriteSession;

/** The subjects of a jurisdiction, each stored once. */
final class Subjects {
    /** In a fixed order, so that two imports at once wait for each other instead of deadlocking. */
    private static final String INSERT = """
            insert into subject (jurisdiction_id, name)
            select distinct legislative_session.jurisdiction_id, given.name
            from unnest({0}, {1}) as given (session_id, name)
            join legislative_session on legislative_session.id = given.session_id
            order by 1, 2
            on conflict on constraint subject_name_key do nothing""";

    Map<Key, Integer> ensureAll(WriteSession session, List<BillChildren.Names> bills) {
        Set<Key> wanted = new HashSet<>();
        for (BillChildren.Names bill : bills) {
            bill.subjects().forEach(subject -> wanted.add(new Key(bill.session(), subject)));
        }
        if (wanted.isEmpty()) {
            return Map.of();
        }
        DSLContext sql = sql(session);
        Map<Key, Integer> known = find(sql, List.copyOf(wanted));
        List<Key> missing = wanted.stream().filter(key -> !known.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            sql.execute(INSERT, ArrayParameters.uuids(missing, key -> key.session().value()),
                    ArrayParameters.texts(missing, Key::subject));
            known.putAll(find(sql, missing));
        }
        return known;
    }

    private static Map<Key, Integer> find(DSLContext sql, List<Key> wanted) {
        Map<Key, Integer> found = new HashMap<>();
        sql.select(LEGISLATIVE_SESSION.ID, SUBJECT.NAME, SUBJECT.ID)
                .from(SUBJECT)
                .join(LEGISLATIVE_SESSION).on(LEGISLATIVE_SESSION.JURISDICTION_ID.eq(SUBJECT.JURISDICTION_ID))
                .where(LEGISLATIVE_SESSION.ID
                        .eq(DSL.any(wanted.stream().map(Key::session).distinct().toArray(SessionId[]::new))))
                .and(SUBJECT.NAME
                        .eq(DSL.any(wanted.stream().map(Key::subject).distinct().toArray(String[]::new))))
                .forEach(row -> found.put(new Key(row.value1(), row.value2()), row.value3()));
        return found;
    }

    /** A subject as bills of a session name it. */
    record Key(SessionId session, String subject) {}
}
