package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mswada.support.portcontracts.BillFixtures.INTRODUCED_ON;
import static org.mswada.support.portcontracts.BillFixtures.action;
import static org.mswada.support.portcontracts.BillFixtures.bill;
import static org.mswada.support.portcontracts.BillFixtures.nameOnly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillCreateResult;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.BillWriteResult.Missing;
import org.mswada.domain.bill.BillWriteResult.Stale;
import org.mswada.domain.bill.BillWriteResult.Written;
import org.mswada.domain.bill.LinkState;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.bill.StatusHistory;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** What every adapter of {@link BillWriteRepository} does. */
public interface BillWriteRepositoryContract extends BillContract {
    @Test
    default void a_bill_is_created_once_and_whose_number_is_taken_is_told() {
        BillContent first = bill(session(), "HR 1");
        BillContent second = bill(session(), "HR 2");
        store(first);

        assertThat(create(bill(session(), "h.r. 1"), second)).containsExactly(
                new BillCreateResult.NumberTaken(first.newId(), false), new BillCreateResult.Created(second.newId()));
        assertThat(byId(second.newId()).orElseThrow().version()).isEqualTo(1);
        assertThat(actions(second.newId())).isEqualTo(second.actions());
        assertThat(this.<List<BillCreateResult>>write(session -> billWrites().createBatch(session, List.of())))
                .isEmpty();
    }

    @Test
    default void an_edit_replaces_what_a_person_may_change_and_counts_a_version() {
        BillContent content = bill(session(), "HR 1");
        store(content);
        BillEdit edit = new BillEdit(BillClassification.PETITION, "New", "Short", "Summary", List.of("Air", "Water"),
                "Act 7", new BillContext(List.of(new ExternalIdentifier("gazette", "1")), List.of("Coast"),
                        "https://example.org", "{\"a\": 1}"));

        assertThat(update(new BillUpdate(content.newId(), 1, edit))).containsExactly(new Written(2));

        Bill found = byId(content.newId()).orElseThrow();
        assertThat(BillEdit.of(found)).isEqualTo(edit);
        assertThat(found.version()).isEqualTo(2);
        assertThat(found.overview().progress()).isEqualTo(content.progress());
        assertThat(actions(content.newId())).isEqualTo(content.actions());
        assertThat(list(BillFilter.builder().allSubjects(Set.of("Air")).build()))
                .containsExactly(content.newId());
    }

    @Test
    default void of_a_batch_of_edits_each_is_judged_alone() {
        BillContent one = bill(session(), "HR 1");
        BillContent two = bill(session(), "HR 2");
        store(one, two);
        BillEdit edit = new BillEdit(BillClassification.BILL, "New", null, null, List.of(), null, BillContext.NONE);
        BillId unknown = new BillId(UUID.randomUUID());

        assertThat(update(new BillUpdate(two.newId(), 7, edit), new BillUpdate(unknown, 1, edit),
                new BillUpdate(one.newId(), 1, edit))).containsExactly(new Stale(1), new Missing(), new Written(2));
        assertThat(byId(two.newId()).orElseThrow().overview().title()).isEqualTo(two.title());
        assertThat(update(new BillUpdate(one.newId(), 1, edit))).containsExactly(new Stale(2));
    }

