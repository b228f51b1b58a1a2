package org.mswada.support.faultinjection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** Side effects show; what is stored is stored once. */
final class TwiceUnitOfWorkTest {
    private static final Operation OPERATION = Operation.write("ledger.add");

    /** Stores words, all of a unit's or none. */
    private static class Words implements UnitOfWork {
        private final List<String> stored = new ArrayList<>();

        private final class Session implements WriteSession {
            private final List<String> added = new ArrayList<>();

            void add(String word) {
                added.add(word);
            }

            @Override
            public <T> T savepoint(Function<? super WriteSession, ? extends T> work) {
                return work.apply(this);
            }

            @Override
            public void rollbackOnly() {
                added.clear();
            }
        }

        @Override
        public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
            return work.apply(new Session());
        }

        @Override
        public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
            return work.apply(new Session());
        }

        @Override
        public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
            Session session = new Session();
            T result = work.apply(session);
            stored.addAll(session.added);
            return result;
        }

        @Override
        public <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work) {
            return write(operation, work);
        }
    }

    private final Words words = new Words();
    private final UnitOfWork twice = new TwiceUnitOfWork(words);

    private static int add(WriteSession session, String word) {
        ((Words.Session) session).add(word);
        return 1;
    }

    @Test
    void what_is_written_through_the_session_is_stored_once() {
        assertThat(twice.<Integer>write(OPERATION, session -> add(session, "bill"))).isEqualTo(1);
        assertThat(words.stored).containsExactly("bill");
    }

    @Test
    void a_single_write_is_rehearsed_and_stored_once() {
        List<String> outside = new ArrayList<>();
        assertThat(twice.<Integer>writeSingle(OPERATION, session -> {
            outside.add("mail");
            return add(session, "bill");
        })).isEqualTo(1);
        assertThat(words.stored).containsExactly("bill");
        assertThat(outside).hasSize(2);
    }

    @Test
    void a_side_effect_outside_the_session_happens_twice() {
        List<String> outside = new ArrayList<>();
        assertThat(twice.<Boolean>write(OPERATION, _ -> outside.add("mail"))).isTrue();
        assertThat(outside).containsExactly("mail", "mail");
    }

    @Test
    void work_that_throws_runs_once_and_its_exception_comes_through() {
        List<String> runs = new ArrayList<>();
        assertThatThrownBy(() -> twice.write(OPERATION, session -> {
            runs.add("run");
            throw new IllegalArgumentException("refused after " + add(session, "bill"));
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("refused after 1");
        assertThat(runs).hasSize(1);
        assertThat(words.stored).isEmpty();
    }

    @Test
    void reads_run_once() {
        List<String> runs = new ArrayList<>();
        assertThat(twice.<Boolean>read(OPERATION, _ -> runs.add("read"))).isTrue();
        assertThat(twice.<Boolean>snapshot(OPERATION, _ -> runs.add("snapshot"))).isTrue();
        assertThat(runs).containsExactly("read", "snapshot");
    }

    @Test
    void a_unit_of_work_that_swallows_the_exception_of_the_work_is_found_out() {
        UnitOfWork swallowing = new Words() {
            @Override
            public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
                try {
                    return super.write(operation, work);
                } catch (RuntimeException swallowed) {
                    return super.write(operation, _ -> null);
                }
            }
        };
        assertThatThrownBy(() -> new TwiceUnitOfWork(swallowing).write(OPERATION, session -> add(session, "bill")))
                .hasMessageContaining("roll back");
    }
}
