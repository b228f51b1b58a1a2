package org.mswada.db.repository;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.Sponsorship;

/** The same upsert as one would write it by the batches of JDBC: a statement a table, a row a call of addBatch. */
final class UpsertByJdbcBatch {
    private static final String BILL = """
            insert into bill (id, session_id, identifier, identifier_normalized, classification, origin_chamber, title, \
            status, status_since, status_action, introduced_on, latest_action_on, latest_action_text, content_hash, \
            subject_names)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (session_id, identifier_normalized) do update set identifier = excluded.identifier, \
            classification = excluded.classification, origin_chamber = excluded.origin_chamber, title = excluded.title, \
            status = excluded.status, status_since = excluded.status_since, status_action = excluded.status_action, \
            introduced_on = excluded.introduced_on, latest_action_on = excluded.latest_action_on, \
            latest_action_text = excluded.latest_action_text, content_hash = excluded.content_hash, \
            subject_names = excluded.subject_names, version = bill.version + 1, updated_at = now()
            where bill.content_hash <> excluded.content_hash""";

    private UpsertByJdbcBatch() {}

    static void run(DatabaseFixture database, List<BillContent> bills) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Map<String, Object> ids = ids(connection);
            Map<String, Integer> subjects = subjects(connection);
            bills(connection, bills, ids);
            for (String table : List.of("bill_subject", "sponsorship", "bill_action")) {
                delete(connection, table, bills, ids);
            }
            actions(connection, bills, ids);
            sponsorships(connection, bills, ids);
            subjects(connection, bills, ids, subjects);
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> ids(Connection connection) throws SQLException {
        Map<String, Object> ids = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select identifier_normalized, id from bill")) {
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getObject(2));
            }
        }
        return ids;
    }

    private static Map<String, Integer> subjects(Connection connection) throws SQLException {
        Map<String, Integer> subjects = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name, id from subject")) {
            while (rows.next()) {
                subjects.put(rows.getString(1), rows.getInt(2));
            }
        }
        return subjects;
    }

    private static void bills(Connection connection, List<BillContent> bills, Map<String, Object> ids)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BILL)) {
            for (BillContent bill : bills) {
                Object[] values = {ids.get(bill.identifier().normalized()), bill.session().value(),
                        bill.identifier().printed(), bill.identifier().normalized(), bill.classification().name(),
                        bill.originChamber().name(), bill.title(), bill.progress().status().name(),
                        bill.progress().statusSince(), bill.progress().statusAction(),
                        bill.progress().introducedOn(), bill.progress().latestActionOn(),
                        bill.progress().latestActionText(), bill.hash().hex(), String.join(" ", bill.subjects())};
                add(insert, values);
            }
            insert.executeBatch();
        }
    }

    private static void delete(Connection connection, String table, List<BillContent> bills, Map<String, Object> ids)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + table + " where bill_id = ?")) {
            for (BillContent bill : bills) {
                add(delete, ids.get(bill.identifier().normalized()));
            }
            delete.executeBatch();
        }
    }

    private static void actions(Connection connection, List<BillContent> bills, Map<String, Object> ids)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into bill_action (bill_id, sequence, "
                + "occurred_on, text, classes, asserted_status) values (?, ?, ?, ?, ?, ?)")) {
            for (BillContent bill : bills) {
                for (BillAction action : bill.actions()) {
                    add(insert, ids.get(bill.identifier().normalized()), action.sequence(), action.occurredOn(),
                            action.text(), connection.createArrayOf("text", action.classes().toArray()),
                            action.assertedStatus().name());
                }
            }
            insert.executeBatch();
        }
    }

    private static void sponsorships(Connection connection, List<BillContent> bills, Map<String, Object> ids)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into sponsorship (bill_id, ordinal, "
                + "name_as_printed, entity_type, role) values (?, ?, ?, ?, ?)")) {
            for (BillContent bill : bills) {
                for (Sponsorship sponsorship : bill.sponsorships()) {
                    add(insert, ids.get(bill.identifier().normalized()), sponsorship.ordinal(),
                            sponsorship.nameAsPrinted(), sponsorship.entityType().name(),
                            sponsorship.role().name());
                }
            }
            insert.executeBatch();
        }
    }

    private static void subjects(Connection connection, List<BillContent> bills, Map<String, Object> ids,
            Map<String, Integer> subjects) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("insert into bill_subject (bill_id, ordinal, subject_id) values (?, ?, ?)")) {
            for (BillContent bill : bills) {
                int ordinal = 0;
                for (String subject : bill.subjects()) {
                    add(insert, ids.get(bill.identifier().normalized()), ordinal++, subjects.get(subject));
                }
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
        statement.addBatch();
    }
}
