package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.service.DatabaseService;
import org.mswada.db.service.DatabaseServices;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.testdatabase.TestDatabase;

/** Each list is walked to its end while two writers insert, change and delete: who stayed in place is seen once. */
final class WalkWhileWritingTest {
    private static final Duration SLOW_LIMIT = Duration.ofSeconds(1);
    private static final int CONNECTIONS = WalkWhileWriting.WRITERS + 2;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static DatabaseService units;

    @BeforeAll
    static void open() {
        units = DatabaseServices.open(new DatabaseConfig(database.jdbcUrl(), database.user(), database.password(), 0,
                CONNECTIONS, SLOW_LIMIT), ExecutionLimits.DEFAULT, SLOW_LIMIT, new SimpleMeterRegistry());
    }

    @AfterAll
    static void close() {
        units.close();
    }

    static Stream<WalkedList<?>> lists() {
        return Stream.concat(Arrays.stream(BillSort.values()).map(WalkedBills::new),
                Stream.of(new WalkedSponsors(), new WalkedSponsoredBills(), new WalkedUsers(), new WalkedTracking(),
                        new WalkedFollowers()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void each_row_whose_key_did_not_change_is_seen_exactly_once(WalkedList<?> list) throws Exception {
        WalkWhileWriting.Walked walked = new WalkWhileWriting<>(units, list).run();
        assertThat(walked.shown()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(walked.inPlace());
        assertThat(walked.isEachOnce()).isTrue();
    }

    @Test
    void one_that_is_walked_by_the_number_of_rows_before_is_caught() throws Exception {
        assertThat(new WalkWhileWriting<>(units, new ByOffset(new WalkedUsers())).run().isEachOnce()).isFalse();
    }

    /** Reads the same list as everybody warns of: what comes in front of the walk pushes rows into it, or out. */
    private record ByOffset(WalkedUsers users) implements WalkedList<Integer> {
        private static final int WHOLE = 200;

        @Override
        public void begin(WriteSession session) {
            users.begin(session);
        }

        @Override
        public Object insert(WriteSession session, int number) {
            return users.insert(session, number);
        }

        @Override
        public void change(WriteSession session, int number, int how) {
            users.change(session, number, how);
        }

        @Override
        public void delete(WriteSession session, int number) {
            users.delete(session, number);
        }

        @Override
        public Part<Integer> part(ReadSession session, @Nullable Integer after, int limit) {
            List<?> whole = users.part(session, null, WHOLE).rows();
            int from = after == null ? 0 : Math.min(after, whole.size());
            int to = Math.min(from + limit, whole.size());
            return new Part<>(whole.subList(from, to), to == whole.size() ? null : to);
        }
    }
}
