package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.application.bill.CloseSession;
import org.mswada.application.bill.CloseSessionOutcome;
import org.mswada.bootstrap.ServerProcess;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.UserId;
import org.mswada.support.embeddedpostgres.EmbeddedPostgres;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import tools.jackson.databind.JsonNode;

/** All three Congresses, by one command of the packaged application, in a small memory. */
@Tag("soak")
final class FullImportIT {
    private static final Actor ADMIN = new Actor(new UserId(new UUID(1, 1)), Role.ADMIN);

    /** The promise is 60 s on two quiet cores; a shared machine is given three times that before it is a defect. */
    private static final Duration LIMIT = Duration.ofSeconds(180);

    /** All but ENACTED, ADOPTED, FAILED and VETOED. */
    private static final int OPEN = 32_505;

    @TempDir
    Path dataDirectory;

    @Test
    void everything_is_stored_in_time_and_a_second_run_changes_nothing() throws Exception {
        JsonNode expected = RealData.expected().get("us_congress_bills").get("ALL");
        long start = System.nanoTime();
        String first = importAll();
        Duration time = Duration.ofNanos(System.nanoTime() - start);

        assertThat(first).contains("36008 inserted, 0 updated, 0 unchanged, 0 rejected");
        List<String> written = written();
        assertThat(importAll()).contains("0 inserted, 0 updated, 36008 unchanged, 0 rejected")
                .contains("0 sponsorships linked by name", "figures of 0 sponsors changed");
        try (EmbeddedPostgres postgres = start()) {
            PostgresAddress address = postgres.address();
            try (Connection connection = connect(address)) {
                assertThat(ContentDump.writtenVersions(connection)).as("row versions, and updated_at")
                        .isEqualTo(written);
                assertThat(counts(connection)).isEqualTo(Map.of("bill", expected.get("bills").asInt(), "sponsorship",
                        expected.get("primary_sponsorships").asInt() + expected.get("cosponsor_rows").asInt(),
                        "bill_action", expected.get("actions").asInt(), "bill_subject",
                        expected.get("subject_tags").asInt(), "sponsor", expected.get("distinct_people").asInt(),
                        "sponsor_metrics", expected.get("distinct_people").asInt(),
                        "related_bill", expected.get("related_bill_links").asInt(), "bill_identifier",
                        expected.get("bills").asInt()));
                assertThat(statuses(connection)).isEqualTo(statuses(expected.get("neutral_status")));
                assertThat(query(connection, "select 'irregular', count(*) from bill where irregular"))
                        .containsExactly(Map.entry("irregular", 0));
            }
            assertThat(lapsedByClosingAll(address)).isEqualTo(OPEN);
        }
        assertThat(time).isLessThan(LIMIT);
    }

    private List<String> written() throws Exception {
        try (EmbeddedPostgres postgres = start(); Connection connection = connect(postgres.address())) {
            return ContentDump.writtenVersions(connection);
        }
    }

    private EmbeddedPostgres start() throws Exception {
        return EmbeddedPostgres.start(EmbeddedPostgresOptions.persistent(dataDirectory.resolve("postgres")));
    }

    private static Connection connect(PostgresAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl("postgres"), address.user(), address.password());
    }

    private static int lapsedByClosingAll(PostgresAddress address) throws Exception {
        ServerConfig config = ConfigReader.read(ConfigSources.of(Map.of("MSWADA_DB_URL", address.jdbcUrl("postgres"),
                "MSWADA_DB_USER", address.user(), "MSWADA_DB_PASSWORD", address.password())));
        try (Lifecycle lifecycle = new Lifecycle()) {
            CloseSession close = DatabaseAccess.own(config, lifecycle, line -> {})
                    .component(lifecycle, new SimpleMeterRegistry()).closeSession();
            return Stream.of("109", "112", "113")
                    .map(congress -> close.close(ADMIN, new JurisdictionCode("us"), new SessionIdentifier(congress),
                            LocalDate.of(2015, 1, 3)))
                    .mapToInt(outcome -> ((CloseSessionOutcome.Closed) outcome).lapsed()).sum();
        }
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
                union all select 'sponsor', count(*) from sponsor
                union all select 'sponsor_metrics', count(*) from sponsor_metrics
                union all select 'related_bill', count(*) from related_bill
                union all select 'bill_identifier', count(*) from bill_identifier""");
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
