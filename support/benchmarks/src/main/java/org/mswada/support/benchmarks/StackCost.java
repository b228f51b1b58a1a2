package org.mswada.support.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.connection.PoolGeneration;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.domain.storage.Operation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the policies cost when all is well: a unit that borrows a connection and asks the server nothing, against the same
 * by HikariCP alone, in a JVM started as the launcher starts the server. Two readings of the clock stand beside them, for on
 * some machines they are most of it. After the build
 * that {@link CompareFindBillById} names:
 *
 * <pre>
 * $JAVA_HOME/bin/java -cp support/benchmarks/target/benchmarks.jar org.openjdk.jmh.Main StackCost -prof gc
 * </pre>
 */
@State(Scope.Thread)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseCompactObjectHeaders")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StackCost {
    private static final Operation NOTHING = Operation.read("benchmark.nothing");

    private final DemoDatabase database = DemoDatabase.start();
    private final DataLayer data = DaggerDataLayer.factory().create(database.config(), ExecutionLimits.DEFAULT,
            new SimpleMeterRegistry());
    private final ConnectionManager connections = new ConnectionManager(database.config());
    private final PoolGeneration pool = connections.servers().getFirst().read().current();

    /** Closes what was opened. */
    @TearDown
    public void close() {
        connections.close();
        data.database().close();
        database.close();
    }

    /** The whole stack around a connection. */
    @Benchmark
    public Object wholeStack() {
        return data.database().read(NOTHING, session -> session);
    }

    /** HikariCP alone around a connection. */
    @Benchmark
    public Object bareCall() throws SQLException {
        try (Connection connection = pool.borrow()) {
            return connection;
        }
    }

    /** Two readings of the clock. */
    @Benchmark
    public long clockReadTwice() {
        long first = System.nanoTime();
        return System.nanoTime() - first;
    }
}
