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
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportedSponsorProfile;
import org.mswada.application.importing.Rejection;
import org.mswada.application.importing.SourceItem;
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
        List<SourceItem> items = read(real("legislators-historical.csv.gz"), real("legislators-current.csv.gz"),
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

        List<SourceItem> items = read(file);

        assertThat(contents(items)).extracting(SponsorContent::district).containsExactly("NY-14", "NY");
        Map<Long, String> broken = broken(items);
        assertThat(broken).containsOnlyKeys(3L, 4L, 5L);
        assertThat(broken.get(3L)).contains("2 fields, not the 14");
        assertThat(broken.get(4L)).contains("field type is 'king'").contains("import the file again");
        assertThat(broken.get(5L)).contains("field last_name is missing");
    }

    @Test
    void a_broken_member_is_kept_as_it_stands_so_that_it_can_be_corrected() throws IOException {
        String line = "Poe,Cy,\"said \"\"X\"\"\",,,,king,NY,,,,,P1, ";
        List<SourceItem> fromCsv = read(
                write("kept.csv", HEADER + "Doe,Ann,,,,,rep,NY,14,,,,D1,1\r\n\n" + line + "\r\n"));
        assertThat(rejections(fromCsv)).singleElement().extracting(Rejection::text).isEqualTo(line);

        String member = "{\"id\":{\"bioguide\":\"B1\"},\"name\":{\"first\":\"A\",\"last\":\"B\"},\"terms\":[{\"type\":"
                + "\"rep\",\"start\":\"2001-01-03\",\"end\":\"2003-01-03\",\"state\":\"NY\"}]}";
        String broken = member.replace("B1", "C1").replace("rep", "king");
        List<SourceItem> fromJson = read(write("kept.json", "[" + member + ",\n" + broken.replace(",", ", ") + "]"));
        assertThat(contents(fromJson)).hasSize(1);
        assertThat(rejections(fromJson)).singleElement().satisfies(rejection -> {
            assertThat(rejection.location().line()).isEqualTo(2);
            assertThat(rejection.reason()).startsWith("field [1].terms[0].type is 'king'");
            assertThat(rejection.text()).isEqualTo(broken);
        });
    }

    @Test
    void two_members_with_one_identifier_are_not_made_one() throws IOException {
        Path file = write("same.csv", HEADER + "Doe,Ann,,,,,rep,NY,14,,,,D1,1\nRoe,Bo,,,,,sen,NY,,,,,R1,1\n"
                + "Doe,Ann,,,,,rep,NY,14,,,,D1,1\nRoe,Bo,,,,,sen,NY,,,,,R1,2\n");

        List<SourceItem> items = read(file);

        assertThat(broken(items)).containsOnlyKeys(3L);
        assertThat(broken(items).get(3L)).contains("identifier thomas 1, which is that of member D1 before");
        assertThat(contents(items)).hasSize(2);
    }

    @Test
    void what_is_no_list_of_legislators_is_told_at_once() throws IOException {
        for (String content : List.of("a,b\n1,2\n", HEADER + ",".repeat(300_000), "{\"a\": 1}\n", "[{\"id\": ",
                "\"" + "x".repeat(300_000))) {
            List<SourceItem> items = read(write("other", content));
            assertThat(items).as(content.substring(0, 6)).hasSize(1).first()
                    .isInstanceOf(SourceItem.Broken.class);
        }
        assertThat(read(write("empty", ""))).isEmpty();
        assertThat(read(folder.resolve("missing"))).singleElement().isInstanceOfSatisfying(SourceItem.Broken.class,
                broken -> assertThat(broken.rejection().reason()).contains("there is no file"));
        Path committees = real("committees-current.json.gz");
        assertThat(read(committees)).isNotEmpty().allSatisfy(item -> assertThat(item)
                .isInstanceOfSatisfying(SourceItem.Broken.class,
                        broken -> assertThat(broken.rejection().reason()).contains("id.bioguide")));
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

    private static List<SourceItem> read(Path... files) {
        List<SourceItem> items = new ArrayList<>();
        try (BillSource source = UsLegislators.open(List.of(files))) {
            for (Optional<SourceItem> item = source.next(); item.isPresent(); item = source.next()) {
                items.add(item.get());
            }
        }
        return items;
    }

    private static List<SponsorContent> contents(List<SourceItem> items) {
        return items.stream().flatMap(item -> item instanceof SourceItem.Read read
                ? Stream.of(((ImportedSponsorProfile) read.record()).content())
                : Stream.empty()).toList();
    }

    private static Map<Long, String> broken(List<SourceItem> items) {
        return rejections(items).stream().collect(Collectors.toMap(broken -> broken.location().line(),
                broken -> broken.reason() + "; " + broken.remedy()));
    }

    private static List<Rejection> rejections(List<SourceItem> items) {
        return items.stream().flatMap(item -> item instanceof SourceItem.Broken broken
                ? Stream.of(broken.rejection())
                : Stream.empty()).toList();
    }
}
