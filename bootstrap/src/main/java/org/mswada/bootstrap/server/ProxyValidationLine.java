package org.mswada.bootstrap.server;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mswada.db.validation.BreakableLine;
import org.mswada.support.faultinjection.Direction;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.faultinjection.InjectedFault;
import org.mswada.support.faultinjection.Moment;

/** The line that a validation breaks: a fault proxy. No rule of it has to read what is sent, so it may be encrypted. */
final class ProxyValidationLine implements BreakableLine {
    private final FaultProxy proxy;
    /** Does nothing but count and tell each connection that arrives. */
    private final InjectedFault arriving;
    private final AtomicReference<@Nullable InjectedFault> lasting = new AtomicReference<>();

    ProxyValidationLine(String host, int port) {
        this.proxy = FaultProxy.before(host, port);
        this.arriving = proxy.inject(Fault.delay(Direction.TO_SERVER, Duration.ZERO).when(Moment.CONNECT).always());
    }

    @Override
    public int port() {
        return proxy.port();
    }

    @Override
    public void cut() {
        proxy.inject(Fault.reset().now()).close();
    }

    @Override
    public void sever() {
        last(proxy.inject(Fault.reset().now().always()));
    }

    @Override
    public void freeze() {
        last(proxy.inject(Fault.hold(Direction.BOTH).untilTheClientIsGone().now().always()));
    }

    private void last(@Nullable InjectedFault fault) {
        InjectedFault former = lasting.getAndSet(fault);
        if (former != null) {
            former.close();
        }
    }

    @Override
    public void heal() {
        last(null);
    }

    @Override
    public int arrivals() {
        return arriving.strikes();
    }

    @Override
    public boolean awaitArrivals(int number, Duration limit) throws InterruptedException {
        return arriving.awaitStrikes(number, limit);
    }

    @Override
    public int open() {
        return proxy.openConnections();
    }

    @Override
    public void close() {
        proxy.close();
    }
}
