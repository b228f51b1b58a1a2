package org.mswada.db.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLNonTransientConnectionException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is opened while the pool closes belongs to nobody else. */
final class GatedDataSourceTest {
    private final ConnectGate gate = new ConnectGate(new ConnectPace(System::nanoTime, new Random(1)));
    private final AtomicBoolean closed = new AtomicBoolean();

    @Test
    void a_connection_that_opens_when_the_pool_is_closed_is_closed_again() {
        GatedDataSource dataSource = new GatedDataSource(closingTheGateMeanwhile(), gate,
                new AcquisitionBreaker(System::nanoTime), PoolListener.NONE);

        assertThatThrownBy(dataSource::getConnection).isInstanceOf(SQLNonTransientConnectionException.class)
                .hasMessage("the pool is closed");
        assertThat(closed).isTrue();
    }

    @Test
    void behind_a_closed_gate_nothing_is_opened() {
        gate.close();

        assertThatThrownBy(new GatedDataSource(closingTheGateMeanwhile(), gate,
                new AcquisitionBreaker(System::nanoTime), PoolListener.NONE)::getConnection)
                .isInstanceOf(SQLNonTransientConnectionException.class);
        assertThat(closed).isFalse();
    }

    /** Opens a connection that only knows whether it was closed. */
    private DataSource closingTheGateMeanwhile() {
        return (DataSource) proxy(DataSource.class, () -> {
            gate.close();
            return proxy(Connection.class, () -> {
                closed.set(true);
                return null;
            });
        });
    }

    private static Object proxy(Class<?> type, Supplier<?> answer) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{
                type}, (self, method, arguments) -> answer.get());
    }
}
