package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.db.generated.Tables.BILL;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.db.execution.TestSession;
import org.mswada.db.query.PreparedQuery;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.storage.ReadSession;
import org.postgresql.PGConnection;

/** Hot queries are fast because the server has parsed and planned them before: each of them, and with one text. */
final class HotQueriesTest {
    /** The driver prepares a statement on the server at its fifth run; one more run uses it. */
    private static final int ROUNDS = 6;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    @Test
    void every_hot_query_becomes_a_prepared_statement_of_the_server() throws SQLException {
        try (Connection connection = database.connect()) {
            askEach(connection);

            assertThat(preparedTexts(connection)).containsExactlyInAnyOrderElementsOf(
                    HotQueries.all().stream().map(query -> numbered(query.text())).toList());
        }
    }

    @Test
    void a_prepared_statement_of_the_server_is_what_runs() throws SQLException {
        try (Connection connection = database.connect()) {
            askEach(connection);

            assertThat(column(connection, "select generic_plans + custom_plans from pg_prepared_statements"))
                    .hasSameSizeAs(HotQueries.all()).allSatisfy(runs -> assertThat(runs).isEqualTo("2"));
        }
    }

    @Test
    void control_a_text_that_varies_is_never_prepared() throws SQLException {
        try (Connection connection = database.connect()) {
            for (int round = 0; round < ROUNDS; round++) {
                DSL.using(connection, SQLDialect.POSTGRES).select(BILL.TITLE).from(BILL)
                        .where(BILL.ID.eq(DSL.inline(new BillId(new UUID(0, round))))).fetch();
            }

            assertThat(preparedTexts(connection)).isEmpty();
        }
    }

    @Test
    void control_a_connection_that_does_not_prepare_is_seen_as_such() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.unwrap(PGConnection.class).setPrepareThreshold(0);
            askEach(connection);

            assertThat(preparedTexts(connection)).isEmpty();
        }
    }

    @Test
    void no_hot_query_is_rendered_when_it_is_called() throws SQLException {
        try (Connection connection = database.connect()) {
            List<String> sent = new ArrayList<>();
            askEach(recording(connection, sent));

            Map<String, Integer> identities = new IdentityHashMap<>();
            sent.forEach(text -> identities.merge(text, 1, Integer::sum));
            Map<String, Integer> expected = new IdentityHashMap<>();
            HotQueries.all().forEach(query -> expected.put(query.text(), ROUNDS));
            assertThat(identities).isEqualTo(expected);
        }
    }

    @Test
    void the_server_accepts_every_shape_and_knows_each_parameter_s_type() throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            int number = 0;
            for (PreparedQuery<?, ?> query : HotQueries.inEveryShape().toList()) {
                statement.execute("prepare hot_" + number++ + " as " + numbered(query.text()));
            }

            assertThat(column(connection, "select distinct unnest(parameter_types)::text from pg_prepared_statements"))
                    .containsExactlyInAnyOrder("uuid", "uuid[]", "text", "text[]", "date", "bigint", "boolean",
                            "integer", "timestamp with time zone");
        }
    }

    private static void askEach(Connection connection) {
        ReadSession session = TestSession.on(connection);
        IntStream.range(0, ROUNDS).forEach(round -> HotQueries.ask(session, round));
    }

    private static List<String> preparedTexts(Connection connection) throws SQLException {
        return column(connection, "select statement from pg_prepared_statements");
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                found.add(result.getString(1));
            }
        }
        return found;
    }

    /** The server numbers what the driver writes as question marks. */
    private static String numbered(String text) {
        int[] number = {0};
        return Pattern.compile("\\?").matcher(text).replaceAll((MatchResult ignored) -> "\\$" + ++number[0]);
    }

    /** A connection that notes each text it is to prepare. */
    private static Connection recording(Connection connection, List<String> texts) {
        return (Connection) Proxy.newProxyInstance(HotQueriesTest.class.getClassLoader(),
                new Class<?>[]{Connection.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == PreparedStatement.class) {
                        texts.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
