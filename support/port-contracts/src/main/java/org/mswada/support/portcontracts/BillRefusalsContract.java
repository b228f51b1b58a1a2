package org.mswada.support.portcontracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mswada.support.portcontracts.BillFixtures.INTRODUCED_ON;
import static org.mswada.support.portcontracts.BillFixtures.action;
import static org.mswada.support.portcontracts.BillFixtures.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillCreateResult;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.storage.ConstraintViolated;

/** What every adapter of {@link BillWriteRepository} does with what cannot be, or not any more. */
public interface BillRefusalsContract extends BillContract {
    LocalDate CLOSED_ON = INTRODUCED_ON.plusYears(1);

    @Test
    default void a_bill_of_a_closed_session_that_a_source_corrects_stays_lapsed() {
        BillContent first = bill(session(), "HR 1");
        store(first);
        close(session());
        BillContent corrected = bill(session(), "HR 1", INTRODUCED_ON, "Corrected");

        assertThat(store(corrected)).containsExactly(UpsertResult.UPDATED);

        Bill found = byId(first.newId()).orElseThrow();
        assertThat(found.overview().title()).isEqualTo("Corrected");
        assertLapsed(found);
        assertThat(found.version()).isEqualTo(3);
        assertThat(store(corrected)).containsExactly(UpsertResult.UNCHANGED);
        assertThat(byId(first.newId())).contains(found);
    }

    @Test
    default void a_bill_that_a_source_brings_into_a_closed_session_lapses_unless_its_fate_is_settled() {
        close(session());
        BillContent open = bill(session(), "HR 1");
        BillContent enacted = bill(session(), "HR 2", INTRODUCED_ON, "t", List.of(),
                List.of(action(0, BillStatus.ENACTED)));
        BillContent elsewhere = bill(session("2026"), "HR 1");

        assertThat(store(open, enacted, elsewhere)).containsOnly(UpsertResult.INSERTED);

        assertLapsed(byId(open.newId()).orElseThrow());
        assertThat(byId(open.newId()).orElseThrow().version()).isEqualTo(1);
        assertThat(byId(enacted.newId()).orElseThrow().overview().progress()).isEqualTo(enacted.progress());
        assertThat(actions(enacted.newId())).isEqualTo(enacted.actions());
        assertThat(byId(elsewhere.newId()).orElseThrow().overview().progress()).isEqualTo(elsewhere.progress());
    }

    @Test
    default void no_bill_is_created_in_a_closed_session() {
        BillContent stored = bill(session(), "HR 1");
        store(stored);
        close(session());
        BillContent closed = bill(session(), "HR 2");
        BillContent elsewhere = bill(session("2026"), "HR 2");

        assertThat(create(closed, bill(session(), "h.r. 1"), elsewhere)).containsExactly(
                new BillCreateResult.SessionClosed(CLOSED_ON), new BillCreateResult.NumberTaken(stored.newId(), false),
                new BillCreateResult.Created(elsewhere.newId()));
        assertThat(byId(closed.newId())).isEmpty();
    }

    @Test
    default void a_bill_that_is_restored_into_a_closed_session_lapses() {
        BillContent content = bill(session(), "HR 1");
        store(content);
        this.<List<BillWriteResult>>write(
                session -> billWrites().deleteBatch(session, List.of(new BillVersion(content.newId(), 1))));
        close(session());

        assertThat(this.<BillWriteResult>write(session -> billWrites().restore(session, content.newId())))
                .isEqualTo(new BillWriteResult.Written(3));
        assertLapsed(byId(content.newId()).orElseThrow());
    }

    @Test
    default void actions_open_no_bill_of_a_closed_session() {
        BillContent failed = bill(session(), "HR 1", INTRODUCED_ON, "t", List.of(),
                List.of(action(0, BillStatus.FAILED)));
        store(failed);
        close(session());
        BillAction reconsidered = action(1, BillStatus.PASSED_CHAMBER);
        BillAction printed = action(1, null);

        assertThat(append(new BillVersion(failed.newId(), 1), failed.progress().after(reconsidered), reconsidered))
                .isEqualTo(new BillWriteResult.SessionClosed(CLOSED_ON));
        assertThat(append(new BillVersion(failed.newId(), 2), failed.progress().after(reconsidered), reconsidered))
                .isEqualTo(new BillWriteResult.Stale(1));
        assertThat(actions(failed.newId())).isEqualTo(failed.actions());
        assertThat(append(new BillVersion(failed.newId(), 1), failed.progress().after(printed), printed))
                .isEqualTo(new BillWriteResult.Written(2));
    }

