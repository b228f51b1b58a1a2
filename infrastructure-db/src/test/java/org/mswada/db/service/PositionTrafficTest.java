package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.CopyRows;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.query.Column;
import org.mswada.db.query.PreparedQuery;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.ConsistencyToken;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.Moment;
import org.mswada.support.faultinjection.ProxyCounters;

/**
 * What it takes on the wire to know the position of each unit: nothing without replicas, and no round trip with them. Counted
 * are requests, of which each is a round trip but BEGIN, which goes with the next.
 */
final class PositionTrafficTest {
    /** The driver prepares a statement on the server at its fifth run on a connection. */
    private static final int ENOUGH_TO_BE_PREPARED = 7;
    private static final Operation READ = Operation.read("test.read");
    private static final Operation WRITE = Operation.write("test.write");
    private static final List<String> RESET = List.of("set session authorization default", "reset all", "unlisten *",
            "close all", "discard temp", "select pg_advisory_unlock_all()");
    private static final String INSERT = "insert into note values (gen_random_uuid()::text)";
    private static final Field<String> TEXT = DSL.field("text", SQLDataType.CLOB);
    private static final PreparedQuery<String, String> PREPARED = PreparedQuery.prepare("test.prepared",
            (sql, in) -> sql.select(TEXT).from("note").where(TEXT.ge(in.value(TEXT, text -> text))), columns -> {
                Column<String> text = columns.of(TEXT);
                return row -> row.get(text);
            });

    @RegisterExtension
    private final ServiceFixture database = ServiceFixture.probedApart(1, ExecutionLimits.DEFAULT);

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private DatabaseService tracked;
    private DatabaseService untracked;

    /** A unit, and what it sends where no replica is configured. */
    enum Kind {
        READ_BY_JOOQ(units -> units.read(READ, session -> JooqSession.sql(session).fetch("select 1")), "select 1"),
        READ_PREPARED(units -> units.read(READ, session -> PREPARED.list(session, "a")), PREPARED.text()),
        READ_TWICE(units -> units.read(READ,
                session -> PREPARED.list(session, "b").size()
                        + JooqSession.sql(session).fetch("select 1 -- the end").size()),
                PREPARED.text(), "select 1 -- the end"),
        SNAPSHOT(units -> units.snapshot(READ, session -> PREPARED.list(session, "c")), "BEGIN",
                "set transaction isolation level repeatable read, read only", PREPARED.text(), "COMMIT"),
        TRANSACTION(units -> units.write(WRITE, session -> run(session, INSERT)), "BEGIN",
                "set transaction isolation level read committed", INSERT, "COMMIT"),
        ROLLED_BACK(units -> units.write(WRITE, session -> {
            session.rollbackOnly();
            return run(session, INSERT);
        }), "BEGIN", "set transaction isolation level read committed", INSERT, "ROLLBACK"),
        SINGLE(units -> units.writeSingle(WRITE, session -> run(session, INSERT)), INSERT),
        SINGLE_LARGE(units -> units.writeSingle(WRITE,
                session -> JooqSession.sql(session).query(INSERT).executeLarge()), INSERT),
        SINGLE_RETURNING(units -> units.writeSingle(WRITE,
                session -> JooqSession.sql(session).fetch(INSERT + " returning text")), INSERT + " returning text"),
        SINGLE_BOUND(units -> units.writeSingle(WRITE,
                session -> JooqSession.sql(session).execute("insert into note values (?)",
                        "bound" + System.nanoTime())),
                "insert into note values (?)");

        private final Function<UnitOfWork, Object> unit;
        private final List<String> texts;

        Kind(Function<UnitOfWork, Object> unit, String... texts) {
            this.unit = unit;
            this.texts = List.of(texts);
        }
    }

    @BeforeEach
    void open() {
        tracked = database.open(Tracking.TRACKED);
        untracked = database.open(Tracking.UNTRACKED);
        database.proxy()
                .inject(Fault.fin().when(Moment.statementSent(text -> !sent.add(text.replaceAll("\\$\\d", "?")))));
        warm(tracked);
        warm(untracked);
        sent.clear();
    }

    private void warm(DatabaseService service) {
        service.read(READ, session -> JooqSession.sql(session).fetch("select 1"));
        service.write(WRITE, session -> JooqSession.sql(session).fetch("select 1"));
    }

    @AfterEach
    void close() {
        tracked.close();
        untracked.close();
    }

    @Test
    void without_replicas_a_unit_sends_what_it_was_given_and_nothing_else() {
        for (Kind kind : Kind.values()) {
            Object _ = kind.unit.apply(untracked); // The driver asks once what columns RETURNING has.
            awaitReset(untracked);
            sent.clear();
            CallContext call = call();

            call.call(() -> kind.unit.apply(untracked));

            awaitReset(untracked);
            sent.removeIf(text -> RESET.contains(text));
            assertThat(sent).as("what %s sends", kind).isEqualTo(kind.texts);
            assertThat(call.token()).isEmpty();
        }
    }

    @Test
    void with_replicas_it_takes_as_many_requests_and_tells_the_position() {
        for (Kind kind : Kind.values()) {
            for (int run = 0; run < ENOUGH_TO_BE_PREPARED; run++) {
                CallContext call = call();
                long without = during(untracked, () -> call().call(() -> kind.unit.apply(untracked)),
                        ProxyCounters::requests);
                long with = during(tracked, () -> call.call(() -> kind.unit.apply(tracked)), ProxyCounters::requests);

                assertThat(with).as("requests of %s, run %d", kind, run).isEqualTo(without).isPositive();
                assertThat(call.token()).isPresent();
            }
        }
    }

