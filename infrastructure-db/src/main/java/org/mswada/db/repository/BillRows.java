package org.mswada.db.repository;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;

/** Writes rows of table bill from arrays, one for each column. */
final class BillRows {
    private static final String GIVEN = """
            unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14}, {15}, {16}, {17}, \
            {18}, {19}, {20}, {21}) as given (id, session_id, identifier, identifier_normalized, classification, \
            origin_chamber, title, short_title, summary, status, status_since, status_action, introduced_on, \
            latest_action_on, latest_action_text, law_number, content_hash, areas, irregular, source_url, extras, \
            subject_names)""";
    private static final String INSERT = """
            insert into bill (id, session_id, identifier, identifier_normalized, classification, origin_chamber, title, \
            short_title, summary, status, status_since, status_action, introduced_on, latest_action_on, \
            latest_action_text, law_number, content_hash, areas, irregular, source_url, extras, subject_names)
            select id, session_id, identifier, identifier_normalized, classification, origin_chamber, title, \
            short_title, summary, status, status_since, status_action, introduced_on, latest_action_on, \
            latest_action_text, law_number, content_hash, areas::text[], irregular, source_url, extras::jsonb, \
            subject_names
            from\s"""
            + GIVEN + """
                     order by session_id, identifier_normalized
                    on conflict (session_id, identifier_normalized) do nothing returning id""";
    private static final String UPDATE = """
            update bill set identifier = given.identifier, classification = given.classification, \
            origin_chamber = given.origin_chamber, title = given.title, short_title = given.short_title, \
            summary = given.summary, status = given.status, status_since = given.status_since, \
            status_action = given.status_action, introduced_on = given.introduced_on, \
            latest_action_on = given.latest_action_on, latest_action_text = given.latest_action_text, \
            law_number = given.law_number, content_hash = given.content_hash, areas = given.areas::text[], \
            irregular = given.irregular, source_url = given.source_url, extras = given.extras::jsonb, \
            subject_names = given.subject_names, version = bill.version + 1, updated_at = now()
            from\s""" + GIVEN + " where bill.id = given.id";

    /** Returns the ids of those that were inserted: not of one that somebody else has inserted meanwhile. */
    Set<BillId> insert(DSLContext sql, List<StoredContent> bills) {
        return sql.fetch(INSERT, (Object[]) columns(bills)).stream().map(row -> new BillId(row.get(0, UUID.class)))
                .collect(Collectors.toSet());
    }

    void update(DSLContext sql, List<StoredContent> bills) {
        sql.execute(UPDATE, (Object[]) columns(bills));
    }

    private static Field<?>[] columns(List<StoredContent> bills) {
        List<BillContent> contents = bills.stream().map(StoredContent::content).toList();
        return new Field<?>[]{
                ArrayParameters.uuids(bills, bill -> bill.id().value()),
                ArrayParameters.uuids(contents, bill -> bill.session().value()),
                ArrayParameters.texts(contents, bill -> bill.identifier().printed()),
                ArrayParameters.texts(contents, bill -> bill.identifier().normalized()),
                ArrayParameters.texts(contents, BillContent::classification),
                ArrayParameters.texts(contents, BillContent::originChamber),
                ArrayParameters.texts(contents, BillContent::title),
                ArrayParameters.texts(contents, BillContent::shortTitle),
                ArrayParameters.texts(contents, BillContent::summary),
                ArrayParameters.texts(contents, bill -> bill.progress().status()),
                ArrayParameters.dates(contents, bill -> bill.progress().statusSince()),
                ArrayParameters.integers(contents, bill -> bill.progress().statusAction()),
                ArrayParameters.dates(contents, bill -> bill.progress().introducedOn()),
                ArrayParameters.dates(contents, bill -> bill.progress().latestActionOn()),
                ArrayParameters.texts(contents, bill -> bill.progress().latestActionText()),
                ArrayParameters.texts(contents, BillContent::lawNumber),
                ArrayParameters.texts(contents, bill -> bill.hash().hex()),
                ArrayParameters.lists(contents, bill -> bill.context().areas()),
                ArrayParameters.booleans(contents, BillContent::irregular),
                ArrayParameters.texts(contents, bill -> bill.context().sourceUrl()),
                ArrayParameters.texts(contents, bill -> bill.context().extras()),
                ArrayParameters.texts(contents, bill -> String.join(" ", bill.subjects()))};
    }
}
