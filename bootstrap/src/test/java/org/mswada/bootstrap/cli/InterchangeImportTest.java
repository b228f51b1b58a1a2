package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.testdatabase.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example of the documentation, from the file to the tables, and what is wrong with lines, to the file of rejects. */
final class InterchangeImportTest {
    private static final Path PAGE = Path.of(System.getProperty("mswada.repository.root"), "docs", "interchange.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final long SEED = 20_261_126;
    private static final int MUTATED = 400;

    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    @TempDir
    private Path folder;

    private List<String> example() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        return new ArrayList<>(example.group(1).lines().toList());
    }

    private CommandRun run(List<String> lines, String... options) throws IOException {
        Path file = Files.write(folder.resolve("bills.ndjson"), lines);
        return CommandRun.of(CommandRun.variables(database), Stream.concat(
                Stream.of("import", "interchange", file.toString()), Arrays.stream(options)).toArray(String[]::new));
    }

    @Test
    void the_example_is_stored_as_it_says_and_again_writes_nothing() throws Exception {
        CommandRun dry = run(example(), "--dry-run");
        assertThat(dry.out()).contains("would be: 5 inserted, 0 updated, 0 unchanged, 0 rejected");
        assertThat(count("jurisdiction")).isZero();

        assertThat(run(example())).satisfies(first -> assertThat(first.exitCode()).as(first.err()).isZero())
                .satisfies(
                        first -> assertThat(first.out()).startsWith("5 inserted, 0 updated, 0 unchanged, 0 rejected"));

        assertThat(query("select j.code || '|' || j.time_zone || '|' || s.identifier || '|' || s.start_date || '|' || "
                + "b.identifier || '|' || b.status || '|' || b.status_action || '|' || b.introduced_on from bill b "
                + "join legislative_session s on s.id = b.session_id join jurisdiction j on j.id = s.jurisdiction_id "
                + "where b.identifier like 'NAB 12%'"))
                .containsExactly("ke|Africa/Nairobi|13|2022-09-08|NAB 12/2023|IN_COMMITTEE|1|2023-03-01");
        assertThat(query("select coalesce(p.name, '-') || '|' || s.name_as_printed || '|' || s.entity_type || '|' || "
                + "s.role from sponsorship s left join sponsor p on p.id = s.sponsor_id order by s.ordinal"))
                .containsExactly("Member for Ziwani|Hon. Member for Ziwani|PERSON|PRIMARY",
                        "-|Committee on Water|COMMITTEE|COSPONSOR");
        assertThat(query("select text from bill_action where occurred_at = '2023-03-20T11:30:00Z'"))
                .containsExactly("Committed to the Committee on Water");

        List<String> before = ContentDump.versions(database);
        assertThat(run(example()).out()).startsWith("0 inserted, 0 updated, 5 unchanged, 0 rejected");
        assertThat(ContentDump.versions(database)).isEqualTo(before);
    }

    @Test
    void what_changed_is_stored_after_a_dry_run_that_said_so_and_wrote_nothing() throws Exception {
        run(example());
        List<String> changed = new ArrayList<>(example());
        changed.replaceAll(line -> line.replace("\"start_date\":\"2022-09-08\"",
                "\"start_date\":\"2022-09-08\",\"end_date\":\"2027-08-09\"").replace("The Roads Bill", "The Rails Bill")
                .replace("\"district\":\"Ziwani\"", "\"district\":\"Ziwa\""));
        List<String> before = ContentDump.versions(database);
        assertThat(run(changed, "--dry-run").out())
                .contains("would be: 0 inserted, 3 updated, 2 unchanged, 0 rejected");
        assertThat(ContentDump.versions(database)).isEqualTo(before);

        assertThat(run(changed).out()).startsWith("0 inserted, 3 updated, 2 unchanged, 0 rejected");
        assertThat(query("select end_date::text from legislative_session union all select district from sponsor "
                + "union all select title from bill where identifier like 'NAB 13%'"))
                .containsExactlyInAnyOrder("2027-08-09", "Ziwa", "The Rails Bill");
    }

    @Test
    void printed_names_are_linked_and_work_is_counted_after_each_import_of_a_changed_bill_too() throws Exception {
        List<String> lines = example();
        lines.set(4, lines.get(4).replace("\"Committee on Water\",\"entity_type\":\"committee\"",
                "\"member for ziwani\",\"entity_type\":\"person\""));
        assertThat(run(lines).out()).contains(
                "1 sponsorships linked by name, 0 left as ambiguous, 0 as unknown; figures of 1 sponsors changed");
        String linked = "select count(*) || '|' || (select version from bill where identifier = 'NAB 12/2023') "
                + "from sponsorship join sponsor on sponsor.id = sponsor_id where name = 'Member for Ziwani'";
        assertThat(query(linked)).containsExactly("2|2");
        assertThat(query("select sponsored || '|' || cosponsored from sponsor_metrics")).containsExactly("1|1");

        List<String> before = ContentDump.versions(database);
        assertThat(run(lines).out()).contains("0 sponsorships linked by name", "figures of 0 sponsors changed");
        assertThat(ContentDump.versions(database)).isEqualTo(before);

        lines.replaceAll(line -> line.replace("The Water Services", "The Fire Services"));
        assertThat(run(lines).out()).startsWith("0 inserted, 1 updated").contains("1 sponsorships linked by name");
        assertThat(query(linked)).as("as the source says, and by name once more").containsExactly("2|4");
    }

