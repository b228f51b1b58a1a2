package org.mswada.domain.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.SessionId;

final class BillRecordsTest {
    private static final LocalDate DAY = LocalDate.of(2013, 4, 11);

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static BillContent content(String title, List<String> subjects) {
        return new BillContent(new BillId(new UUID(0, 1)), new SessionId(new UUID(0, 2)), BillIdentifier.of("HR 1"),
                BillClassification.BILL, Chamber.LOWER, title, null, null, subjects, BillProgress.of(DAY, List.of()),
                null, BillContext.NONE, List.of(), List.of(), List.of(), new ContentHash("0".repeat(64)));
    }

    @Test
    void an_action_has_a_place_and_a_text() {
        refused(() -> new BillAction(-1, DAY, null, "Referred.", List.of(), null), "action sequence -1 is negative");
        refused(() -> new BillAction(3, DAY, null, " \n", List.of(), null), "action 3 has a blank text");
    }

    @Test
    void days_are_of_the_years_1_to_9999() {
        for (LocalDate day : List.of(LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1))) {
            refused(() -> new BillAction(3, day, null, "Referred.", List.of(), null), "the day of action 3 " + day
                    + " is not within the years 1 to 9999: correct the day");
            refused(() -> BillProgress.of(day, List.of()), "the day of introduction " + day
                    + " is not within the years 1 to 9999: correct the day");
        }
        for (LocalDate day : List.of(BillDays.FIRST, BillDays.LAST)) {
            assertThat(BillProgress.of(day, List.of()).activeOn()).isEqualTo(day);
        }
    }

    @Test
    void a_sponsorship_has_a_place_and_a_name() {
        refused(() -> new Sponsorship(-1, null, "Doe", SponsorEntityType.PERSON, SponsorshipRole.PRIMARY, null, null),
                "sponsorship ordinal -1 is negative");
        refused(() -> new Sponsorship(2, null, "", SponsorEntityType.PERSON, SponsorshipRole.PRIMARY, null, null),
                "sponsorship 2 has a blank name");
    }

    @Test
    void a_bill_has_a_title() {
        refused(() -> content(" ", List.of()), "bill HR 1 has a blank title");
    }

    @Test
    void a_content_hash_is_64_lower_case_hexadecimal_digits() {
        assertThat(new ContentHash("0123456789abcdef".repeat(4)).hex()).hasSize(64);
        for (String hex : List.of("", "0".repeat(63), "0".repeat(65), "A".repeat(64), "g".repeat(64))) {
            refused(() -> new ContentHash(hex), "'" + hex + "' is not a SHA-256 in lower-case hexadecimal");
        }
    }

    @Test
    void lists_given_to_records_are_copied() {
        List<String> classes = new ArrayList<>(List.of("passage"));
        BillAction action = new BillAction(0, DAY, null, "Passed.", classes, null);
        BillContent content = content("To try.", classes);
        Set<BillStatus> statuses = EnumSet.of(BillStatus.DRAFT);
        BillFilter filter = BillFilter.builder().statuses(statuses).build();
        classes.clear();
        statuses.clear();
        assertThat(action.classes()).containsExactly("passage");
        assertThat(content.subjects()).containsExactly("passage");
        assertThat(filter.statuses()).containsExactly(BillStatus.DRAFT);
        assertThat(BillFilter.ALL.statuses()).isEmpty();
    }

    @Test
    void a_page_says_where_the_next_begins() {
        BillCursor cursor = new BillCursor(BillSort.INTRODUCED, 1, 2, new BillId(new UUID(0, 1)));
        assertThat(new BillPage(List.of(), cursor).nextPage()).contains(cursor);
        assertThat(new BillPage(List.of(), null).nextPage()).isEmpty();
    }
}
