package org.mswada.bootstrap.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterators;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.StreamSupport;
import org.slf4j.LoggerFactory;

/**
 * Listens, while it is open, to every event of every logger at its finest, with exceptions, and to the standard streams, and
 * keeps what holds a word that nobody may say. While nothing else runs in this JVM.
 */
final class EverythingSaid implements AutoCloseable {
    private final String word;
    private final List<String> found = new CopyOnWriteArrayList<>();
    private final AtomicLong events = new AtomicLong();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<Appender<ILoggingEvent>> formerAppenders = StreamSupport
            .stream(Spliterators.spliteratorUnknownSize(root.iteratorForAppenders(), 0), false).toList();
    private final Map<Logger, Level> formerLevels = new HashMap<>();
    private final java.util.logging.Logger driver = java.util.logging.Logger.getLogger("");
    private final java.util.logging.Level formerDriverLevel = driver.getLevel();
    private final List<Handler> formerHandlers = List.of(driver.getHandlers());
    private final PrintStream formerOut = System.out;
    private final PrintStream formerErr = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Appender<ILoggingEvent> appender = new Listening();
    private final Handler handler = new ListeningToDriver();

    EverythingSaid(String word) {
        this.word = word;
        root.getLoggerContext().getLoggerList().forEach(logger -> formerLevels.put(logger, logger.getLevel()));
        formerLevels.keySet().forEach(logger -> logger.setLevel(logger == root ? Level.TRACE : null));
        formerAppenders.forEach(root::detachAppender);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        formerHandlers.forEach(driver::removeHandler);
        handler.setLevel(java.util.logging.Level.ALL);
        driver.addHandler(handler);
        driver.setLevel(java.util.logging.Level.ALL);
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    /** Hears what was said somewhere else. */
    void hear(String where, String text) {
        events.incrementAndGet();
        if (text.contains(word)) {
            found.add(where + ": " + text);
        }
    }

    /** Returns what held the word. */
    List<String> found() {
        hear("standard streams", printed.toString(StandardCharsets.UTF_8));
        return List.copyOf(found);
    }

    /** Returns how much was listened to. */
    long events() {
        return events.get();
    }

    @Override
    public void close() {
        System.setOut(formerOut);
        System.setErr(formerErr);
        driver.setLevel(formerDriverLevel);
        driver.removeHandler(handler);
        formerHandlers.forEach(driver::addHandler);
        root.detachAppender(appender);
        formerAppenders.forEach(root::addAppender);
        formerLevels.forEach(Logger::setLevel);
    }

    /** Of our own loggers and the libraries'. */
    private final class Listening extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            hear(event.getLoggerName(), event.getFormattedMessage() + event.getKeyValuePairs()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    }

    /** Of the JDBC driver and the JDK. */
    private final class ListeningToDriver extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord event) {
            hear(String.valueOf(event.getLoggerName()), formatter.format(event));
        }

        @Override
        public void flush() {
            // There is nothing between here and the list.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
