package org.mswada.db.service;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;

/** Units of every kind in turn, and what each has to be counted as. */
enum Mix {
    READ(new Traffic(1, 0, 1, 0), 0, 0, 0),
    SNAPSHOT(new Traffic(4, 1, 1, 0), 0, 0, 0),
    WRITE(new Traffic(5, 1, 1, 0), 0, 0, 0),
    SINGLE_WRITE(new Traffic(1, 0, 1, 0), 0, 0, 0),
    WRONG_READ(new Traffic(1, 0, 0, 1), 1, 0, 0),
    REFUSED_SINGLE_WRITE(new Traffic(1, 0, 0, 1), 1, 0, 0),
    REFUSED_WRITE(new Traffic(4, 0, 0, 1), 1, 0, 0),
    ROLLED_BACK(new Traffic(4, 0, 0, 1), 0, 0, 0),
    TOO_LATE(new Traffic(0, 0, 0, 0), 1, 0, 0),
    RETRIED(new Traffic(8, 1, 1, 1), 0, 1, 0),
    SLOW(new Traffic(1, 0, 1, 0), 0, 0, 1);

    /** One unit in so many is of each of the last two kinds: a retry is paid by five units, and waits. */
    private static final int RARE = 20;
    private static final int OFTEN = RETRIED.ordinal();
    private static final Operation READING = Operation.read("test.read");
    private static final Operation WRITING = Operation.write("test.write");
    private static final Operation DAWDLING = Operation.read("test.slow").slowFrom(Duration.ofMillis(2));
    private static final Traffic RESET = new Traffic(6, 0, 1, 0);
    private static final String SELECT = "select 1";
    private static final String INSERT = "insert into note values (gen_random_uuid()::text)";
    private static final String DUPLICATE = "insert into note values ('taken')";
    private static final String CONFLICT = "select conflict()";
    private static final String DAWDLE = "select pg_sleep(0.003)";

    private final Traffic traffic;
    private final int failures;
    private final int retries;
    private final int slow;

    Mix(Traffic traffic, int failures, int retries, int slow) {
        this.traffic = traffic;
        this.failures = failures;
        this.retries = retries;
        this.slow = slow;
    }

    private static Mix kind(int number) {
        int place = number % RARE;
        return values()[place < 2 ? OFTEN + place : (number / RARE + place) % OFTEN];
    }

    /** What so many units are counted as. */
    static MetricsTest.Count of(int units) {
        long failures = 0;
        long retries = 0;
        long slow = 0;
        for (int number = 0; number < units; number++) {
            Mix kind = kind(number);
            failures += kind.failures;
            retries += kind.retries;
            slow += kind.slow;
        }
        return new MetricsTest.Count(units, failures, retries, slow);
    }

    /** What they send and have counted. */
    static Traffic traffic(int units) {
        Traffic all = new Traffic(0, 0, 0, 0);
        for (int number = 0; number < units; number++) {
            all = all.plus(kind(number).traffic, 1).plus(RESET, kind(number).attempts());
        }
        return all;
    }

    /** How often it has a connection, which is reset after each, as all say SQL of their own. */
    private int attempts() {
        return this == TOO_LATE ? 0 : 1 + retries;
    }

    /** Runs the unit of a number. */
    static void runOn(UnitOfWork units, int number) {
        switch (kind(number)) {
            case READ -> units.read(READING, session -> run(session, SELECT));
            case SNAPSHOT -> units.snapshot(READING, session -> run(session, SELECT));
            case WRITE -> units.write(WRITING, session -> run(session, INSERT) + run(session, INSERT));
            case SINGLE_WRITE -> units.writeSingle(WRITING, session -> run(session, INSERT));
            case WRONG_READ -> units.read(READING, session -> run(session, "select no_such_column"));
            case REFUSED_SINGLE_WRITE -> units.writeSingle(WRITING, session -> run(session, DUPLICATE));
            case REFUSED_WRITE -> units.write(WRITING, session -> run(session, DUPLICATE));
            case ROLLED_BACK -> units.write(WRITING, session -> {
                session.rollbackOnly();
                return run(session, INSERT);
            });
            case TOO_LATE -> new CallContext(Deadline.in(Duration.ofSeconds(-1)), null)
                    .call(() -> units.read(READING, session -> run(session, SELECT)));
            case RETRIED -> {
                int[] attempts = new int[1];
                units.write(WRITING, session -> run(session, attempts[0]++ == 0 ? CONFLICT : INSERT));
            }
            case SLOW -> units.read(DAWDLING, session -> run(session, DAWDLE));
        }
    }

    private static int run(ReadSession session, String text) {
        return JooqSession.sql(session).execute(text);
    }

    /** Runs the unit of a number without a service. */
    static void runOn(PlainPool plain, int number) throws SQLException {
        switch (kind(number)) {
            case READ, TOO_LATE -> plain.single(SELECT);
            case SNAPSHOT -> plain.transaction(SELECT);
            case WRITE -> plain.transaction(INSERT, INSERT);
            case SINGLE_WRITE -> plain.single(INSERT);
            case WRONG_READ -> plain.single("select no_such_column");
            case REFUSED_SINGLE_WRITE -> plain.single(DUPLICATE);
            case REFUSED_WRITE, ROLLED_BACK -> plain.transaction(DUPLICATE);
            case RETRIED -> {
                try {
                    plain.transaction(CONFLICT);
                } catch (SQLException again) {
                    plain.transaction(INSERT);
                }
            }
            case SLOW -> plain.single(DAWDLE);
        }
    }

    /** Waits inside a unit until as many are inside as the barrier asks for; each sends a statement. */
    static int meet(UnitOfWork units, CyclicBarrier allInside) {
        return units.read(READING, session -> meet(session, allInside));
    }

    static int meetToWrite(UnitOfWork units, CyclicBarrier allInside) {
        return units.write(WRITING, session -> meet(session, allInside));
    }

    private static int meet(ReadSession session, CyclicBarrier allInside) {
        try {
            allInside.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("not all connections can be had at once", e);
        }
        return run(session, SELECT);
    }
}
