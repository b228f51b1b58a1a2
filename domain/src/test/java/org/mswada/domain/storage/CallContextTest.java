package org.mswada.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class CallContextTest {
    private static final int CALLERS = 8;
    private static final int EACH = 1_000;
    private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));

    @Test
    void it_is_seen_by_what_the_call_does_and_by_nothing_else() {
        CallContext call = new CallContext(DEADLINE, "trace");

        assertThat(call.call(CallContext::current)).containsSame(call);
        assertThat(CallContext.current()).isEmpty();
    }

    @Test
    void it_has_seen_what_an_earlier_call_has_seen_and_forgets_it_for_nothing_older() {
        ConsistencyToken earlier = new ConsistencyToken("1", 1, 10);
        CallContext call = new CallContext(DEADLINE, null, earlier);

        call.noteToken(new ConsistencyToken("1", 1, 9));

        assertThat(call.token()).contains(earlier);
        assertThat(new CallContext(DEADLINE, null).token()).isEmpty();
    }

    @Test
    void of_all_that_many_threads_note_the_newest_is_kept() {
        CallContext call = new CallContext(DEADLINE, null);

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                int first = caller;
                callers.submit(() -> {
                    for (int time = 0; time < EACH; time++) {
                        call.noteToken(new ConsistencyToken("1", 1, (long) time * CALLERS + first));
                    }
                });
            }
        }

        assertThat(call.token()).contains(new ConsistencyToken("1", 1, (long) EACH * CALLERS - 1));
    }
}
