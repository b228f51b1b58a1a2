package org.mswada.application.bill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.ImportedSamples;
import org.mswada.application.memory.InMemoryLegislatures;
import org.mswada.application.memory.Samples;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillCount;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.user.Actor;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.UserId;

final class BillWriteUseCasesTest {
    private static final Actor ADMIN = new Actor(new UserId(new UUID(1, 1)), Role.ADMIN);
    private static final LocalDate LATER = Samples.DAY.plusYears(1);
    private static final BillEdit CONTENT = new BillEdit(BillClassification.BILL, "New", null, null, List.of("Air"),
            null, BillContext.NONE);

    private final ImportedSamples stored = new ImportedSamples();
    private final GetBill get = new GetBill(stored.storage(), stored.bills());
    private final InMemoryLegislatures legislatures = new InMemoryLegislatures(stored.storage());
    private final CreateBills create = new CreateBills(stored.storage(), legislatures, stored.billWrites(),
            UUID::randomUUID);
    private final TransitionBill transition = new TransitionBill(
            new AppendActions(stored.storage(), stored.bills(), stored.billWrites()));
    private BillId id;

    @BeforeEach
    void store() {
        stored.store(List.of(Samples.bill("2025", "HR 1", "One"), Samples.bill("2025", "HR 2", "Two")));
        id = stored.storage().tables().bills().keySet().iterator().next();
    }

    @Test
    void a_bill_is_created_where_there_is_a_session_and_a_free_number() {
        assertThat(new CreateBill(create).create(ADMIN, bill("2025", "HR 3"))).isInstanceOfSatisfying(
                CreateBillOutcome.Created.class, created -> assertThat(get.byId(created.id()).orElseThrow().bill()
                        .overview().progress().status()).isEqualTo(BillStatus.INTRODUCED));
        assertThat(create.create(ADMIN, List.of(bill("1999", "HR 3"), bill("2025", "h.r. 1"), bill("2025", "HR 4"))))
                .satisfiesExactly(
                        outcome -> assertThat(outcome).isInstanceOf(CreateBillOutcome.UnknownSession.class),
                        outcome -> assertThat(outcome).isEqualTo(new CreateBillOutcome.NumberTaken(id, false)),
                        outcome -> assertThat(outcome).isInstanceOf(CreateBillOutcome.Created.class));
    }

    @Test
    void an_allowed_move_is_an_action_and_a_forbidden_one_says_what_is_allowed() {
        assertThat(transition.move(ADMIN, new BillVersion(id, 1), BillStatus.REPORTED, LATER, "Reported."))
                .isInstanceOfSatisfying(TransitionOutcome.Moved.class, moved -> {
                    assertThat(moved.version()).isEqualTo(2);
                    assertThat(moved.progress().statusAction()).isEqualTo(2);
                });
        assertThat(get.byId(id).orElseThrow().actions()).extracting(BillAction::text).endsWith("Reported.");

        assertThat(transition.move(ADMIN, new BillVersion(id, 2), BillStatus.ENACTED, LATER, "Signed."))
                .isEqualTo(new TransitionOutcome.Refused(BillStatus.REPORTED, BillStatus.ENACTED,
                        BillStatus.REPORTED.next(Chamber.LOWER)));
        assertThat(transition.move(ADMIN, new BillVersion(id, 1), BillStatus.FAILED, LATER, "Lost."))
                .isEqualTo(new TransitionOutcome.Stale(2));
        assertThat(transition.move(ADMIN, new BillVersion(new BillId(new UUID(9, 9)), 1), BillStatus.FAILED, LATER,
                "Lost."))
                .isEqualTo(new TransitionOutcome.UnknownBill());
        assertThat(get.byId(id).orElseThrow().actions()).hasSize(3);
    }

    @Test
    void of_several_actions_one_that_is_refused_refuses_all() {
        AppendActions append = new AppendActions(stored.storage(), stored.bills(), stored.billWrites());
        assertThat(append.append(ADMIN, new BillVersion(id, 1),
                List.of(new NewAction(LATER, "Passed.", List.of("passage"), BillStatus.PASSED_CHAMBER),
                        new NewAction(LATER, "Drafted.", List.of(), BillStatus.DRAFT))))
                .isInstanceOf(TransitionOutcome.Refused.class);
        assertThat(get.byId(id).orElseThrow().actions()).hasSize(2);
        assertThat(append.append(ADMIN, new BillVersion(id, 1),
                List.of(new NewAction(LATER, "Passed.", List.of("passage"), BillStatus.PASSED_CHAMBER),
                        new NewAction(LATER, "Read again.", List.of(), null))))
                .isInstanceOf(TransitionOutcome.Moved.class);
        assertThat(new GetStatusHistory(stored.storage(), stored.bills()).of(id).orElseThrow().changes())
                .extracting(change -> change.status()).containsExactly(BillStatus.INTRODUCED, BillStatus.IN_COMMITTEE,
                        BillStatus.PASSED_CHAMBER);
    }

