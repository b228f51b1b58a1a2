package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.TransientConflict;
import org.mswada.domain.storage.UnexpectedStorageFailure;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

final class FailureTest {
    private static final String SECRET = "db-7.internal refused the password of mswada";

    private final Logger logger = (Logger) LoggerFactory.getLogger(FailureHandler.class);
    private final Recorder recorder = new Recorder();

    /** Keeps what is logged, also by tests that run beside this one. */
    private static final class Recorder extends AppenderBase<ILoggingEvent> {
        final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    }

    @BeforeEach
    void listen() {
        recorder.start();
        logger.addAppender(recorder);
    }

    @AfterEach
    void forget() {
        logger.detachAppender(recorder);
    }

    static Stream<Arguments> failures() {
        RuntimeException cause = new IllegalStateException(SECRET);
        return Stream.of(
                Arguments.of(new StorageUnavailable(SECRET, cause), 503, "/problems/storage-unavailable", "5"),
                Arguments.of(new StorageOverloaded(SECRET, Duration.ofMillis(6_100), cause), 503,
                        "/problems/storage-overloaded", "7"),
                Arguments.of(new TransientConflict(SECRET, cause), 503, "/problems/transient-conflict", "1"),
                Arguments.of(new StorageTimeout(SECRET, cause), 504, "/problems/storage-timeout", null),
                Arguments.of(new OutcomeUnknown(SECRET, cause), 504, "/problems/outcome-unknown", null),
                Arguments.of(new ConstraintViolated(ConstraintViolated.Kind.UNIQUE, "bill_key", SECRET, cause), 500,
                        "/problems/internal-error", null),
                Arguments.of(new UnexpectedStorageFailure(SECRET, cause), 500, "/problems/internal-error", null),
                Arguments.of(new IllegalStateException(SECRET), 500, "/problems/internal-error", null),
                Arguments.of(new StackOverflowError(SECRET), 500, "/problems/internal-error", null));
    }

    @Test
    void every_kind_of_storage_trouble_is_tried() {
        assertThat(failures().map(arguments -> (Object) arguments.get()[0].getClass()))
                .contains((Object[]) StorageException.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_a_problem_without_a_word_of_what_is_inside(Throwable failure, int status, String type,
            String retryAfter) {
        try (TestServer server = TestServer.start(() -> sneakyThrow(failure))) {
            HttpResponse<String> response = server.get("/v1/bills/" + Samples.id(1));
            JsonNode problem = TestServer.JSON.readTree(response.body());

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(response.headers().firstValue("cache-control")).contains("no-store");
            assertThat(response.headers().firstValue("retry-after").orElse(null)).isEqualTo(retryAfter);
            assertThat(problem.get("type").asString()).isEqualTo(type);
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(response.body()).doesNotContain(SECRET, "bill_key", "Exception");
            assertThat(server.json(type)).isNotNull();
            assertLogged(status, problem.get("trace_id").asString());
        }
    }

    private void assertLogged(int status, String traceId) {
        List<ILoggingEvent> events = recorder.events.stream()
                .filter(event -> event.getFormattedMessage().contains(traceId)).toList();
        assertThat(events).extracting(ILoggingEvent::getLevel).containsExactly(
                status == 500 ? Level.ERROR : Level.WARN);
        assertThat(events).allMatch(event -> status != 500 || event.getThrowableProxy() != null);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The compiler takes E for unchecked.
    private static <E extends Throwable> void sneakyThrow(Throwable failure) throws E {
        throw (E) failure;
    }
}
