package org.mswada.bootstrap.server;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.mswada.db.connection.PoolGeneration;

/**
 * Keeps from the log that a pool without connections was closed while its server was away: HikariCP warns of that, with a
 * stack trace, though it is what happens at each failover and stop. Named in logback.xml.
 */
public final class ClosedPoolFilter extends Filter<ILoggingEvent> {
    private static final String HIKARI = "com.zaxxer.hikari.";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        return thrown != null && event.getLoggerName().startsWith(HIKARI)
                && PoolGeneration.CLOSED.equals(thrown.getMessage()) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
