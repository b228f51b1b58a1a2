package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mswada.domain.bill.BillHashes;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.ContentHash;
import org.mswada.domain.storage.ReadSession;

/** Hashes of bills in PostgreSQL, by one query for any number of them. */
final class JooqBillHashes implements BillHashes {
    private static final String FIND = """
            select given.place, bill.content_hash, bill.deleted_at
            from unnest({0}, {1}, {2}) with ordinality as given (code, session, number, place)
            join jurisdiction on jurisdiction.code = given.code
            join legislative_session on legislative_session.jurisdiction_id = jurisdiction.id
                and legislative_session.identifier = given.session
            join bill on bill.session_id = legislative_session.id and bill.identifier_normalized = given.number""";

    @Inject
    JooqBillHashes() {}

    @Override
    public Map<BillKey, Known> find(ReadSession session, Collection<BillKey> bills) {
        if (bills.isEmpty()) {
            return Map.of();
        }
        List<BillKey> keys = List.copyOf(bills);
        Map<BillKey, Known> found = new HashMap<>();
        sql(session)
                .resultQuery(FIND, ArrayParameters.texts(keys, key -> key.jurisdiction().value()),
                        ArrayParameters.texts(keys, key -> key.session().value()),
                        ArrayParameters.texts(keys, key -> key.identifier().normalized()))
                .coerce(DSL.field("place", SQLDataType.INTEGER.notNull()),
                        DSL.field("content_hash", SQLDataType.CLOB.notNull()),
                        DSL.field("deleted_at", SQLDataType.INSTANT))
                .forEach(row -> found.put(keys.get(row.value1() - 1),
                        new Known(new ContentHash(row.value2()), row.value3())));
        return found;
    }
}
