package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.bootstrap.ServerProcess;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import tools.jackson.databind.JsonNode;

/** All three Congresses, by one command of the packaged application, in a small memory. */
@Tag("soak")
final class FullImportIT {
    /** The promise is 60 s on two quiet cores; a shared machine is given three times that before it is a defect. */
    private static final Duration LIMIT = Duration.ofSeconds(180);

    @TempDir
    Path dataDirectory;

    @Test
    void everything_is_stored_in_time_and_a_second_run_changes_nothing() throws Exception {
        JsonNode expected = RealData.expected().get("us_congress_bills").get("ALL");
        long start = System.nanoTime();
        String first = importAll();
        Duration time = Duration.ofNanos(System.nanoTime() - start);

        assertThat(first).contains("36008 inserted, 0 updated, 0 unchanged, 0 rejected");
        assertThat(importAll()).contains("0 inserted, 0 updated, 36008 unchanged, 0 rejected");
        try (EmbeddedPostgres postgres = EmbeddedPostgres
                .start(EmbeddedPostgresOptions.persistent(dataDirectory.resolve("postgres")))) {
            PostgresAddress address = postgres.address();
            try (Connection connection = DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(),
                    address.password())) {
                assertThat(counts(connection)).isEqualTo(Map.of("bill", expected.get("bills").asInt(), "sponsorship",
                        expected.get("primary_sponsorships").asInt() + expected.get("cosponsor_rows").asInt(),
                        "bill_action", expected.get("actions").asInt(), "bill_subject",
                        expected.get("subject_tags").asInt(), "sponsor", expected.get("distinct_people").asInt()));
                assertThat(statuses(connection)).isEqualTo(statuses(expected.get("neutral_status")));
            }
        }
        assertThat(time).isLessThan(LIMIT);
    }

    private String importAll() throws Exception {
        String[] arguments = Stream.concat(Stream.of("import", "us-congress"), Stream.of("109", "112", "113")
                .map(congress -> RealData.file("us-congress-bills/bills-" + congress + ".ndjson.gz").toString()))
                .toArray(String[]::new);
        try (ServerProcess importing = ServerProcess.run("-Xmx256m", dataDirectory, arguments)) {
            assertThat(importing.exitCode()).as(importing.output()).isZero();
            return importing.output();
        }
    }

    private static Map<String, Integer> counts(Connection connection) throws SQLException {
        return query(connection, """
                select 'bill', count(*) from bill union all select 'sponsorship', count(*) from sponsorship
                union all select 'bill_action', count(*) from bill_action
                union all select 'bill_subject', count(*) from bill_subject
                union all select 'sponsor', count(*) from sponsor""");
    }

    private static Map<String, Integer> statuses(Connection connection) throws SQLException {
        return query(connection, "select status, count(*) from bill group by status");
    }

    private static Map<String, Integer> statuses(JsonNode expected) {
        Map<String, Integer> statuses = new TreeMap<>();
        expected.properties().forEach(entry -> statuses.put(entry.getKey(), entry.getValue().asInt()));
        return statuses;
    }

    private static Map<String, Integer> query(Connection connection, String text) throws SQLException {
        Map<String, Integer> found = new TreeMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(text)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getInt(2));
            }
        }
        return found;
    }
}
