package org.mswada.db.validation;

import java.time.Duration;
import org.mswada.support.faultinjection.Direction;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.faultinjection.InjectedFault;
import org.mswada.support.faultinjection.Moment;

/** A fault proxy as a line, for the tests of this module. */
final class ProxyLine implements BreakableLine {
    private final FaultProxy proxy;
    private final InjectedFault arriving;
    private volatile InjectedFault lasting;

    ProxyLine(String host, int port) {
        this.proxy = FaultProxy.before(host, port);
        this.arriving = proxy.inject(Fault.delay(Direction.TO_SERVER, Duration.ZERO).when(Moment.CONNECT).always());
        this.lasting = proxy.inject(Fault.reset().now());
    }

    @Override
    public int port() {
        return proxy.port();
    }

    @Override
    public void cut() {
        proxy.inject(Fault.reset().now());
    }

    @Override
    public void sever() {
        lasting = proxy.inject(Fault.reset().now().always());
    }

    @Override
    public void freeze() {
        lasting = proxy.inject(Fault.hold(Direction.BOTH).untilTheClientIsGone().now().always());
    }

    @Override
    public void heal() {
        lasting.close();
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