    @Test
    default void of_new_bills_one_that_cannot_be_stored_is_told_and_the_others_are_stored() {
        store(named("HR 1", "taken"));
        BillContent plain = bill(session(), "HR 3");
        BillContent free = named("HR 4", "free");

        List<BillCreateResult> results = create(named("HR 2", "taken"), plain, free, named("HR 5", "free"));

        assertThat(results.subList(1, 3)).containsExactly(new BillCreateResult.Created(plain.newId()),
                new BillCreateResult.Created(free.newId()));
        for (int place : new int[]{0, 3}) {
            assertThat(results.get(place)).isInstanceOfSatisfying(BillCreateResult.Refused.class, refused -> {
                assertThat(refused.kind()).isEqualTo(ConstraintViolated.Kind.UNIQUE);
                assertThat(refused.reason()).contains("correct the record");
            });
        }
        assertThat(actions(free.newId())).isEqualTo(free.actions());
    }

    @Test
    default void of_edits_one_that_cannot_be_stored_is_told_and_the_others_are_made() {
        BillContent holder = named("HR 1", "taken");
        BillContent refused = bill(session(), "HR 2");
        BillContent edited = bill(session(), "HR 3");
        store(holder, refused, edited);

        List<BillWriteResult> results = write(session -> billWrites().updateBatch(session,
                List.of(edit(holder.newId(), 7, "new"), edit(refused.newId(), 1, "taken"),
                        edit(new BillId(UUID.randomUUID()), 1, "taken"), edit(edited.newId(), 1, "other"))));

        assertThat(results.get(0)).isEqualTo(new BillWriteResult.Stale(1));
        assertThat(results.get(1)).isInstanceOfSatisfying(BillWriteResult.Refused.class,
                told -> assertThat(told.kind()).isEqualTo(ConstraintViolated.Kind.UNIQUE));
        assertThat(results.subList(2, 4)).containsExactly(new BillWriteResult.Missing(),
                new BillWriteResult.Written(2));
        assertThat(byId(refused.newId()).orElseThrow().overview().title()).isEqualTo(refused.title());
        assertThat(byId(refused.newId()).orElseThrow().version()).isEqualTo(1);
        assertThat(byId(edited.newId()).orElseThrow().overview().title()).isEqualTo("Edited");
    }

    private void assertLapsed(Bill bill) {
        BillProgress progress = bill.overview().progress();
        BillAction last = actions(bill.overview().id()).getLast();
        assertThat(progress.status()).isEqualTo(BillStatus.LAPSED);
        assertThat(progress.statusSince()).isEqualTo(CLOSED_ON).isEqualTo(last.occurredOn());
        assertThat(progress.statusAction()).isEqualTo(last.sequence());
        assertThat(progress.latestActionOn()).isEqualTo(CLOSED_ON);
        assertThat(last.assertedStatus()).isEqualTo(BillStatus.LAPSED);
        assertThat(bill.irregular()).isFalse();
    }

    private void close(SessionId legislature) {
        this.<Integer>write(session -> {
            legislatures().close(session, legislature, CLOSED_ON);
            return billWrites().lapse(session, legislature, CLOSED_ON);
        });
    }

    private List<BillCreateResult> create(BillContent... contents) {
        return write(session -> billWrites().createBatch(session, List.of(contents)));
    }

    private BillWriteResult append(BillVersion bill, BillProgress progress, BillAction action) {
        return write(session -> billWrites().appendActions(session, bill, progress, false, List.of(action)));
    }

    private BillContent named(String number, String identifier) {
        return BillFixtures.with(bill(session(), number), context(identifier), List.of());
    }

    private static BillUpdate edit(BillId bill, int version, String identifier) {
        return new BillUpdate(bill, version, new BillEdit(BillClassification.BILL, "Edited", null, null,
                List.of(), null, context(identifier)));
    }

    private static BillContext context(String identifier) {
        return new BillContext(List.of(new ExternalIdentifier("test", identifier)), List.of(), null, "{}");
    }
}