    @Test
    default void two_rows_about_the_same_bill_are_the_callers_bug() {
        SessionId session = session();
        BillVersion bill = new BillVersion(new BillId(UUID.randomUUID()), 1);

        assertThatThrownBy(() -> create(bill(session, "HR 1"), bill(session, "HR1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store(bill(session, "HR 1"), bill(session, "HR1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> delete(bill, bill)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void a_deleted_bill_is_nowhere_keeps_its_number_and_can_be_restored() {
        BillContent content = bill(session(), "HR 1");
        BillContent other = bill(session(), "HR 2");
        store(content, other);
        BillId id = content.newId();

        assertThat(delete(new BillVersion(id, 9), new BillVersion(other.newId(), 9))).containsExactly(new Stale(1),
                new Stale(1));
        assertThat(delete(new BillVersion(id, 1))).containsExactly(new Written(2));

        assertThat(byId(id)).isEmpty();
        assertThat(byKey("HR 1")).isEmpty();
        assertThat(this.<List<Bill>>read(session -> bills().findByIds(session, List.of(id)))).isEmpty();
        assertThat(this.<Map<BillId, StatusHistory>>read(session -> bills().statusHistories(session, List.of(id))))
                .isEmpty();
        assertThat(list(BillFilter.ALL)).containsExactly(other.newId());
        assertThat(delete(new BillVersion(id, 2))).containsExactly(new Missing());
        assertThat(create(bill(session(), "HR 1"))).containsExactly(new BillCreateResult.NumberTaken(id, true));
        assertThat(restore(id)).isEqualTo(new Written(3));
        assertThat(restore(id)).isEqualTo(new Missing());
        assertThat(byId(id).orElseThrow().overview().title()).isEqualTo(content.title());
        assertThat(sponsorships(id)).isEqualTo(content.sponsorships());
        assertThat(actions(id)).isEqualTo(content.actions());
    }

    @Test
    default void an_import_does_not_bring_back_what_was_deleted() {
        BillContent content = bill(session(), "HR 1");
        store(content);
        delete(new BillVersion(content.newId(), 1));

        List<UpsertResult> results = store(bill(session(), "HR 1"), bill(session(), "HR 2"));

        assertThat(results).extracting(UpsertResult::kind).containsExactly(UpsertResult.Kind.REJECTED,
                UpsertResult.Kind.INSERTED);
        assertThat(results.getFirst().reason()).contains("HR 1", "deleted", "restore");
        assertThat(byId(content.newId())).isEmpty();
    }

    @Test
    default void actions_are_added_to_the_end_and_move_the_bill() {
        BillContent content = bill(session(), "HR 1");
        store(content);
        BillVersion read = new BillVersion(content.newId(), 1);
        BillAction passed = action(1, BillStatus.PASSED_CHAMBER);
        BillProgress progress = content.progress().after(passed);

        assertThat(append(new BillVersion(content.newId(), 3), progress, passed)).isEqualTo(new Stale(1));
        assertThat(append(new BillVersion(new BillId(UUID.randomUUID()), 1), progress, passed))
                .isEqualTo(new Missing());
        assertThat(append(read, progress, passed)).isEqualTo(new Written(2));

        assertThat(byId(content.newId()).orElseThrow().overview().progress()).isEqualTo(progress);
        assertThat(actions(content.newId())).isEqualTo(Stream.concat(content.actions().stream(), Stream.of(passed))
                .toList());
        assertThat(list(BillFilter.builder().passed(BillStatus.PASSED_CHAMBER).build()))
                .containsExactly(content.newId());
    }

    @Test
    default void sponsorships_are_replaced_with_the_state_of_their_links() {
        BillContent content = bill(session(), "HR 1");
        store(content);
        List<Sponsorship> replaced = List.of(nameOnly(0, "Smith"), new Sponsorship(1, null, "Jones",
                SponsorEntityType.PERSON, SponsorshipRole.JOINT, INTRODUCED_ON, null, LinkState.AMBIGUOUS));

        assertThat(replace(new BillVersion(content.newId(), 4), replaced)).isEqualTo(new Stale(1));
        assertThat(replace(new BillVersion(content.newId(), 1), replaced)).isEqualTo(new Written(2));
        assertThat(sponsorships(content.newId())).isEqualTo(replaced);
    }

    @Test
    default void a_session_that_ends_lets_exactly_its_open_bills_lapse() {
        List<BillContent> stored = Stream.of(BillStatus.values()).map(status -> bill(session(), status.name() + " 1",
                INTRODUCED_ON, "t", List.of(), List.of(action(0, status)))).toList();
        BillContent elsewhere = bill(session("2026"), "HR 1");
        BillContent fresh = bill(session(), "HR 99", INTRODUCED_ON, "t", List.of(), List.of());
        BillContent deleted = bill(session(), "HR 98");
        stored.forEach(this::store);
        store(elsewhere, fresh, deleted);
        delete(new BillVersion(deleted.newId(), 1));
        LocalDate on = INTRODUCED_ON.plusYears(1);
        SessionId ended = session();

        // IN_COMMITTEE to PASSED_LEGISLATURE, and twice INTRODUCED.
        assertThat(this.<Integer>write(session -> billWrites().lapse(session, ended, on))).isEqualTo(8);
        assertThat(this.<Integer>write(session -> billWrites().lapse(session, ended, on))).isZero();

        for (BillContent content : stored) {
            BillStatus before = content.progress().status();
            Bill after = byId(content.newId()).orElseThrow();
            assertThat(after.overview().progress().status()).isEqualTo(before.isOpen() ? BillStatus.LAPSED : before);
            assertThat(after.version()).isEqualTo(before.isOpen() ? 2 : 1);
        }
        assertThat(byId(elsewhere.newId()).orElseThrow().version()).isEqualTo(1);
        Bill lapsed = byId(fresh.newId()).orElseThrow();
        assertThat(lapsed.overview().progress().statusSince()).isEqualTo(on);
        assertThat(lapsed.overview().progress().statusAction()).isZero();
        assertThat(actions(fresh.newId())).singleElement().extracting(BillAction::assertedStatus)
                .isEqualTo(BillStatus.LAPSED);
    }

    private List<BillCreateResult> create(BillContent... contents) {
        return write(session -> billWrites().createBatch(session, List.of(contents)));
    }

    private List<BillWriteResult> update(BillUpdate... updates) {
        return write(session -> billWrites().updateBatch(session, List.of(updates)));
    }

    private List<BillWriteResult> delete(BillVersion... bills) {
        return write(session -> billWrites().deleteBatch(session, List.of(bills)));
    }

    private BillWriteResult restore(BillId id) {
        return write(session -> billWrites().restore(session, id));
    }

    private BillWriteResult append(BillVersion bill, BillProgress progress, BillAction... actions) {
        return write(session -> billWrites().appendActions(session, bill, progress, false, List.of(actions)));
    }

    private BillWriteResult replace(BillVersion bill, List<Sponsorship> sponsorships) {
        return write(session -> billWrites().replaceSponsorships(session, bill, sponsorships));
    }
}
