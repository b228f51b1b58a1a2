package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.testdatabase.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an import of legislators leaves out, to the file of rejects, and what it would do, without doing it. */
final class ImportLegislatorsOptionsTest {
    private static final String ADA = LegislatorFiles.member("A000001", "Ada", "Able");
    private static final String BO = LegislatorFiles.member("B000001", "Bo", "Baker");
    private static final String CY = LegislatorFiles.member("C000001", "Cy", "Cook");

    @RegisterExtension
    private final TestDatabase database = TestDatabase.migratedPerTest();

    @TempDir
    private Path folder;

    @Test
    void a_fault_in_one_member_is_written_with_place_and_reason_and_can_be_imported_once_it_is_corrected()
            throws Exception {
        String broken = BO.replace("2003-01-03", "2003-01-32");
        Path file = json(ADA, broken, CY);
        CommandRun first = run(file, "--rejects", rejects().toString());
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.out()).startsWith("2 inserted, 0 updated, 0 unchanged, 1 rejected")
                .contains("figures of 2 sponsors changed");
        assertThat(names()).containsExactly("Ada Able", "Cy Cook");

        assertThat(Files.readAllLines(rejects())).hasSize(1);
        JsonNode written = JsonMapper.shared().readTree(Files.readString(rejects()));
        assertThat(written.get("file").asString()).isEqualTo(file.toString());
        assertThat(written.get("line").asInt()).isEqualTo(2);
        assertThat(written.get("reason").asString()).startsWith("field [1].terms[0].end is '2003-01-32'");
        assertThat(written.get("remedy").asString()).isEqualTo("correct it and import the file again");
        assertThat(written.get("text").asString()).isEqualTo(broken);

        CommandRun corrected = run(json(written.get("text").asString().replace("-32", "-03")), "--rejects",
                rejects().toString());
        assertThat(corrected.exitCode()).as(corrected.err()).isZero();
        assertThat(names()).containsExactly("Ada Able", "Bo Baker", "Cy Cook");
        assertThat(rejects()).as("a run without rejections leaves an empty file").isEmptyFile();
    }

    @Test
    void a_fault_in_one_line_is_written_as_it_stands_and_so_is_what_only_storage_tells() throws Exception {
        Path file = LegislatorFiles.csv(folder.resolve("members.csv"), 3);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(2, "Last2,First2,king,NY,2,Whig,M00002");
        lines.set(0, lines.getFirst() + ",thomas_id");
        lines.replaceAll(line -> line.startsWith("Last") ? line + "," : line);
        assertThat(run(Files.write(file, lines.subList(0, 2))).exitCode()).isZero();
        assertThat(run(json(
                LegislatorFiles.member("T000001", "Ty", "Tall").replace("\"T000001\"", "\"T000001\",\"thomas\":\"7\"")))
                .exitCode()).isZero();
        lines.set(1, lines.get(1) + "7");

        assertThat(run(Files.write(file, lines), "--rejects", rejects().toString()).exitCode()).isEqualTo(1);

        List<JsonNode> written = Files.readAllLines(rejects()).stream().map(JsonMapper.shared()::readTree).toList();
        assertThat(written).extracting(each -> each.get("text").asString()).containsExactly(lines.get(2), lines.get(1));
        assertThat(written).extracting(each -> each.get("line").asInt()).containsExactly(3, 2);
        assertThat(written.getFirst().get("reason").asString()).startsWith("field type is 'king'");
        assertThat(written.getLast().get("reason").asString()).contains("identifiers of 2 sponsors");
        assertThat(names()).containsExactly("First1 Last1", "First3 Last3", "Ty Tall");
    }

    @Test
    void a_dry_run_says_what_would_be_done_and_writes_nothing() throws Exception {
        CommandRun dry = run(json(ADA, BO), "--dry-run");
        assertThat(dry.exitCode()).as(dry.err()).isZero();
        assertThat(dry.out())
                .startsWith("would be: 2 inserted, 0 updated, 0 unchanged, 0 rejected; nothing was written")
                .doesNotContain("linked");
        assertThat(ContentDump.query(database, "select (select count(*) from jurisdiction) + (select count(*) from "
                + "sponsor) + (select count(*) from sponsor_metrics)")).containsExactly("0");

        assertThat(run(json(ADA, BO)).out()).startsWith("2 inserted, 0 updated, 0 unchanged, 0 rejected");
        List<String> before = ContentDump.versions(database);
        CommandRun changed = run(json(ADA, BO.replace("Whig", "Tory"), CY, "{}"), "--dry-run", "--rejects",
                rejects().toString());
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.out()).startsWith("would be: 1 inserted, 1 updated, 1 unchanged, 1 rejected");
        assertThat(rejects()).content().contains("field [3].id.bioguide is missing");
        assertThat(ContentDump.versions(database)).as("row versions, locks, and updated_at").isEqualTo(before);
    }

    @Test
    void files_that_cannot_be_meant_are_refused_before_anything_is_done() throws Exception {
        Path file = json(ADA);
        CommandRun same = run(file, "--rejects", file.toString());
        assertThat(same.exitCode()).isEqualTo(2);
        assertThat(same.err()).contains("which is to be imported. Name another file");
        assertThat(file).content().contains("A000001");
        assertThat(run(folder.resolve("missing.json"), "--dry-run").exitCode()).isEqualTo(2);
    }

    private Path rejects() {
        return folder.resolve("rejects.ndjson");
    }

    private Path json(String... members) throws IOException {
        return LegislatorFiles.json(folder.resolve("members.json"), List.of(members));
    }

    private CommandRun run(Path file, String... options) {
        return CommandRun.of(CommandRun.variables(database), Stream.concat(
                Stream.of("import", "legislators", file.toString()), Stream.of(options)).toArray(String[]::new));
    }

    private List<String> names() throws SQLException {
        return ContentDump.query(database, "select name from sponsor order by name");
    }
}
