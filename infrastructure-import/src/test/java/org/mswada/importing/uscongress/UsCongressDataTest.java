package org.mswada.importing.uscongress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.SourceItem;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.legislature.Chamber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads three whole Congresses and compares with figures that were counted without this code. */
final class UsCongressDataTest {
    private static final List<String> FILES = List.of("109", "112", "113", "sample");
    private static final Map<String, BillStatus> STATUSES = Map.ofEntries(
            Map.entry("INTRODUCED", BillStatus.INTRODUCED),
            Map.entry("REFERRED", BillStatus.IN_COMMITTEE), Map.entry("REPORTED", BillStatus.REPORTED),
            Map.entry("PASS_OVER:HOUSE", BillStatus.PASSED_CHAMBER),
            Map.entry("PASS_OVER:SENATE", BillStatus.PASSED_CHAMBER),
            Map.entry("PASS_BACK:HOUSE", BillStatus.RECONCILING),
            Map.entry("PASS_BACK:SENATE", BillStatus.RECONCILING), Map.entry("PASSED:SIMPLERES", BillStatus.ADOPTED),
            Map.entry("PASSED:CONCURRENTRES", BillStatus.ADOPTED),
            Map.entry("PASSED:BILL", BillStatus.PASSED_LEGISLATURE), Map.entry("ENACTED:SIGNED", BillStatus.ENACTED),
            Map.entry("PROV_KILL:SUSPENSIONFAILED", BillStatus.STALLED),
            Map.entry("PROV_KILL:CLOTUREFAILED", BillStatus.STALLED),
            Map.entry("FAIL:ORIGINATING:HOUSE", BillStatus.FAILED),
            Map.entry("FAIL:ORIGINATING:SENATE", BillStatus.FAILED), Map.entry("FAIL:SECOND:HOUSE", BillStatus.FAILED),
            Map.entry("FAIL:SECOND:SENATE", BillStatus.FAILED),
            Map.entry("VETOED:OVERRIDE_FAIL_ORIGINATING:HOUSE", BillStatus.VETOED));

    private static final Map<String, Tally> TALLIES = new TreeMap<>();
    private static JsonNode expected = JsonMapper.shared().nullNode();

    @BeforeAll
    static void read() throws IOException {
        Path directory = RealData.directory();
        expected = JsonMapper.shared().readTree(Files.readAllBytes(directory.resolve("EXPECTED.json")))
                .get("us_congress_bills");
        for (String name : FILES) {
            TALLIES.put(name, tally(RealData.bills(name)));
        }
    }

    private static Tally tally(Path file) throws IOException {
        Tally tally = new Tally();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.ISO_8859_1));
                BillSource source = UsCongressBills.open(List.of(file))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                SourceItem item = source.next().orElseThrow();
                assertThat(item).isInstanceOf(SourceItem.Read.class);
                assertThat(tally.add((ImportedBill) ((SourceItem.Read) item).record())).as("%s", item.location())
                        .isEqualTo(STATUSES.get(ownStatus(line)));
            }
            assertThat(source.next()).isEmpty();
        }
        return tally;
    }

    /** In files with sorted keys, the record's status stands before its status_at, which actions do not have. */
    private static String ownStatus(String line) {
        int end = line.lastIndexOf("\",\"status_at\":");
        return line.substring(line.lastIndexOf('"', end - 1) + 1, end);
    }

    @Test
    void every_count_is_the_expected_one() {
        for (String name : FILES) {
            TALLIES.get(name).counts.forEach((what, count) -> assertThat(count).as("%s of %s", what, name)
                    .isEqualTo(expected.get(name).get(what).asInt() - blankSummaries(name, what)));
            assertThat(TALLIES.get(name).people).hasSize(expected.get(name).get("distinct_people").asInt());
        }
    }

    /** The summary of hres758-112 is an empty text, which the expected figure counts and we do not. */
    private static int blankSummaries(String name, String what) {
        return name.equals("112") && what.equals("with_summary") ? 1 : 0;
    }

    @Test
    void the_status_of_every_bill_follows_from_its_actions() {
        for (String name : FILES) {
            JsonNode statuses = expected.get(name).get("neutral_status");
            assertThat(TALLIES.get(name).statuses.entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)))
                    .isEqualTo(statuses.propertyNames().stream()
                            .collect(Collectors.toMap(Function.identity(), status -> statuses.get(status).asInt())));
        }
    }

    @Test
    void the_three_Congresses_add_up() {
        Tally all = Tally.sum(FILES.subList(0, 3).stream().map(TALLIES::get).toList());
        assertThat(all.counts).containsEntry("bills", 36_008).containsEntry("primary_sponsorships", 36_007)
                .containsEntry("cosponsor_rows", 432_973).containsEntry("cosponsorships_withdrawn", 511)
                .containsEntry("actions", 136_237).containsEntry("actions_exact_duplicates", 133)
                .containsEntry("subject_tags", 446_499).containsEntry("related_bill_links", 30_650);
        assertThat(all.people).hasSize(859);
        assertThat(all.longestActionText).isEqualTo(2_138);
    }

    @Test
    void exactly_31_different_moves_occur_and_all_are_allowed() {
        Tally all = Tally.sum(FILES.subList(0, 3).stream().map(TALLIES::get).toList());
        assertThat(all.moves.keySet()).hasSize(31).allSatisfy(move -> {
            String[] ends = move.split(">", -1);
            assertThat(BillStatus.valueOf(ends[0]).next(Chamber.LOWER)).contains(BillStatus.valueOf(ends[1]));
        });
        assertThat(all.irregular).isZero();
    }
}