    @Test
    void edits_deletions_and_restorations_go_by_the_version_that_was_read() {
        UpdateBill update = new UpdateBill(new UpdateBills(stored.storage(), stored.billWrites()));
        DeleteBill delete = new DeleteBill(new DeleteBills(stored.storage(), stored.billWrites()));
        RestoreBill restore = new RestoreBill(stored.storage(), stored.billWrites());

        assertThat(update.update(ADMIN, new BillUpdate(id, 1, CONTENT)))
                .isEqualTo(new BillChange.Tried(new BillWriteResult.Written(2)));
        assertThat(update.update(ADMIN, new BillUpdate(id, 1, CONTENT)))
                .isEqualTo(new BillChange.Tried(new BillWriteResult.Stale(2)));
        assertThat(delete.delete(ADMIN, new BillVersion(id, 2)))
                .isEqualTo(new BillChange.Tried(new BillWriteResult.Written(3)));
        assertThat(get.byId(id)).isEmpty();
        assertThat(restore.restore(ADMIN, id)).isEqualTo(new BillChange.Tried(new BillWriteResult.Written(4)));
        assertThat(new ReplaceSponsorships(stored.storage(), stored.billWrites()).replace(ADMIN, new BillVersion(id, 4),
                List.of())).isEqualTo(new BillChange.Tried(new BillWriteResult.Written(5)));
        assertThat(get.byId(id).orElseThrow().sponsorships()).isEmpty();
        assertThat(get.byId(id).orElseThrow().bill().overview().title()).isEqualTo("New");
    }

    @Test
    void a_closed_session_has_no_open_bill_and_closing_it_again_changes_nothing() {
        CloseSession close = new CloseSession(stored.storage(), legislatures, stored.billWrites());
        SessionIdentifier session = new SessionIdentifier("2025");

        assertThat(close.close(ADMIN, Samples.JURISDICTION.code(), new SessionIdentifier("1999"), LATER))
                .isEqualTo(new CloseSessionOutcome.UnknownSession());
        assertThat(close.close(ADMIN, Samples.JURISDICTION.code(), session, LATER))
                .isEqualTo(new CloseSessionOutcome.Closed(2));
        assertThat(close.close(ADMIN, Samples.JURISDICTION.code(), session, LATER))
                .isEqualTo(new CloseSessionOutcome.Closed(0));
        assertThat(get.byId(id).orElseThrow().bill().overview().progress().status()).isEqualTo(BillStatus.LAPSED);
        assertThat(new CreateBill(create).create(ADMIN, bill("2025", "HR 3")))
                .isEqualTo(new CreateBillOutcome.SessionClosed(LATER));
    }

    @Test
    void a_failed_bill_is_not_taken_up_again_in_a_closed_session() {
        assertThat(transition.move(ADMIN, new BillVersion(id, 1), BillStatus.FAILED, LATER, "Lost."))
                .isInstanceOf(TransitionOutcome.Moved.class);
        assertThat(new CloseSession(stored.storage(), legislatures, stored.billWrites()).close(ADMIN,
                Samples.JURISDICTION.code(), new SessionIdentifier("2025"), LATER))
                .isEqualTo(new CloseSessionOutcome.Closed(1));

        assertThat(transition.move(ADMIN, new BillVersion(id, 2), BillStatus.PASSED_CHAMBER, LATER, "Reconsidered."))
                .isEqualTo(new TransitionOutcome.SessionClosed(LATER));
    }

    @Test
    void a_bill_that_storage_refuses_is_told_of_and_the_others_are_created() {
        BillEdit taken = new BillEdit(BillClassification.BILL, "New", null, null, List.of(), null,
                new BillContext(List.of(new ExternalIdentifier("test", "2025/HR 1")), List.of(), null, "{}"));
        NewBill refused = new NewBill(bill("2025", "HR 8").key(), Chamber.LOWER, Samples.DAY, taken, List.of());

        assertThat(create.create(ADMIN, List.of(refused, bill("2025", "HR 9")))).satisfiesExactly(
                outcome -> assertThat(outcome).isInstanceOfSatisfying(CreateBillOutcome.Refused.class,
                        told -> assertThat(told.kind()).isEqualTo(ConstraintViolated.Kind.UNIQUE)),
                outcome -> assertThat(outcome).isInstanceOf(CreateBillOutcome.Created.class));
        assertThat(new UpdateBill(new UpdateBills(stored.storage(), stored.billWrites())).update(ADMIN,
                new BillUpdate(stored.storage().tables().bills().keySet().stream().skip(1).findFirst().orElseThrow(), 1,
                        taken)))
                .isInstanceOfSatisfying(BillChange.Tried.class,
                        tried -> assertThat(tried.result()).isInstanceOf(BillWriteResult.Refused.class));
    }

    @Test
    void many_are_found_by_ids_one_by_its_name_elsewhere_and_all_are_counted() {
        assertThat(new GetBills(stored.storage(), stored.bills()).byIds(List.of(id))).singleElement()
                .satisfies(details -> assertThat(details.actions()).hasSize(2));
        assertThat(new LookUpBillByExternalId(stored.storage(), stored.bills())
                .byExternalId(new ExternalIdentifier("test", "2025/HR 1"))).isPresent();
        assertThat(new ListRelatedBills(stored.storage(), stored.bills()).of(Set.of(id)).get(id)).hasSize(1);
        assertThat(new CountBills(stored.storage(), stored.bills()).count(BillFilter.ALL, BillCount.Way.EXACT))
                .isEqualTo(new BillCount(2, BillCount.Precision.EXACT));
    }

    private static NewBill bill(String session, String number) {
        return new NewBill(new BillKey(Samples.JURISDICTION.code(), new SessionIdentifier(session),
                BillIdentifier.of(number)), Chamber.LOWER, Samples.DAY, CONTENT, List.of());
    }
}
