package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.testdatabase.TestDatabase;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Real bills, from the file to the tables, counted against the ground truth. */
final class ImportCommandTest {
    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_sample_is_stored_as_expected_and_a_second_run_writes_nothing() throws Exception {
        imports("sample", RealData.file("us-congress-bills/bills-sample.ndjson.gz"));
    }

    private void imports(String expectation, Path... files) throws Exception {
        JsonNode expected = RealData.expected().get("us_congress_bills").get(expectation);
        int bills = expected.get("bills").asInt();

        assertThat(run(List.of("--dry-run"), files)).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("would be: " + bills + " inserted, 0 updated, 0 unchanged, 0 rejected");
        assertThat(count("jurisdiction")).isZero();

        assertThat(run(files)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("\n" + bills + " inserted, 0 updated, 0 unchanged, 0 rejected");
        assertThat(count("bill")).isEqualTo(bills);
        assertThat(count("sponsorship where role = 'PRIMARY'"))
                .isEqualTo(expected.get("primary_sponsorships").asInt());
        assertThat(count("sponsorship where role = 'COSPONSOR'")).isEqualTo(expected.get("cosponsor_rows").asInt());
        assertThat(count("sponsorship where withdrawn_on is not null"))
                .isEqualTo(expected.get("cosponsorships_withdrawn").asInt());
        assertThat(count("sponsor")).isEqualTo(expected.get("distinct_people").asInt());
        assertThat(count("sponsor_metrics where sponsored + cosponsored > 0"))
                .isEqualTo(expected.get("distinct_people").asInt());
        assertThat(count("bill_action")).isEqualTo(expected.get("actions").asInt());
        assertThat(count("bill_subject")).isEqualTo(expected.get("subject_tags").asInt());
        assertThat(statuses()).isEqualTo(statuses(expected.get("neutral_status")));

        List<String> before = ContentDump.versions(database);
        assertThat(run(files)).isZero();
        assertThat(out.toString()).contains("0 inserted, 0 updated, " + bills + " unchanged, 0 rejected");
        assertThat(ContentDump.versions(database)).as("row versions, locks, and updated_at").isEqualTo(before);
    }

    @Test
    void what_is_broken_is_named_and_the_rest_still_loads() throws Exception {
        byte[] whole = Files.readAllBytes(RealData.file("us-congress-bills/bills-sample.ndjson.gz"));
        Path truncated = Files.write(folder.resolve("truncated.ndjson.gz"), Arrays.copyOf(whole, whole.length / 2));
        Path broken = Files.writeString(folder.resolve("broken.ndjson"), "{\"bill_type\": \"hr\"\n");

        assertThat(run(truncated, broken)).isEqualTo(1);

        assertThat(count("bill")).isBetween(100, 900);
        assertThat(out.toString()).contains(count("bill") + " inserted").contains("2 rejected");
        assertThat(err.toString()).contains("rejected " + truncated + ":").contains("rejected " + broken + ":1:");
    }

    @Test
    void a_missing_file_is_told_before_anything_is_done() throws Exception {
        assertThat(run(folder.resolve("missing.ndjson"))).isEqualTo(2);
        assertThat(err.toString()).contains("missing.ndjson").contains("Check its name")
                .doesNotContain("migrating the schema");
    }

    @Test
    void a_file_is_asked_for() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("FILE");
    }

    private int run(Path... files) {
        return run(List.of(), files);
    }

    private int run(List<String> options, Path... files) {
        CommandLine commandLine = MswadaCommand.commandLine(Map.of("MSWADA_DB_URL", database.jdbcUrl(),
                "MSWADA_DB_USER", database.user(), "MSWADA_DB_PASSWORD", database.password()));
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> words = new ArrayList<>(List.of("import", "us-congress"));
        words.addAll(options);
        Arrays.stream(files).map(Path::toString).forEach(words::add);
        return commandLine.execute(words.toArray(String[]::new));
    }

    private Map<String, Integer> statuses() throws SQLException {
        Map<String, Integer> found = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select status, count(*) from bill group by status")) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getInt(2));
            }
        }
        return found;
    }

    private static Map<String, Integer> statuses(JsonNode expected) {
        Map<String, Integer> statuses = new TreeMap<>();
        expected.properties().forEach(entry -> statuses.put(entry.getKey(), entry.getValue().asInt()));
        return statuses;
    }

    private int count(String from) throws SQLException {
        return Integer.parseInt(query("select count(*) from " + from));
    }

    private String query(String text) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
