package org.mswada.support.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mswada.db.connection.ConnectionManager;
import org.mswada.db.connection.PoolGeneration;
import org.mswada.db.execution.ExecutionLimits;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One bill by its id: the same row, read into the same object, from pools of the same size, in four ways. As a JMH
 * benchmark, after the build that {@link CompareFindBillById} names:
 *
 * <pre>
 * $JAVA_HOME/bin/java -cp support/benchmarks/target/benchmarks.jar org.openjdk.jmh.Main FindBillById -prof gc -f 1 -wi 10 -i 5
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FindBillById {
    private static final Operation FIND = Operation.read("benchmark.find");

    private final DemoDatabase database = DemoDatabase.start();
    private final DataLayer data = DaggerDataLayer.factory().create(database.config(), ExecutionLimits.DEFAULT,
            new SimpleMeterRegistry());
    /** A replica that nobody can reach: all runs on the same server, and asks for positions. */
    private final DataLayer replicated = DaggerDataLayer.factory().create(
            database.config().withReplicas(List.of("jdbc:postgresql://127.0.0.1:1/nowhere")), ExecutionLimits.DEFAULT,
            new SimpleMeterRegistry());
    private final ConnectionManager connections = new ConnectionManager(database.config());
    private final PoolGeneration pool = connections.servers().getFirst().read().current();
    private final HandWrittenJdbc handWritten = new HandWrittenJdbc(pool);
    private final PlainJooq plainJooq = new PlainJooq(pool);
    private final List<BillId> ids = data.database().read(FIND,
            session -> data.bills().list(session, BillFilter.ALL, BillSort.INTRODUCED, null, BillPage.MAXIMUM_LIMIT)
                    .items().stream()
                    .map(BillOverview::id).toList());
    private int asked;

    /** Makes sure that all ways find the same. */
    @Setup
    public void allFindTheSame() throws SQLException {
        for (BillId id : ids) {
            Optional<Bill> bill = dataLayer(id);
            if (bill.isEmpty() || !bill.equals(handWritten.findById(id)) || !bill.equals(plainJooq.findById(id))) {
                throw new IllegalStateException("bill " + id.value() + " is not the same in every way of finding it");
            }
        }
    }

    /** Closes what was opened. */
    @TearDown
    public void close() {
        connections.close();
        data.database().close();
        replicated.database().close();
        database.close();
    }

    /** By the data layer: unit of work, repository, prepared query. */
    @Benchmark
    public Optional<Bill> dataLayer() {
        return dataLayer(nextId());
    }

    /** By the data layer where replicas are configured: the read also asks how far it saw. */
    @Benchmark
    public Optional<Bill> dataLayerWithToken() {
        BillId id = nextId();
        return new CallContext(Deadline.in(CallContext.DEFAULT_TIME), null).call(
                () -> replicated.database().read(FIND, session -> replicated.bills().findById(session, id)));
    }

    /** By JDBC alone. */
    @Benchmark
    public Optional<Bill> handWrittenJdbc() throws SQLException {
        return handWritten.findById(nextId());
    }

    /** By jOOQ, as it is usually used. */
    @Benchmark
    public Optional<Bill> plainJooq() throws SQLException {
        return plainJooq.findById(nextId());
    }

    private Optional<Bill> dataLayer(BillId id) {
        return data.database().read(FIND, session -> data.bills().findById(session, id));
    }

    private BillId nextId() {
        asked = asked + 1 == ids.size() ? 0 : asked + 1;
        return ids.get(asked);
    }
}
