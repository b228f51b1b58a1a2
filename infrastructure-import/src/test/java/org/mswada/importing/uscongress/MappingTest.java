package org.mswada.importing.uscongress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.ImportedSponsor;
import org.mswada.application.importing.ImportedSponsorship;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.ExternalIdentifier;

final class MappingTest {
    @TempDir
    private Path folder;

    private ImportedBill bill(String line) throws IOException {
        Items items = Items.of(Files.write(folder.resolve("bill.ndjson"), CongressLines.utf8(line)));
        assertThat(items.broken()).isEmpty();
        return items.bills().getFirst();
    }

    @Test
    void every_field_finds_its_place() throws IOException {
        ImportedBill bill = bill(CongressLines.bill(1531));
        assertThat(bill.jurisdiction().id().value()).isEqualTo("ocd-jurisdiction/country:us/government");
        assertThat(bill.jurisdiction().code().value()).isEqualTo("us");
        assertThat(bill.jurisdiction().timeZone()).hasToString("America/New_York");
        assertThat(bill.session().name()).isEqualTo("113th Congress");
        assertThat(bill.session().startDate()).isEqualTo("2013-01-03");
        assertThat(bill.session().endDate()).isEqualTo("2015-01-03");
        assertThat(bill.identifier().printed()).isEqualTo("HR 1531");
        assertThat(bill.title()).isEqualTo("To try the import.");
        assertThat(bill.shortTitle()).isEqualTo("Trial Act");
        assertThat(bill.summary()).isEqualTo("Tries it.");
        assertThat(bill.subjects()).containsExactly("Trade", "Taxation");
        assertThat(bill.introducedOn()).isEqualTo("2013-04-11");
        assertThat(bill.lawNumber()).isNull();
        assertThat(bill.actions()).containsExactly(
                new BillAction(0, LocalDate.of(2013, 4, 11), null, "Referred to the House Committee on Ways and Means.",
                        List.of("referral-committee"), BillStatus.IN_COMMITTEE),
                new BillAction(1, LocalDate.of(2013, 4, 12), Instant.parse("2013-04-12T14:30:00Z"), "Reported.",
                        List.of("committee-passage"), BillStatus.REPORTED));
    }

    @Test
    void the_day_of_an_action_is_the_one_written_not_the_one_in_UTC() throws IOException {
        BillAction action = bill(
                CongressLines.bill(1).replace("2013-04-12T10:30:00-04:00", "2013-04-12T23:30:00-04:00"))
                .actions().getLast();
        assertThat(action.occurredOn()).isEqualTo("2013-04-12");
        assertThat(action.occurredAt()).isEqualTo("2013-04-13T03:30:00Z");
    }

    @Test
    void the_sponsor_comes_first_then_the_cosponsors() throws IOException {
        assertThat(bill(CongressLines.bill(1)).sponsorships()).containsExactly(
                new ImportedSponsorship(member("00002", "Roe, Richard", Chamber.LOWER, "VT", "Rep."), "Roe, Richard",
                        SponsorEntityType.PERSON, SponsorshipRole.PRIMARY, null, null),
                new ImportedSponsorship(member("00001", "Doe, Jane", Chamber.LOWER, "NY-14", "Rep."), "Doe, Jane",
                        SponsorEntityType.PERSON, SponsorshipRole.COSPONSOR, LocalDate.of(2013, 4, 12),
                        LocalDate.of(2013, 5, 1)));
    }

    private static ImportedSponsor member(String id, String name, Chamber chamber, String district, String title) {
        return new ImportedSponsor(new ExternalIdentifier("thomas", id), name, chamber, district, title);
    }

    @Test
    void a_senator_stands_for_the_state_in_the_upper_chamber() throws IOException {
        ImportedBill bill = bill(CongressLines.bill(1).replace("\"title\":\"Rep\",\"type\"",
                "\"title\":\"Sen\",\"type\""));
        assertThat(bill.sponsorships().getFirst().sponsor())
                .isEqualTo(member("00002", "Roe, Richard", Chamber.UPPER, "VT", "Sen."));
    }

    @Test
    void a_bill_by_request_has_a_primary_sponsor_too() throws IOException {
        ImportedBill bill = bill(CongressLines.bill(1).replace("\"by_request\":false", "\"by_request\":true"));
        assertThat(bill.sponsorships().getFirst().role()).isEqualTo(SponsorshipRole.PRIMARY);
    }

    @Test
    void what_is_missing_or_blank_and_not_needed_is_absent() throws IOException {
        ImportedBill bill = bill(CongressLines.bill(1).replace("Tries it.", " ").replace("\"Trial Act\"", "null")
                .replace("\"subjects_top_term\":\"Trade\"", "\"subjects_top_term\":null"));
        assertThat(bill.summary()).isNull();
        assertThat(bill.shortTitle()).isNull();
        assertThat(bill.subjects()).containsExactly("Taxation", "Trade");
    }

