package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.query.Column;
import org.mswada.db.query.PreparedQuery;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.UnexpectedStorageFailure;
import org.slf4j.LoggerFactory;

/** What is told of statements that take longer than the 200 ms of this service. */
final class SlowStatementsTest {
    private static final Operation READ = Operation.read("test.slow-read");
    private static final String SECRET = "the-senator-said";
    private static final Field<String> WORD = DSL.field("word", SQLDataType.CLOB);

    private static final PreparedQuery<String, String> SLEEP = PreparedQuery.prepare("test.sleep",
            (sql, in) -> sql.select(WORD).from(DSL.table("(select 'a' as word from pg_sleep(0.5)) as slept"))
                    .where(WORD.ne(in.value(WORD, word -> word))),
            columns -> {
                Column<String> word = columns.of(WORD);
                return row -> row.get(word);
            });

    private static final PreparedQuery<String, String> WRONG = PreparedQuery.prepare("test.wrong",
            (sql, in) -> sql.select(WORD).from(DSL.table("no_such_table")).where(WORD.ne(in.value(WORD, word -> word))),
            columns -> {
                Column<String> word = columns.of(WORD);
                return row -> row.get(word);
            });

    @RegisterExtension
    private final ServiceFixture database = new ServiceFixture();
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.mswada.db.service");
    private final Events events = new Events();

    @BeforeEach
    void listen() {
        events.start();
        logger.addAppender(events);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(events);
    }

    @Test
    void a_slow_prepared_query_is_logged_with_its_text_and_rows_but_no_value_and_counted() {
        database.service().read(READ, session -> SLEEP.list(session, SECRET));

        String line = events.of("slow statement", READ).getFirst();
        assertThat(line).contains("sql=\"" + SLEEP.text(), "rows=\"1\"", "node=\"primary\"", "milliseconds=\"5")
                .doesNotContain(SECRET);
        assertThat(database.service().metrics().slow()).isEqualTo(1);
        assertThat(database.service().slowStatements()).singleElement()
                .satisfies(slow -> assertThat(slow.duration()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(3)))
                .satisfies(slow -> assertThat(slow.rows()).isEqualTo(1));
    }

    @Test
    void a_fast_one_is_not() {
        database.service().read(READ, session -> JooqSession.sql(session).fetch("select 1"));

        assertThat(database.service().slowStatements()).isEmpty();
        assertThat(database.service().metrics().slow()).isZero();
    }

    @Test
    void a_statement_that_is_stopped_at_its_deadline_is_the_slowest_of_all_and_reported_too() {
        CallContext impatient = new CallContext(Deadline.in(Duration.ofSeconds(2)), null);

        assertThat(catchThrowable(() -> impatient.call(() -> database.service().read(READ,
                session -> JooqSession.sql(session).fetch("select pg_sleep(10)")))))
                .isInstanceOf(StorageTimeout.class);
        assertThat(database.service().slowStatements()).singleElement()
                .satisfies(slow -> assertThat(slow.rows()).isEqualTo(JooqSession.ROWS_UNKNOWN));
    }

    @Test
    void a_prepared_query_that_fails_is_reported_too() {
        Operation always = READ.slowFrom(Duration.ofNanos(1));
        assertThat(catchThrowable(() -> database.service().read(always, session -> WRONG.list(session, SECRET))))
                .isInstanceOf(UnexpectedStorageFailure.class);

        assertThat(database.service().slowStatements()).singleElement()
                .satisfies(slow -> assertThat(slow.rows()).isEqualTo(JooqSession.ROWS_UNKNOWN));
    }

    @Test
    void an_operation_may_have_a_limit_of_its_own() {
        database.service().read(READ.slowFrom(Duration.ofNanos(1)),
                session -> JooqSession.sql(session).fetch("select 1"));
        database.service().read(READ.slowFrom(Duration.ofSeconds(5)), session -> SLEEP.list(session, SECRET));

        assertThat(database.service().slowStatements()).extracting(SlowStatement::text).containsExactly("select 1");
    }

    @Test
    void only_the_slowest_are_remembered_and_those_first() {
        Operation always = READ.slowFrom(Duration.ofNanos(1));
        for (int time = 0; time <= SlowStatements.REMEMBERED; time++) {
            database.service().read(always, session -> JooqSession.sql(session).fetch("select 1"));
        }
        database.service().read(always, session -> SLEEP.list(session, SECRET));

        List<SlowStatement> slowest = database.service().slowStatements();
        assertThat(slowest).hasSize(SlowStatements.REMEMBERED);
        assertThat(slowest.getFirst().text()).isEqualTo(SLEEP.text());
    }

    @Test
    void the_plan_of_a_slow_read_is_logged_once_a_minute() {
        Operation planned = Operation.read("test.slow-planned");
        try (DatabaseService service = DatabaseServices.open(database.directly(), ExecutionLimits.DEFAULT,
                Duration.ofMillis(200), new SimpleMeterRegistry())) {
            service.read(planned, session -> SLEEP.list(session, SECRET));
            Await.until("the plan is logged", Duration.ofSeconds(10),
                    () -> !events.of("plan of a slow statement", planned).isEmpty());
            service.read(planned, session -> SLEEP.list(session, SECRET));
        }

        assertThat(events.of("slow statement", planned)).hasSize(2);
        assertThat(events.of("plan of a slow statement", planned)).singleElement().asString()
                .contains("Function Scan on pg_sleep", "<> $1").doesNotContain(SECRET);
    }

    /** What was logged. */
    private static final class Events extends AppenderBase<ILoggingEvent> {
        private final Queue<ILoggingEvent> logged = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event);
        }

        /** Tests of other classes log at the same time: the operation tells them apart. */
        List<String> of(String message, Operation operation) {
            return logged.stream().filter(event -> event.getMessage().equals(message))
                    .map(event -> event.getKeyValuePairs().stream().map(String::valueOf)
                            .collect(Collectors.joining(" ")))
                    .filter(pairs -> pairs.contains("operation=\"" + operation.name() + "\"")).toList();
        }
    }
}
