package org.mswada.importing.uscongress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.application.importing.SponsorItem;
import org.mswada.application.importing.SponsorSource;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.SponsorContent;

final class UsLegislatorsTest {
    private static final String HEADER = "last_name,first_name,middle_name,suffix,nickname,full_name,type,state,district,"
            + "party,url,phone,bioguide_id,thomas_id\n";

    @TempDir
    Path folder;

    @Test
    void all_members_there_ever_were_are_read_each_once() {
        List<SponsorItem> items = read(real("legislators-historical.csv.gz"), real("legislators-current.csv.gz"),
                real("legislators-current.json.gz"));

        List<SponsorContent> members = contents(items);
        assertThat(items).hasSize(12_767);
        assertThat(members).hasSize(12_767);
        assertThat(members).filteredOn(SponsorContent::active).hasSize(537);
        assertThat(members.stream().mapToInt(member -> member.memberships().size()).sum())
                .as("2,792 terms, two of them with two parties").isEqualTo(2_794);
        assertThat(members.stream().flatMap(member -> member.identifiers().stream())).doesNotHaveDuplicates();
    }

    @Test
    void who_changes_party_within_a_term_is_of_both_each_at_its_time() {
        SponsorContent member = member("V000133");

        assertThat(member.party()).isEqualTo("Republican");
        assertThat(member.memberships()).filteredOn(term -> term.lastsOn(LocalDate.of(2019, 6, 1)))
                .extracting(Membership::party).containsExactly("Democrat");
        assertThat(member.memberships()).filteredOn(term -> term.lastsOn(LocalDate.of(2020, 6, 1)))
                .extracting(Membership::party).containsExactly("Republican");
    }

    @Test
    void chamber_district_and_names_are_those_that_bills_print() {
        SponsorContent senator = member("C000127");
        assertThat(senator.chamber()).isEqualTo(Chamber.UPPER);
        assertThat(senator.district()).isEqualTo("WA");
        assertThat(senator.roleTitle()).isEqualTo("Sen.");
        assertThat(senator.name().others()).contains("Cantwell, Maria");
        assertThat(senator.memberships()).hasSize(6).first()
                .isEqualTo(new Membership("United States House of Representatives", Chamber.LOWER, "Representative",
                        "Democrat", "WA-1", LocalDate.of(1993, 1, 5), LocalDate.of(1995, 1, 3)));
        assertThat(senator.identifiers()).contains(new ExternalIdentifier("thomas", "00172"),
                new ExternalIdentifier("icpsr", "39310"));
        assertThat(member("N000147").roleTitle()).as("of the District of Columbia").isEqualTo("Del.");
    }

    @Test
    void quotation_marks_commas_and_lines_within_fields_are_part_of_them() throws IOException {
        Path file = write("a.csv", HEADER
                + "\"Doe, Jr\",Ann,\"said \"\"X\"\"\",,,,rep,NY,14,\"Free\nSoil\",,,D1,1\r\n\r\nRoe,Bo,,,,,sen,NY,,,,,R1,\n");

        List<SponsorContent> members = contents(read(file));

        assertThat(members).hasSize(2);
        assertThat(members.getFirst().name().full()).isEqualTo("Ann said \"X\" Doe, Jr");
        assertThat(members.getFirst().party()).isEqualTo("Free\nSoil");
        assertThat(members.getFirst().district()).isEqualTo("NY-14");
        assertThat(members.getLast().party()).isNull();
        assertThat(members.getLast().identifiers()).containsExactly(new ExternalIdentifier("bioguide", "R1"));
    }

    @Test
    void a_broken_line_is_named_and_the_rest_is_read() throws IOException {
        Path file = write("broken.csv", HEADER + "Doe,Ann,,,,,rep,NY,14,,,,D1,1\nRoe,Bo\n"
                + "Poe,Cy,,,,,king,NY,,,,,P1,\n,Di,,,,,rep,NY,1,,,,N1,\nFoe,Ed,,,,,rep,NY,0,,,,F1,\n");

        List<SponsorItem> items = read(file);

        assertThat(contents(items)).extracting(SponsorContent::district).containsExactly("NY-14", "NY");
        Map<Long, String> broken = broken(items);
        assertThat(broken).containsOnlyKeys(3L, 4L, 5L);
        assertThat(broken.get(3L)).contains("2 fields, not the 14");
        assertThat(broken.get(4L)).contains("field type is 'king'").contains("import the file again");
        assertThat(broken.get(5L)).contains("field last_name is missing");
    }

    @Test
    void what_is_no_list_of_legislators_is_told_at_once() throws IOException {
        for (String content : List.of("a,b\n1,2\n", "{\"a\": 1}\n", "[{\"id\": ", "\"" + "x".repeat(300_000))) {
            List<SponsorItem> items = read(write("other", content));
            assertThat(items).as(content.substring(0, 6)).hasSize(1).first()
                    .isInstanceOf(SponsorItem.Broken.class);
        }
        assertThat(read(write("empty", ""))).isEmpty();
        assertThat(read(folder.resolve("missing"))).singleElement().isInstanceOfSatisfying(SponsorItem.Broken.class,
                broken -> assertThat(broken.reason()).contains("there is no file"));
        Path committees = real("committees-current.json.gz");
        assertThat(read(committees)).isNotEmpty().allSatisfy(item -> assertThat(item)
                .isInstanceOfSatisfying(SponsorItem.Broken.class,
                        broken -> assertThat(broken.reason()).contains("id.bioguide")));
    }

    private SponsorContent member(String bioguide) {
        return contents(read(real("legislators-current.json.gz"))).stream()
                .filter(each -> each.identifiers().contains(new ExternalIdentifier("bioguide", bioguide)))
                .findFirst().orElseThrow();
    }

    private static Path real(String name) {
        return RealData.directory().resolve("us-congress-legislators").resolve(name);
    }

    private Path write(String name, String content) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SponsorItem> read(Path... files) {
        List<SponsorItem> items = new ArrayList<>();
        try (SponsorSource source = UsLegislators.open(List.of(files))) {
            for (Optional<SponsorItem> item = source.next(); item.isPresent(); item = source.next()) {
                items.add(item.get());
            }
        }
        return items;
    }

    private static List<SponsorContent> contents(List<SponsorItem> items) {
        return items.stream().flatMap(item -> item instanceof SponsorItem.Read read
                ? Stream.of(read.content())
                : Stream.empty()).toList();
    }

    private static Map<Long, String> broken(List<SponsorItem> items) {
        return items.stream().flatMap(item -> item instanceof SponsorItem.Broken broken
                ? Stream.of(broken)
                : Stream.<SponsorItem.Broken>empty())
                .collect(Collectors.toMap(broken -> broken.location().line(),
                        broken -> broken.reason() + "; " + broken.remedy()));
    }
}
