package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.CallContext;

/** What the storage below a request knows of it. */
final class CallContextTest {
    private final AtomicReference<@Nullable CallContext> seen = new AtomicReference<>();

    @Test
    void a_unit_of_work_knows_the_deadline_and_the_trace_id_of_its_request() throws Exception {
        try (TestServer server = TestServer.start(() -> seen.set(CallContext.current().orElse(null)))) {
            String traceId = server.get("/v1/bills").headers().firstValue("X-Trace-Id").orElseThrow();

            assertThat(seen.get()).isNotNull();
            assertThat(seen.get().traceId()).isEqualTo(traceId);
            assertThat(Duration.ofNanos(seen.get().deadline().remainingNanos(System.nanoTime())))
                    .isBetween(Duration.ofSeconds(1), RouteHandler.TIME_LIMIT);
        }
    }
}
