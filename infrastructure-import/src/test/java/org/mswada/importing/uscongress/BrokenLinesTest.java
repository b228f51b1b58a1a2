package org.mswada.importing.uscongress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.application.importing.SourceLocation;
import org.mswada.importing.lines.LineSource;

/** One broken line between two good ones: each time both good ones must come through. */
final class BrokenLinesTest {
    @TempDir
    private Path folder;

    private Items withBrokenLine(byte[] line) throws IOException {
        Path file = folder.resolve("bills.ndjson");
        Files.write(file, CongressLines.utf8(CongressLines.bill(1) + "\n"));
        Files.write(file, line, StandardOpenOption.APPEND);
        Files.write(file, CongressLines.utf8("\n" + CongressLines.bill(3) + "\n"),
                StandardOpenOption.APPEND);
        Items items = Items.of(file);
        assertThat(items.numbers()).containsExactly("HR 1", "HR 3");
        assertThat(items.broken()).hasSize(1);
        assertThat(items.broken().getFirst().location()).isEqualTo(new SourceLocation(file.toString(), 2));
        assertThat(items.reasons().getFirst()).endsWith("; correct the line and import the file again");
        return items;
    }

    private String reasonFor(String line) throws IOException {
        return withBrokenLine(CongressLines.utf8(line)).reasons().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "number":"2"          | "number":2           | field number has a wrong type | text is expected
            "number":"2"          | "number":null        | field number is missing |
            "number":"2"          | "number":"two"       | field number is 'two' |
            "number":"2"          | "nummer":"2"         | field number is missing |
            "number":"2"          | "number":"1000000"   | field number is '1000000', which is not a number from 1 to 999999 |
            "bill_type":"hr"      | "bill_type":"hx"     | field bill_type is 'hx', which is none of hr, s, hjres |
            "bill_type":"hr"      | "bill_type":"HR"     | field bill_type is 'HR', which is none of |
            "congress":"113"      | "congress":"73"      | field congress is 73, but only Congresses from the 74th | March 4
            "congress":"113"      | "congress":"x"       | field congress is 'x' |
            "official_title":"To try the import." | "official_title":" " | field official_title is blank |
            "official_title":"To try the import." | "official_title":"a\\u0000" | field official_title holds the character U+0000 |
            "official_title":"To try the import." | "official_title":"\\ud800a" | field official_title holds half a surrogate pair |
            "introduced_at":"2013-04-11" | "introduced_at":"2013-02-30" | field introduced_at is '2013-02-30', which is not a date |
            "introduced_at":"2013-04-11" | "introduced_at":"+12013-04-11" | field introduced_at is '+12013-04-11', which is not a date |
            "introduced_at":"2013-04-11" | "introduced_at":"0000-04-11" | field introduced_at is '0000-04-11', which is not a date |
            "acted_at":"2013-04-11" | "acted_at":"yesterday" | field actions[0].acted_at is 'yesterday', which is neither a date |
            "acted_at":"2013-04-11" | "acted_at":"2013-04-11T10:30:00" | field actions[0].acted_at is '2013-04-11T10:30:00' |
            "status":"REFERRED"   | "status":"LOST:BILL" | field actions[0].status is 'LOST:BILL', which is not a known status |
            "status":"REPORTED","status_at" | "status":"GONE","status_at" | field status is 'GONE', which is not a known status |
            "status":"REPORTED","status_at" | "status":"REFERRED","status_at" | field status is 'REFERRED', that is IN_COMMITTEE, but the actions lead to REPORTED |
            "text":"Reported."    | "text":""            | field actions[1].text is blank |
            "text":"Reported."    | "text":["x"]         | field actions[1].text has a wrong type | text is expected
            "thomas_id":"00001"   | "thomas":"00001"     | field cosponsors[0].thomas_id is missing |
            "thomas_id":"00002"   | "thomas_id":" "      | field sponsor.thomas_id is blank |
            "title":"Rep","type"  | "title":"Mayor","type" | field sponsor.title is 'Mayor', which is none of Rep, Sen |
            "sponsored_at":"2013-04-12" | "sponsored_at":"soon" | field cosponsors[0].sponsored_at is 'soon' |
            "subjects":["Taxation","Trade"] | "subjects":["Taxation",null] | field subjects[1] is missing |
            "subjects":["Taxation","Trade"] | "subjects":"Trade" | field subjects has a wrong type | a list is expected
            "subjects":["Taxation","Trade"] | "x":[] | field subjects is missing |
            "cosponsors":[        | "cosponsors":[null,  | field cosponsors[0] is missing |
            "actions":[           | "actions":[7,        | field actions[0] has a wrong type | an object is expected
            "enacted_as":null     | "enacted_as":{"law_type":"secret","congress":"113","number":"1"} | field enacted_as.law_type is 'secret' |
            "enacted_as":null     | "enacted_as":{"law_type":"public","congress":"113"} | field enacted_as.number is missing |
            """)
    void a_wrong_field_is_named_and_the_rest_is_read(String part, String replacement, String reason, String more)
            throws IOException {
        String line = CongressLines.bill(2);
        assertThat(line).contains(part);
        assertThat(reasonFor(line.replace(part, replacement))).contains(reason, more == null ? "" : more);
    }

    /** The domain knows limits that the file's description does not. */
    @ParameterizedTest
    @ValueSource(strings = {"00001", "00002"})
    void what_the_domain_refuses_is_reported_and_the_rest_is_read(String thomasId) throws IOException {
        String tooLong = "7".repeat(129);
        assertThat(reasonFor(CongressLines.bill(2).replace(thomasId, tooLong)))
                .startsWith("the bill cannot be stored: identifier '" + tooLong + "' of scheme thomas")
                .contains("longer than 128 characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "number":"2"           | "number":"%s"        | field number is      | which is not a number from 1 to 999999
            "thomas_id":"00001"    | "thomas_id":"%s"     | the bill cannot be stored | longer than 128 characters
            "bill_type":"hr"       | "bill_type":"%s"     | field bill_type is   | which is none of
            "introduced_at":"2013-04-11" | "introduced_at":"%s" | field introduced_at is | which is not a date like 2013-04-11
            """)
    void a_reason_is_short_however_long_the_value_that_it_shows(String part, String replacement, String start,
            String end) throws IOException {
        for (String filler : new String[]{"7", "x\uD83D\uDE00"}) {
            String value = filler.repeat(100_000);
            String reason = reasonFor(CongressLines.bill(2).replace(part, replacement.formatted(value)));
            assertThat(reason).startsWith(start).contains(end).hasSizeLessThan(1_000);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(reason)).isTrue();
        }
    }

    @Test
    void bad_JSON_is_reported_with_its_column() throws IOException {
        assertThat(reasonFor("{\"bill_type\": nil}")).startsWith("the line is not valid JSON at column 1")
                .contains("nil");
        assertThat(reasonFor("{\"bill_type\":\"hr\"")).startsWith("the line is not valid JSON at column");
        assertThat(reasonFor("{\"enacted_as\":{\"x\":1"))
                .startsWith(
                        "the line is not valid JSON at column 21: Unexpected end-of-input: expected close marker for")
                .doesNotContain("Source", "start marker", "UNKNOWN");
        assertThat(reasonFor("[".repeat(10_000))).startsWith("the line is not one JSON object");
        assertThat(reasonFor("{\"x\":" + "[".repeat(10_000))).startsWith("the line is not valid JSON");
    }

    @Test
    void a_line_that_is_not_one_object_is_reported() throws IOException {
        assertThat(reasonFor("[]")).startsWith("the line is not one JSON object");
        assertThat(reasonFor("7")).startsWith("the line is not one JSON object");
        assertThat(reasonFor("null")).startsWith("the line is JSON null");
        assertThat(reasonFor(CongressLines.bill(2) + " {}")).startsWith("the line is not one JSON object");
    }

    @Test
    void invalid_UTF_8_is_reported_even_in_a_field_that_nobody_reads() throws IOException {
        byte[] line = CongressLines.utf8(CongressLines.bill(2));
        String text = CongressLines.bill(2);
        for (String before : new String[]{"To try the imp", "hr2-1"}) {
            byte[] broken = line.clone();
            int place = text.indexOf(before) + before.length();
            broken[place] = (byte) 0xC0;
            assertThat(withBrokenLine(broken).reasons().getFirst())
                    .startsWith("the line is not valid UTF-8 at byte " + (place + 1));
        }
    }

    @Test
    void a_line_that_ends_inside_a_character_is_not_valid_UTF_8() throws IOException {
        assertThat(withBrokenLine(new byte[]{'{', '"', (byte) 0xE2, (byte) 0x82}).reasons().getFirst())
                .startsWith("the line is not valid UTF-8 at byte 3");
    }

    @Test
    void a_line_beyond_the_limit_is_skipped() throws IOException {
        assertThat(reasonFor(CongressLines.bill(2) + " ".repeat(LineSource.MAXIMUM_LINE_BYTES)))
                .startsWith("the line is longer than " + LineSource.MAXIMUM_LINE_BYTES + " bytes");
    }
}
