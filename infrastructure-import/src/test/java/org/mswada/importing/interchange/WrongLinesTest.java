package org.mswada.importing.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.application.importing.Rejection;

/** One wrong line before a good one: each time the problem is named by its pointer, and the good one comes through. */
final class WrongLinesTest {
    @TempDir
    private Path folder;

    private Rejection rejected(String line) {
        List<String> lines = new ArrayList<>(SampleLines.ALL.subList(0, 4));
        lines.add(line);
        lines.add(SampleLines.BILL);
        ReadBack read = ReadBack.of(folder, lines);
        assertThat(read.records()).hasSize(4);
        assertThat(read.rejections()).hasSize(1);
        Rejection rejection = read.rejections().getFirst();
        assertThat(rejection.location().line()).isEqualTo(5);
        assertThat(rejection.remedy()).isEqualTo("correct the line and import the file again");
        return rejection;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "title":"The Water Bill"      | "titel":"The Water Bill"     | /titel is not a member of the format: did you mean 'title'?; /title is missing
            "title":"The Water Bill"      | "title":7                    | /title is a number: text is expected
            "title":"The Water Bill"      | "title":null                 | /title is null: text is expected
            "title":"The Water Bill"      | "title":" "                  | /title is blank: leave it out, or say it
            "title":"The Water Bill"      | "title":"a\\u0000"           | /title holds the character U+0000, which cannot be stored
            "title":"The Water Bill"      | "title":"\\ud800a"           | /title holds half a surrogate pair, which cannot be stored
            "summary":"Brings water."     | "title":"Again"              | /title comes twice in its object
            "summary":"Brings water."     | "a/b~c":1                    | /a~1b~0c is not a member of the format
            "classification":"bill"       | "classification":"Bil"       | /classification is 'Bil', which is none of bill, resolution, joint_resolution, concurrent_resolution, constitutional_amendment, ordinance, petition, other: did you mean 'bill'?
            "introduced_on":"2023-03-01"  | "introduced_on":"2023-02-30" | /introduced_on is '2023-02-30', which is not a date like 2013-04-11
            "introduced_on":"2023-03-01"  | "introduced_on":"0000-01-01" | /introduced_on is '0000-01-01', which is not a date like 2013-04-11
            "introduced_on":"2023-03-01"  | "x":1                        | /x is not a member of the format; /introduced_on is missing
            "subjects":["Water","Counties"] | "subjects":"Water"         | /subjects is text: a list is expected
            "subjects":["Water","Counties"] | "subjects":["Water",true]  | /subjects/1 is true: text is expected
            "subjects":["Water","Counties"] | "subjects":["Water","Water"] | /subjects/1 comes twice in its list
            "role":"primary"              | "role":"sponsor"             | /sponsorships/0/role is 'sponsor', which is none of primary, cosponsor, joint, by_request: did you mean 'cosponsor'?
            "sponsor":{"scheme":"ke-parliament","identifier":"77"} | "sponsor":"77" | /sponsorships/0/sponsor is text: an object is expected
            "identifier":"77"             | "identifier":"78"            | /sponsorships/0/sponsor names the sponsor 'ke-parliament 78', which neither is stored nor stands in a line before: put its sponsor line first
            "scheme":"ke-parliament"      | "scheme":"KE"                | /sponsorships/0/sponsor/scheme is wrong: identifier scheme 'KE' is not a lower-case word
            "+03:00"                      | ""                           | /actions/1/occurred_at is '2023-03-20T14:30:00.123456', which is not a moment of whole microseconds with its offset like 2013-04-11T14:26:00-04:00
            ".123456+03:00"               | ".1234567Z"                  | /actions/1/occurred_at is '2023-03-20T14:30:00.1234567Z', which is not a moment of whole microseconds with its offset like 2013-04-11T14:26:00-04:00
            "asserted_status":"in_committee" | "asserted_status":"in-comittee" | /actions/1/asserted_status is 'in-comittee', which is none of draft, introduced, in_committee, reported, passed_chamber, reconciling, stalled, passed_legislature, vetoed, enacted, adopted, failed, withdrawn, lapsed: did you mean 'in_committee'?
            "session":"13"                | "session":"12"               | /session names the session '12', which neither is stored nor stands in a line before: put its session line first
            "jurisdiction":"ke"           | "jurisdiction":"ug"          | /jurisdiction names the jurisdiction 'ug', which neither is stored nor stands in a line before: put its jurisdiction line first
            "identifier":"NAB 12/2023"    | "identifier":"--"            | /identifier is wrong: '--' is not a bill number: it has no letter or digit
            "kind":"prior_session"        | "kind":"prior"               | /related_bills/0/kind is 'prior', which is none of companion, identical, prior_session, replaces, replaced_by, related
            "page":1.5                    | "page":1e999                 | /extras/gazette/1/page is a number that is too large to be stored
            "type":"bill"                 | "type":"bills"               | /type is 'bills', which is none of jurisdiction, session, sponsor, bill: did you mean 'bill'?
            "type":"bill"                 | "type":7                     | /type is a number: text is expected
            "type":"bill",                | ""                           | /type is missing
            """)
    void a_problem_of_a_bill_is_named(String part, String replacement, String reason) {
        String old = part.startsWith("\"+") || part.startsWith("\".") || part.endsWith(",")
                ? part.replaceAll("^\"([+.].*)\"$", "$1")
                : part;
        String with = replacement.matches("\"\\..*\"|\"\"")
                ? replacement.substring(1, replacement.length() - 1)
                : replacement;
        assertThat(SampleLines.BILL).contains(old);
        String line = SampleLines.BILL.replaceFirst(Pattern.quote(old),
                Matcher.quoteReplacement(with));
        Rejection rejection = rejected(line);
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.text()).isEqualTo(line);
    }

    @Test
    void all_problems_of_a_line_are_told_at_once() {
        assertThat(rejected(
                "{\"type\":\"bill\",\"jurisdiction\":7,\"session\":\"!\",\"actions\":[{\"text\":\"\"}],\"x\":{}}")
                .reason().split("; ")).hasSizeGreaterThan(9)
                .contains("/jurisdiction is a number: text is expected", "/actions/0/occurred_on is missing",
                        "/actions/0/text is blank: leave it out, or say it", "/x is not a member of the format",
                        "/title is missing");
    }

    @Test
    void of_very_many_problems_the_first_are_told_and_the_rest_counted() {
        String many = "\"x\":1,".repeat(1_000);
        assertThat(rejected(SampleLines.BILL.replace("\"subjects\":[", "\"subjects\":[" + "7,".repeat(1_000))).reason())
                .contains("/subjects/19 is a number").doesNotContain("/subjects/20").endsWith("; and 980 more");
        assertThat(rejected(SampleLines.BILL.replace("\"subjects\"", many + "\"subjects\"")).reason())
                .contains("/x comes twice in its object").hasSizeLessThan(2_000);
    }

    @Test
    void a_value_that_is_too_long_is_told_and_not_shown() {
        assertThat(rejected(SampleLines.BILL.replace("The Water Bill", "x".repeat(10_001))).reason())
                .isEqualTo("/title has 10001 characters, and at most 10000 are allowed");
        Rejection tooLong = rejected(SampleLines.BILL.replace("2023-03-01\",\"law", "x".repeat(100_000) + "\",\"law"));
        assertThat(tooLong.reason()).startsWith("/introduced_on is 'xxx").hasSizeLessThan(1_000);
        assertThat(tooLong.text()).isNull();
    }

    @Test
    void what_is_no_JSON_object_is_told_with_its_column() {
        assertThat(rejected("{\"type\":").reason()).startsWith("the line is not valid JSON at column");
        assertThat(rejected(SampleLines.BILL + "{}").reason()).isEqualTo("the line holds more than one JSON value");
        assertThat(rejected("[]").reason()).isEqualTo("the line is a list: an object is expected");
        assertThat(rejected("null").reason()).isEqualTo("the line is null: an object is expected");
        assertThat(rejected("[".repeat(100_000)).reason()).startsWith("the line is not valid JSON");
    }

    @Test
    void definitions_are_checked_as_strictly() {
        assertThat(rejected(SampleLines.JURISDICTION.replace("Africa/Nairobi", "Africa/Atlantis")).reason())
                .isEqualTo("/time_zone is wrong: 'Africa/Atlantis' is not a time zone of the IANA database like "
                        + "'America/New_York'");
        assertThat(rejected(SampleLines.JURISDICTION.replace("country:ke", "country:ug")).reason())
                .isEqualTo("/id is 'ocd-jurisdiction/country:ug/government', but the code 'ke' is that of "
                        + "'ocd-jurisdiction/country:ke/government'");
        assertThat(rejected(SampleLines.SESSION.replace("2027-08-09", "2021-08-09")).reason())
                .isEqualTo("/end_date is before /start_date");
        assertThat(rejected(SampleLines.SPONSOR.replace("[{\"scheme\":\"ke-parliament\",\"identifier\":\"77\"}]", "[]"))
                .reason()).isEqualTo("/identifiers has 0 items, and at least 1 are needed");
        assertThat(rejected(SampleLines.SPONSOR.replace("2027-08-09", "2020-08-09")).reason())
                .isEqualTo("/memberships/0/end_date is before /memberships/0/start_date");
        assertThat(rejected(SampleLines.SPONSOR.replace("true", "\"yes\"")).reason())
                .isEqualTo("/active is text: true or false is expected");
    }

    @Test
    void a_file_without_the_header_is_not_read() {
        ReadBack read = ReadBack.of(folder, SampleLines.ALL.subList(1, 5));
        assertThat(read.records()).isEmpty();
        assertThat(read.reasons()).singleElement().asString()
                .startsWith("the file does not begin with the header line " + InterchangeLines.HEADER);
    }

    @Test
    void a_version_of_later_is_not_guessed_at_and_the_next_file_is_read() throws Exception {
        Path later = Files.writeString(folder.resolve("later.ndjson"),
                InterchangeLines.HEADER.replace(":1}", ":2}") + "\n" + SampleLines.JURISDICTION + "\n");
        Path now = Files.write(folder.resolve("now.ndjson"), SampleLines.ALL);
        ReadBack read = ReadBack.of(later, now);
        assertThat(read.records()).hasSize(4);
        assertThat(read.reasons()).singleElement().asString().contains("version 2 is not what this release reads");
    }

    @Test
    void files_may_be_strung_together_and_name_what_others_said() throws Exception {
        List<String> twice = new ArrayList<>(SampleLines.ALL);
        twice.addAll(SampleLines.ALL);
        assertThat(ReadBack.of(folder, twice).records()).hasSize(8);
        Path first = Files.write(folder.resolve("first.ndjson"), SampleLines.ALL.subList(0, 4));
        Path second = Files.write(folder.resolve("second.ndjson"),
                List.of(InterchangeLines.HEADER, SampleLines.BILL));
        assertThat(ReadBack.of(first, second).records()).hasSize(4);
        assertThat(ReadBack.of(second, first).reasons()).singleElement().asString().startsWith("/jurisdiction names");
    }

    @Test
    void invalid_UTF_8_is_told() {
        byte[] bytes = String.join("\n", SampleLines.ALL).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 5] = (byte) 0xC0;
        ReadBack read = ReadBack.of(folder, bytes);
        assertThat(read.records()).hasSize(3);
        assertThat(read.reasons()).singleElement().asString().startsWith("the line is not valid UTF-8 at byte");
        assertThat(read.rejections().getFirst().text()).isNull();
    }

    @Test
    void a_packed_file_is_read_as_a_plain_one() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(String.join("\n", SampleLines.ALL).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(ReadBack.of(folder, packed.toByteArray()).records()).hasSize(4);
    }
}