    @Test
    void a_sponsor_who_is_no_longer_active_stays_so_until_a_line_says_otherwise() throws Exception {
        run(example());
        ContentDump.query(database, "with retired as (update sponsor set active = false returning 1) "
                + "select count(*)::text from retired");
        List<String> before = ContentDump.versions(database);
        assertThat(run(example()).out()).startsWith("0 inserted, 0 updated, 5 unchanged, 0 rejected");
        assertThat(ContentDump.versions(database)).isEqualTo(before);

        List<String> active = example();
        active.replaceAll(line -> line.replace("\"role_title\":", "\"active\":true,\"role_title\":"));
        assertThat(run(active).out()).startsWith("0 inserted, 1 updated, 4 unchanged, 0 rejected");
        assertThat(query("select active::text from sponsor")).containsExactly("true");
    }

    @Test
    void a_bill_alone_may_name_what_an_earlier_import_stored() throws Exception {
        List<String> lines = example();
        assertThat(run(lines.subList(0, 4)).exitCode()).isZero();
        assertThat(run(List.of(lines.getFirst(), lines.get(4))).out()).startsWith("1 inserted");
    }

    @Test
    void what_is_rejected_is_written_with_all_that_is_wrong_and_can_be_imported_once_it_is_corrected()
            throws Exception {
        List<String> lines = example();
        String broken = lines.get(4).replace("\"role\":\"primary\"", "\"role\":\"main\"").replace("2023-03-20\",",
                "2023-03-32\",");
        lines.set(4, broken);
        Path rejects = folder.resolve("rejects.ndjson");
        CommandRun first = run(lines, "--rejects", rejects.toString());
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.out()).startsWith("4 inserted, 0 updated, 0 unchanged, 1 rejected");
        JsonNode written = JsonMapper.shared().readTree(Files.readString(rejects));
        assertThat(Files.readAllLines(rejects)).hasSize(1);
        assertThat(written.get("file").asString()).isEqualTo(folder.resolve("bills.ndjson").toString());
        assertThat(written.get("line").asInt()).isEqualTo(5);
        assertThat(written.get("reason").asString()).contains("/sponsorships/0/role is 'main'",
                "/actions/1/occurred_on is '2023-03-32'");
        assertThat(written.get("remedy").asString()).isEqualTo("correct the line and import the file again");
        assertThat(written.get("text").asString()).isEqualTo(broken);

        assertThat(run(List.of(lines.getFirst(), written.get("text").asString().replace("main", "primary")
                .replace("-32", "-20")), "--rejects", rejects.toString()).exitCode()).isZero();
        assertThat(Files.readString(rejects)).as("a run without rejections leaves an empty file").isEmpty();
    }

    @Test
    void files_that_cannot_be_meant_are_refused_before_anything_is_done() throws Exception {
        CommandRun same = run(example(), "--rejects", folder.resolve("bills.ndjson").toString());
        assertThat(same.exitCode()).isEqualTo(2);
        assertThat(same.err()).contains("which is to be imported. Name another file");
        assertThat(Files.readAllLines(folder.resolve("bills.ndjson"))).isEqualTo(example());
        CommandRun nowhere = run(example(), "--rejects", folder.resolve("no/such/folder").toString());
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("cannot be written", "nothing was imported");
    }

    @Test
    void a_dry_run_refuses_a_schema_that_is_behind_instead_of_migrating_it() throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table flyway_schema_history");
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
        CommandRun dry = run(example(), "--dry-run");
        assertThat(dry.exitCode()).isEqualTo(3);
        assertThat(query("select count(*)::text from pg_tables where schemaname = 'public'")).containsExactly("0");
    }

    /** The validator lets through only what the tables take whole: the control is that some mutated bills are stored. */
    @Test
    void of_lines_that_chance_has_changed_each_bill_is_stored_whole_or_not_at_all() throws Exception {
        Random random = new Random(SEED);
        List<String> original = example();
        List<String> lines = new ArrayList<>(original.subList(0, 4));
        for (int number = 0; number < MUTATED; number++) {
            StringBuilder line = new StringBuilder(original.get(4).replace("NAB 12/", "NAB " + (1_000 + number) + "/"));
            int strike = 60 + random.nextInt(line.length() - 60);
            line.setCharAt(strike, "0\"}x,[ 9".charAt(random.nextInt(8)));
            lines.add(line.toString());
        }
        Path rejects = folder.resolve("rejects.ndjson");
        CommandRun run = run(lines, "--rejects", rejects.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).doesNotContain("bug of Mswada");
        int stored = count("bill");
        assertThat(stored).isBetween(MUTATED / 10, MUTATED * 9 / 10);
        assertThat(Files.readAllLines(rejects)).hasSize(MUTATED - stored)
                .allSatisfy(rejected -> assertThat(rejected).containsPattern("\"reason\":\"(/|the line )"));
        assertThat(query(
                "select count(*)::text from bill b where (select count(*) from bill_action a where a.bill_id = b.id)"
                        + " <> 2 or (select count(*) from sponsorship s where s.bill_id = b.id) <> 2"))
                .containsExactly("0");
    }

    private int count(String table) throws SQLException {
        return Integer.parseInt(query("select count(*)::text from " + table).getFirst());
    }

    private List<String> query(String sql) throws SQLException {
        return ContentDump.query(database, sql);
    }
}
