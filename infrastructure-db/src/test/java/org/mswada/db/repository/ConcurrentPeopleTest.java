package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorUpsertResult;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.user.NewUser;
import org.mswada.domain.user.UserWriteResult;
import org.mswada.support.portcontracts.BillFixtures;
import org.mswada.support.portcontracts.SponsorFixtures;
import org.mswada.support.portcontracts.UserFixtures;

/** The same people stored by two at once: each once, and whoever comes second is told so. */
final class ConcurrentPeopleTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final int PEOPLE = 40;
    private static final int ROUNDS = 6;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqSponsorRepository sponsors = new JooqSponsorRepository();
    private final JooqUserRepository users = new JooqUserRepository();

    @Test
    void each_sponsor_is_inserted_once_though_the_loser_runs_again() throws Exception {
        database.units().<Boolean>write(WRITE, session -> {
            new JooqLegislatureRepository().ensureJurisdiction(session, BillFixtures.JURISDICTION);
            return true;
        });
        for (int round = 0; round < ROUNDS; round++) {
            int number = round;
            List<SponsorUpsertResult> results = atOnce(seed -> upsert(shuffled(seed).stream()
                    .map(each -> SponsorFixtures.printed("Member " + each, number + "-" + each)).toList()));
            assertThat(results).filteredOn(SponsorUpsertResult.Inserted.class::isInstance).hasSize(PEOPLE);
            assertThat(results).filteredOn(SponsorUpsertResult.Unchanged.class::isInstance).hasSize(PEOPLE);
        }
    }

    /** As the use case does it: whoever lost a race runs once more. */
    private List<SponsorUpsertResult> upsert(List<NewSponsor> given) {
        try {
            return database.units().write(WRITE, session -> sponsors.upsertBatch(session, given));
        } catch (ConstraintViolated lost) {
            assertThat(lost.kind()).isEqualTo(ConstraintViolated.Kind.UNIQUE);
            return database.units().write(WRITE, session -> sponsors.upsertBatch(session, given));
        }
    }

    @Test
    void each_user_is_stored_once_and_the_other_is_told_who_has_the_subject() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int number = round;
            List<UserWriteResult> results = atOnce(seed -> {
                List<NewUser> given = IntStream.range(0, PEOPLE)
                        .mapToObj(each -> UserFixtures.user("u" + number + "-" + each)).toList();
                return database.units().write(WRITE, session -> users.createBatch(session, given));
            });
            assertThat(results).filteredOn(UserWriteResult.Written.class::isInstance).hasSize(PEOPLE);
            assertThat(results).filteredOn(UserWriteResult.SubjectTaken.class::isInstance).hasSize(PEOPLE);
        }
    }

    private static <T> List<T> atOnce(Work<T> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<List<T>>> running = new ArrayList<>();
            for (int seed = 1; seed <= 2; seed++) {
                int own = seed;
                Callable<List<T>> waiting = () -> {
                    together.await();
                    return work.run(own);
                };
                running.add(threads.submit(waiting));
            }
            List<T> results = new ArrayList<>(running.getFirst().get());
            results.addAll(running.getLast().get());
            return results;
        }
    }

    private static List<Integer> shuffled(int seed) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, PEOPLE).boxed().toList());
        Collections.shuffle(numbers, new Random(seed));
        return numbers;
    }

    /** What both do. */
    private interface Work<T> {
        List<T> run(int seed);
    }
}