    @ParameterizedTest
    @CsvSource({"public, Public Law 113-5", "private, Private Law 113-5"})
    void a_law_is_cited_with_its_kind(String kind, String number) throws IOException {
        assertThat(bill(CongressLines.bill(1).replace("\"enacted_as\":null",
                "\"enacted_as\":{\"congress\":\"113\",\"law_type\":\"" + kind + "\",\"number\":\"5\"}")).lawNumber())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"hr, HR 7, BILL, LOWER", "s, S 7, BILL, UPPER", "hjres, HJRES 7, JOINT_RESOLUTION, LOWER",
            "sjres, SJRES 7, JOINT_RESOLUTION, UPPER", "hconres, HCONRES 7, CONCURRENT_RESOLUTION, LOWER",
            "sconres, SCONRES 7, CONCURRENT_RESOLUTION, UPPER", "hres, HRES 7, RESOLUTION, LOWER",
            "sres, SRES 7, RESOLUTION, UPPER"})
    void the_type_says_number_kind_and_chamber(String type, String printed, BillClassification kind, Chamber chamber)
            throws IOException {
        ImportedBill bill = bill(
                CongressLines.bill(7).replace("\"bill_type\":\"hr\"", "\"bill_type\":\"" + type + "\""));
        assertThat(bill.identifier().printed()).isEqualTo(printed);
        assertThat(bill.classification()).isEqualTo(kind);
        assertThat(bill.originChamber()).isEqualTo(chamber);
    }

    @ParameterizedTest
    @CsvSource({"74, 74th Congress, 1935-01-03, 1937-01-03", "101, 101st Congress, 1989-01-03, 1991-01-03",
            "102, 102nd Congress, 1991-01-03, 1993-01-03", "103, 103rd Congress, 1993-01-03, 1995-01-03",
            "111, 111th Congress, 2009-01-03, 2011-01-03", "112, 112th Congress, 2011-01-03, 2013-01-03",
            "121, 121st Congress, 2029-01-03, 2031-01-03"})
    void a_Congress_has_its_name_and_days(String number, String name, LocalDate start, LocalDate end) {
        assertThat(Congress.session(number).name()).isEqualTo(name);
        assertThat(Congress.session(number).startDate()).isEqualTo(start);
        assertThat(Congress.session(number).endDate()).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"INTRODUCED, INTRODUCED", "REFERRED, IN_COMMITTEE", "REPORTED, REPORTED",
            "PASS_OVER:HOUSE, PASSED_CHAMBER",
            "PASS_BACK:SENATE, RECONCILING", "CONFERENCE:PASSED:HOUSE, RECONCILING", "PASSED:BILL, PASSED_LEGISLATURE",
            "PASSED:SIMPLERES, ADOPTED", "PASSED:CONCURRENTRES, ADOPTED", "PASSED:CONSTAMEND, ADOPTED",
            "PROV_KILL:VETO, VETOED", "VETOED:POCKET, VETOED", "PROV_KILL:PINGPONGFAIL, STALLED",
            "PROV_KILL:CLOTUREFAILED, STALLED", "FAIL:SECOND:HOUSE, FAILED", "ENACTED:VETO_OVERRIDE, ENACTED"})
    void a_status_of_the_file_has_a_neutral_name(String text, BillStatus status) {
        assertThat(SourceStatus.of(text)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"vote, vote, pass, PASS_OVER:HOUSE, passage",
            "vote, vote2, pass, PASSED:BILL, passage", "vote, vote, fail, FAIL:ORIGINATING:HOUSE, failure",
            "vote, vote, fail, PROV_KILL:SUSPENSIONFAILED, -", "vote, pingpong, pass, PASSED:BILL, -",
            "vote, conference, fail, -, -", "vote, override, pass, -, veto-override-passage",
            "vote, override, fail, -, veto-override-failure", "vote-aux, cloture, fail, PROV_KILL:CLOTUREFAILED, -",
            "signed, -, -, -, executive-signature", "vetoed, -, -, -, executive-veto", "enacted, -, -, -, became-law",
            "topresident, -, -, -, executive-receipt", "hearings, -, -, -, -", "something-new, -, -, -, -"})
    void an_action_is_classified_only_where_that_is_certain(String type, String voteType, String result, String status,
            String expected) {
        BillRecord.Action action = new BillRecord.Action("2013-04-11", "Presented to President.", type, status,
                voteType,
                result);
        assertThat(ActionClasses.of(action)).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void a_bill_cleared_for_the_White_House_is_not_there_yet() {
        assertThat(ActionClasses.of(
                new BillRecord.Action("2013-04-11", "Cleared for White House.", "topresident", null, null, null)))
                .isEmpty();
    }
}
