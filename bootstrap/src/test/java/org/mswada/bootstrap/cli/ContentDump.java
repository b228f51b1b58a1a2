package org.mswada.bootstrap.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mswada.support.testdatabase.TestDatabase;

/** What a database holds: its content without what differs from one database to the next, or the versions of its rows. */
final class ContentDump {
    private static final List<String> TABLES = List.of("jurisdiction", "legislative_session", "sponsor",
            "sponsor_identifier", "sponsor_membership", "sponsor_metrics", "bill", "bill_action", "sponsorship",
            "subject",
            "bill_subject", "bill_identifier", "related_bill");

    /** By natural keys in place of ids, which are made anew in each database. */
    private static final String BILLS = "select bill.id, jurisdiction.code || ' ' || legislative_session.identifier "
            + "|| ' ' || bill.identifier_normalized as key from bill "
            + "join legislative_session on legislative_session.id = bill.session_id "
            + "join jurisdiction on jurisdiction.id = legislative_session.jurisdiction_id";
    private static final String SPONSORS = "select sponsor_id, min(scheme || ':' || identifier) as key "
            + "from sponsor_identifier group by sponsor_id";
    private static final Map<String, String> CONTENT = Map.ofEntries(
            Map.entry("jurisdiction", "select to_jsonb(t)::text as content from jurisdiction t"),
            Map.entry("session", "select (to_jsonb(t) - 'id')::text as content from legislative_session t"),
            Map.entry("sponsor", "select named.key || (to_jsonb(t) - array['id', 'created_at', 'updated_at'])::text "
                    + "as content from sponsor t join named_sponsor named on named.sponsor_id = t.id"),
            Map.entry("identifier", "select named.key || t.scheme || t.identifier as content "
                    + "from sponsor_identifier t join named_sponsor named on named.sponsor_id = t.sponsor_id"),
            Map.entry("membership", "select named.key || (to_jsonb(t) - 'sponsor_id')::text as content "
                    + "from sponsor_membership t join named_sponsor named on named.sponsor_id = t.sponsor_id"),
            Map.entry("metrics",
                    "select named.key || (to_jsonb(t) - array['sponsor_id', 'computed_at'])::text as content "
                            + "from sponsor_metrics t join named_sponsor named on named.sponsor_id = t.sponsor_id"),
            Map.entry("bill", "select named.key || (to_jsonb(t) - array['id', 'session_id', 'created_at', 'updated_at']"
                    + ")::text as content from bill t join named_bill named on named.id = t.id"),
            Map.entry("action", "select named.key || (to_jsonb(t) - 'bill_id')::text as content "
                    + "from bill_action t join named_bill named on named.id = t.bill_id"),
            Map.entry("sponsorship",
                    "select named.key || coalesce(who.key, '') || (to_jsonb(t) - array['bill_id', 'sponsor_id'])::text "
                            + "as content from sponsorship t join named_bill named on named.id = t.bill_id "
                            + "left join named_sponsor who on who.sponsor_id = t.sponsor_id"),
            Map.entry("subject", "select named.key || t.ordinal || ' ' || subject.name as content from bill_subject t "
                    + "join named_bill named on named.id = t.bill_id join subject on subject.id = t.subject_id"),
            Map.entry("related", "select named.key || (to_jsonb(t) - 'bill_id')::text as content "
                    + "from related_bill t join named_bill named on named.id = t.bill_id"));

    private ContentDump() {}

    /** Returns, for each part, the number of its rows and a digest of all that they hold. */
    static Map<String, String> content(TestDatabase database) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        for (Map.Entry<String, String> part : CONTENT.entrySet()) {
            content.put(part.getKey(), query(database, "with named_bill as (" + BILLS + "), named_sponsor as ("
                    + SPONSORS + ") select count(*) || ' ' || coalesce(md5(string_agg(content, E'\\n' order by content "
                    + "collate \"C\")), '') from (" + part.getValue() + ") as dumped").getFirst());
        }
        return content;
    }

    /** Returns the versions of all rows: an update, even to equal values, changes {@code xmin}, and a lock {@code xmax}. */
    static List<String> versions(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return versions(connection, "ctid::text || xmin::text || xmax::text");
        }
    }

    /** Returns the same without locks, which a vacuum that comes between clears away. */
    static List<String> writtenVersions(Connection connection) throws SQLException {
        return versions(connection, "ctid::text || xmin::text");
    }

    private static List<String> versions(Connection connection, String version) throws SQLException {
        List<String> versions = new ArrayList<>();
        for (String table : TABLES) {
            versions.add(table + " " + query(connection, "select count(*) || ' ' || coalesce(md5(string_agg(" + version
                    + ", ',' order by ctid)), '') from " + table).getFirst());
        }
        versions.addAll(query(connection, "select coalesce(max(updated_at)::text, '') from bill "
                + "union all select coalesce(max(updated_at)::text, '') from sponsor"));
        return versions;
    }

    static List<String> query(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return query(connection, sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
