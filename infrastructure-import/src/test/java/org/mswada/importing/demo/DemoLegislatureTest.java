package org.mswada.importing.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.ImportedSponsorship;
import org.mswada.application.importing.SourceItem;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.SponsorshipRole;

final class DemoLegislatureTest {
    private static final String GOLDEN_HASH = "6e5e48de99e72a2628b735bda59f27193894221f9a683ee38a542a31bb762765";

    private final List<ImportedBill> bills = read();

    private static List<ImportedBill> read() {
        List<ImportedBill> bills = new ArrayList<>();
        try (BillSource source = DemoLegislature.open()) {
            Optional<SourceItem> item = source.next();
            while (item.isPresent()) {
                assertThat(item.get().location().line()).isEqualTo(bills.size() + 1L);
                bills.add((ImportedBill) ((SourceItem.Read) item.get()).record());
                item = source.next();
            }
        }
        return bills;
    }

    private static BillProgress progress(ImportedBill bill) {
        return BillProgress.of(bill.introducedOn(), bill.actions());
    }

    @Test
    void every_call_yields_the_same() {
        assertThat(read()).isEqualTo(bills).hasSize(300);
    }

    @Test
    void the_content_is_the_known_one() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        bills.forEach(bill -> digest.update(bill.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .as("the demo data changed; if that is meant, put the new hash into this test").isEqualTo(GOLDEN_HASH);
    }

    @Test
    void every_status_occurs() {
        assertThat(bills).extracting(bill -> progress(bill).status()).contains(BillStatus.values());
    }

    @Test
    void every_bill_walks_only_allowed_moves() {
        for (ImportedBill bill : bills) {
            List<BillStatus> walk = bill.actions().stream().map(BillAction::assertedStatus).filter(Objects::nonNull)
                    .toList();
            assertThat(walk.getFirst()).isIn(BillStatus.DRAFT, BillStatus.INTRODUCED);
            for (int place = 1; place < walk.size(); place++) {
                assertThat(walk.get(place - 1).next()).as("%s: %s", bill.identifier().printed(), walk)
                        .contains(walk.get(place));
            }
        }
    }

    @Test
    void the_closed_session_is_over_and_the_current_one_is_not() {
        for (ImportedBill bill : bills) {
            BillStatus status = progress(bill).status();
            if (bill.session().endDate() == null) {
                assertThat(bill.session().identifier().value()).isEqualTo("2025");
                assertThat(status).isNotEqualTo(BillStatus.LAPSED);
            } else {
                assertThat(bill.session().identifier().value()).isEqualTo("2024");
                assertThat(status.isTerminal() || status == BillStatus.FAILED || status == BillStatus.VETOED).isTrue();
                assertThat(bill.actions().getLast().occurredOn()).isBeforeOrEqualTo(bill.session().endDate());
            }
        }
    }

    @Test
    void days_never_go_back() {
        for (ImportedBill bill : bills) {
            assertThat(bill.actions()).extracting(BillAction::occurredOn).isSorted();
            assertThat(bill.introducedOn()).isEqualTo(bill.actions().getFirst().occurredOn())
                    .isAfterOrEqualTo(bill.session().startDate());
        }
    }

    @Test
    void numbers_do_not_repeat_in_a_session() {
        Set<String> keys = new HashSet<>();
        for (ImportedBill bill : bills) {
            assertThat(keys.add(bill.session().identifier().value() + " " + bill.identifier().normalized())).isTrue();
        }
    }

    @Test
    void every_bill_has_one_primary_sponsor_and_at_most_twelve_different_ones() {
        for (ImportedBill bill : bills) {
            assertThat(bill.sponsorships()).hasSizeBetween(1, 12).doesNotHaveDuplicates();
            assertThat(bill.sponsorships()).extracting(ImportedSponsorship::sponsor).doesNotHaveDuplicates()
                    .allSatisfy(sponsor -> assertThat(sponsor.name())
                            .matches("(Member for District|Senator for Province) [0-9]+"));
            assertThat(bill.sponsorships().stream().filter(it -> it.role() == SponsorshipRole.PRIMARY)).hasSize(1);
        }
        assertThat(bills.stream().mapToInt(bill -> bill.sponsorships().size()).distinct()).hasSize(12);
    }

    @Test
    void exactly_the_enacted_bills_have_a_law_number() {
        for (ImportedBill bill : bills) {
            assertThat(bill.lawNumber() != null).isEqualTo(progress(bill).status() == BillStatus.ENACTED);
        }
        assertThat(bills).extracting(ImportedBill::lawNumber).filteredOn(Objects::nonNull).doesNotHaveDuplicates();
    }
}