    @Test
    void a_single_write_that_counts_in_long_tells_how_many_it_stored() throws SQLException {
        int before = database.count("note");

        long stored = call().call(() -> tracked.<Long>writeSingle(WRITE, session -> JooqSession.sql(session)
                .query("insert into note select gen_random_uuid()::text from generate_series(1, 3)").executeLarge()));

        assertThat(stored).isEqualTo(3);
        assertThat(database.count("note")).isEqualTo(before + 3);
    }

    /** As without replicas, where the driver prepares a single statement anew by itself. */
    @Test
    void a_table_that_changes_under_a_prepared_read_costs_no_retry() throws SQLException {
        for (int run = 0; run < ENOUGH_TO_BE_PREPARED; run++) {
            assertThat(columnsOfNote()).isOne();
        }
        database.execute("alter table note add column changed int");

        assertThat(columnsOfNote()).isEqualTo(2);
        assertThat(tracked.metrics().retries()).isZero();
    }

    private int columnsOfNote() {
        return call().call(() -> tracked.<Integer>read(READ,
                session -> JooqSession.sql(session).fetch("select * from note").fields().length));
    }

    @Test
    void a_read_that_belongs_to_no_call_asks_for_nothing() {
        tracked.read(READ, session -> JooqSession.sql(session).fetch("select 2"));
        tracked.snapshot(READ, session -> JooqSession.sql(session).fetch("select 3"));

        assertThat(sent).noneMatch(text -> text.contains("lsn"));
    }

    /** The control: the usual way to a position, a query after COMMIT, is one that the count sees. */
    @Test
    void control_a_query_after_commit_takes_one_request_more() {
        long plain = during(untracked, () -> Kind.TRANSACTION.unit.apply(untracked), ProxyCounters::requests);
        long asking = during(untracked, () -> {
            Object _ = Kind.TRANSACTION.unit.apply(untracked);
            untracked.read(READ, session -> PREPARED.list(session, "d"));
        }, ProxyCounters::requests);

        assertThat(asking).isEqualTo(plain + 1);
    }

    @Test
    void what_cannot_be_prepared_takes_two_requests_more_in_a_single_write() throws SQLException {
        for (Function<UnitOfWork, Object> unit : List.<Function<UnitOfWork, Object>>of(
                units -> units.writeSingle(WRITE, PositionTrafficTest::copy),
                units -> units.writeSingle(WRITE, session -> JooqSession.sql(session).batch(INSERT, INSERT).execute()),
                units -> units.writeSingle(WRITE,
                        session -> JooqSession.sql(session).batch("insert into note values (?)", new Object[]{"1"},
                                new Object[]{"2"}).execute()))) {
            database.execute("delete from note");
            CallContext call = call();
            long without = during(untracked, () -> unit.apply(untracked), ProxyCounters::requests);
            int stored = database.count("note");
            database.execute("delete from note");
            long with = during(tracked, () -> call.call(() -> unit.apply(tracked)), ProxyCounters::requests);

            assertThat(with).isEqualTo(without + 2);
            assertThat(call.token()).isPresent();
            assertThat(database.count("note")).isEqualTo(stored).isPositive();
        }
    }

    /** After an error its transaction is still open: ROLLBACK is sent, and tells how far the refusal saw. */
    @Test
    void a_single_write_that_is_refused_takes_one_request_more_and_leaves_its_connection_fit() {
        Function<UnitOfWork, Object> refused = units -> catchThrowable(() -> units.writeSingle(WRITE,
                session -> run(session, "insert into note select 'twice' from generate_series(1, 2)")));
        CallContext call = call();

        long without = during(untracked, () -> refused.apply(untracked), ProxyCounters::requests);
        long with = during(tracked, () -> call.call(() -> refused.apply(tracked)), ProxyCounters::requests);
        long connections = during(tracked, () -> Kind.SINGLE.unit.apply(tracked), ProxyCounters::connections);

        assertThat(with).isEqualTo(without + 1);
        assertThat(call.token()).isPresent();
        assertThat(connections).isZero();
    }

    /** After SQL of its own, a unit's connection is reset before it is back, for which the unit does not wait. */
    private static void awaitReset(DatabaseService service) {
        Await.until("all connections are back", Duration.ofSeconds(10), () -> service.metrics().pool().active() == 0);
    }

    private static long copy(WriteSession session) {
        CopyRows rows = new CopyRows().value("copied");
        rows.endRow();
        return JooqSession.copy(session, DSL.table("note"), List.of(TEXT), rows);
    }

    private static int run(ReadSession session, String text) {
        return JooqSession.sql(session).execute(text);
    }

    private static CallContext call() {
        return new CallContext(Deadline.in(Duration.ofSeconds(20)), null);
    }

    /** HikariCP asks a connection that was idle for half a second whether it lives, which is not to be counted. */
    private long during(DatabaseService service, Runnable body, ToLongFunction<ProxyCounters> count) {
        warm(service);
        awaitReset(service);
        long before = count.applyAsLong(database.proxy().counters());
        body.run();
        awaitReset(service);
        return count.applyAsLong(database.proxy().counters()) - before;
    }

    @Test
    void of_one_caller_tokens_never_go_backwards_and_cover_what_was_stored_before() {
        CallContext call = call();
        for (int round = 0; round < ENOUGH_TO_BE_PREPARED; round++) {
            for (Kind kind : Kind.values()) {
                Optional<ConsistencyToken> before = call.token();
                call.call(() -> kind.unit.apply(tracked));
                ConsistencyToken now = call.token().orElseThrow();

                assertThat(before.isEmpty() || now.covers(before.get())).isTrue();
            }
        }
    }
}
