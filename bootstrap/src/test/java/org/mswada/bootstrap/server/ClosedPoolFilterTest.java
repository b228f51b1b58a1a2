package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mswada.db.connection.PoolGeneration;

/** What of HikariCP's warnings comes to the log, as logback.xml says. */
final class ClosedPoolFilterTest {
    private static final String HIKARI = "com.zaxxer.hikari.pool.PoolBase";

    @Test
    void that_an_unreachable_pool_was_closed_is_not_logged_and_all_else_is() throws Exception {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(ClosedPoolFilter.class.getResource("/logback.xml"));
        SQLException closed = new SQLNonTransientConnectionException(PoolGeneration.CLOSED);

        assertThat(decision(context, HIKARI, closed)).isEqualTo(FilterReply.DENY);
        assertThat(decision(context, HIKARI, new SQLException("password authentication failed")))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decision(context, "org.mswada.db", closed)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decision(context, HIKARI, null)).isEqualTo(FilterReply.NEUTRAL);
        context.stop();
    }

    private static FilterReply decision(LoggerContext context, String logger, @Nullable Throwable thrown) {
        ILoggingEvent event = new LoggingEvent(null, context.getLogger(logger), Level.WARN,
                "Pool is empty, failed to create/setup connection", thrown, null);
        return context.getLogger("ROOT").getAppender("STDERR").getFilterChainDecision(event);
    }
}
