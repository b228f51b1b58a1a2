package org.mswada.bootstrap.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Keeps the pool from logging each connection that is broken on purpose, until it is closed. */
final class DbValidateLog implements AutoCloseable {
    private final Logger logger;
    private final @Nullable Level before;

    private DbValidateLog(Logger logger) {
        this.logger = logger;
        this.before = logger.getLevel();
        logger.setLevel(Level.ERROR);
    }

    static DbValidateLog withoutPool() {
        return new DbValidateLog((Logger) LoggerFactory.getLogger("com.zaxxer.hikari"));
    }

    @Override
    public void close() {
        logger.setLevel(before);
    }
}
