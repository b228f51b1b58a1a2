package org.mswada.application.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.InMemoryBillWrites;
import org.mswada.application.memory.InMemoryLegislatures;
import org.mswada.application.memory.InMemorySponsors;
import org.mswada.application.memory.InMemoryStorage;
import org.mswada.application.memory.Samples;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.TransientConflict;
import org.mswada.domain.user.Actor;

/** Storage that fails as it does when another import writes the same bills at the same time. */
final class ConcurrentImportsTest {
    private static final int BILLS = 3;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final RecordedProgress progress = new RecordedProgress();
    private final Queue<StorageException> failures = new ArrayDeque<>();

    private ImportSummary run() {
        InMemoryBillWrites bills = new InMemoryBillWrites(storage, bill -> {
            StorageException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return false;
        });
        return new ImportBills(new BatchWriter(storage, new InMemoryLegislatures(storage),
                new InMemorySponsors(storage), bills, Samples.ids())).run(Actor.OPERATOR, new ListSource().bills(
                        IntStream
                                .rangeClosed(1, BILLS).mapToObj(number -> Samples.bill("HR " + number, "Title"))
                                .toList()),
                        progress)
                .done();
    }

    private static ConstraintViolated violated(ConstraintViolated.Kind kind) {
        return new ConstraintViolated(kind, "bill_key", "refused by bill_key", new IllegalStateException());
    }

    @Test
    void a_batch_is_run_once_more_when_another_import_stored_the_same_bill_first() {
        failures.add(violated(ConstraintViolated.Kind.UNIQUE));
        assertThat(run()).isEqualTo(new ImportSummary(BILLS, 0, 0, 0));
        assertThat(storage.writes()).isEqualTo(2);
    }

    @Test
    void a_batch_that_stays_not_unique_is_stored_one_by_one() {
        failures.addAll(Collections.nCopies(4, violated(ConstraintViolated.Kind.UNIQUE)));
        assertThat(run()).isEqualTo(new ImportSummary(BILLS - 1, 0, 0, 1));
        assertThat(progress.rejected).containsExactly("list:1 refused by bill_key");
        assertThat(storage.writes()).as("the batch twice, the first bill twice, the others").isEqualTo(2 + 2 + 2);
    }

    @Test
    void other_constraints_are_not_tried_again() {
        failures.addAll(Collections.nCopies(2, violated(ConstraintViolated.Kind.FOREIGN_KEY)));
        assertThat(run()).isEqualTo(new ImportSummary(BILLS - 1, 0, 0, 1));
        assertThat(storage.writes()).isEqualTo(1 + BILLS);
    }

    /** The data layer has run it again as often as that is of use. */
    @Test
    void a_conflict_ends_the_import() {
        TransientConflict conflict = new TransientConflict("deadlock; try again", null);
        failures.add(conflict);
        assertThatThrownBy(this::run).isSameAs(conflict);
        assertThat(storage.writes()).isEqualTo(1);
        assertThat(progress.stored).isEmpty();
    }
}
