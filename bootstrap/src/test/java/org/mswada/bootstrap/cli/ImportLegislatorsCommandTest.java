package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.testdatabase.TestDatabase;
import picocli.CommandLine;

/** Real members of Congress, joined to the sponsors of real bills. */
final class ImportLegislatorsCommandTest {
    private static final String THOMAS = "\"thomas_id\":\"";
    private static final String MOVED_TO_THE_SENATE = "01464";

    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void all_859_people_of_three_congresses_are_joined_by_identifier_and_a_second_run_writes_nothing()
            throws Exception {
        Map<String, Printed> people = peopleOfBills();
        assertThat(people).hasSize(859);
        store(people);

        assertThat(run("legislators", legislators("historical.csv.gz", "current.csv.gz", "current.json.gz")))
                .as(err.toString()).isZero();

        assertThat(out.toString()).contains("11908 inserted, 859 updated, 0 unchanged, 0 rejected");
        assertThat(count("sponsor")).isEqualTo(12_767);
        assertThat(count("sponsor where party is not null and exists (select from sponsor_identifier where "
                + "sponsor_id = sponsor.id and scheme = 'bioguide') and exists (select from sponsor_identifier where "
                + "sponsor_id = sponsor.id and scheme = 'thomas' and identifier = any (array['"
                + String.join("','", people.keySet()) + "']))")).isEqualTo(859);
        assertThat(people.get(MOVED_TO_THE_SENATE).title()).as("as the 109th Congress prints it").isEqualTo("Rep");
        assertThat(query("select chamber || ' ' || district || ' ' || role_title from sponsor "
                + "join sponsor_identifier on sponsor_id = id where scheme = 'thomas' and identifier = '"
                + MOVED_TO_THE_SENATE + "'")).isEqualTo("UPPER MO Sen.");

        List<String> before = ContentDump.versions(database);
        assertThat(run("legislators", legislators("historical.csv.gz", "current.csv.gz", "current.json.gz"))).isZero();
        assertThat(out.toString()).contains("0 inserted, 0 updated, 12767 unchanged, 0 rejected")
                .contains("0 sponsorships linked by name").contains("figures of 0 sponsors changed");
        assertThat(ContentDump.versions(database)).as("row versions, locks, and updated_at").isEqualTo(before);
    }

    @Test
    void printed_names_are_linked_and_ambiguous_ones_stay_unlinked() throws Exception {
        assertThat(run("us-congress", RealData.file("us-congress-bills/bills-sample.ndjson.gz"))).isZero();
        update("update sponsorship set sponsor_id = null where ordinal = 0");
        long unlinked = count("sponsorship where sponsor_id is null");
        update("insert into sponsor (id, jurisdiction_id, name) select gen_random_uuid(), jurisdiction_id, name "
                + "from sponsor where name like 'Young, D%'");

        assertThat(run("legislators", legislators("current.csv.gz", "current.json.gz"))).as(err.toString()).isZero();

        assertThat(err.toString()).contains("ambiguous: 'Young, Don' is the name of several sponsors");
        assertThat(count("sponsorship where sponsor_id is null and name_as_printed = 'Young, Don'")).isPositive();
        assertThat(count("sponsorship where sponsor_id is null")).isLessThan((int) unlinked / 2);
        assertThat(count("sponsor_metrics where sponsored > 0")).isPositive();
    }

    @Test
    void what_is_broken_is_named_and_a_missing_file_is_told_before_anything_is_done() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.csv"), "a,b\n");
        assertThat(run("legislators", broken)).isEqualTo(1);
        assertThat(err.toString()).contains("rejected " + broken + ":1:").contains("no list of legislators");
        assertThat(run("legislators", folder.resolve("missing.csv"))).isEqualTo(2);
        assertThat(run("legislators")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'FILE'");
    }

    private static Path[] legislators(String... names) {
        return Stream.of(names)
                .map(name -> RealData.file("us-congress-legislators/legislators-" + name)).toArray(Path[]::new);
    }

    /** Members as bills print them; found without parsing the bills, which takes long. The first bill decides. */
    private static Map<String, Printed> peopleOfBills() throws IOException {
        Map<String, Printed> people = new TreeMap<>();
        for (String congress : List.of("109", "112", "113")) {
            Path file = RealData.file("us-congress-bills/bills-" + congress + ".ndjson.gz");
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    collect(line, people);
                }
            }
        }
        return people;
    }

    private static void collect(String line, Map<String, Printed> people) {
        for (int at = line.indexOf(THOMAS); at >= 0; at = line.indexOf(THOMAS, at + 1)) {
            String identifier = line.substring(at + THOMAS.length(), line.indexOf('"', at + THOMAS.length()));
            if (!people.containsKey(identifier)) {
                String member = line.substring(line.lastIndexOf('{', at), line.indexOf('}', at));
                people.put(identifier, new Printed(valueOf(member, "name"), valueOf(member, "title"),
                        valueOf(member, "state")));
            }
        }
    }

    private static String valueOf(String member, String field) {
        String start = "\"" + field + "\":\"";
        int from = member.indexOf(start) + start.length();
        return member.substring(from, member.indexOf('"', from));
    }

    private void store(Map<String, Printed> people) throws SQLException {
        update("insert into jurisdiction values ('ocd-jurisdiction/country:us/government', 'us', 'United States', "
                + "'COUNTRY', 'America/New_York')");
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement("with stored as (insert into sponsor (id, "
                        + "jurisdiction_id, name, chamber, district) select gen_random_uuid(), id, ?, ?, ? "
                        + "from jurisdiction returning id) insert into sponsor_identifier select 'thomas', ?, id "
                        + "from stored")) {
            for (Map.Entry<String, Printed> person : people.entrySet()) {
                statement.setString(1, person.getValue().name());
                statement.setString(2, person.getValue().title().equals("Sen") ? "UPPER" : "LOWER");
                statement.setString(3, person.getValue().state());
                statement.setString(4, person.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private int run(String format, Path... files) {
        CommandLine commandLine = MswadaCommand.commandLine(Map.of("MSWADA_DB_URL", database.jdbcUrl(),
                "MSWADA_DB_USER", database.user(), "MSWADA_DB_PASSWORD", database.password()));
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(Stream.concat(Stream.of("import", format),
                Arrays.stream(files).map(Path::toString)).toArray(String[]::new));
    }

    private int count(String from) throws SQLException {
        return Integer.parseInt(query("select count(*) from " + from));
    }

    private void update(String text) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private String query(String text) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A member as a bill prints it. */
    private record Printed(String name, String title, String state) {}
}
