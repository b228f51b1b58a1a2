package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A token, good or bad, is in nothing that is logged by us or answered, well or failing. */
final class NoTokenIsSaidTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    /** Silent in tests but for who listens to it. */
    private final Logger failures = (Logger) LoggerFactory.getLogger(FailureHandler.class);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.mswada");
    private final Level formerLevel = ours.getLevel();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            said.add(event.getFormattedMessage() + (event.getThrowableProxy() == null
                    ? ""
                    : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };

    @BeforeEach
    void listen() {
        listener.setContext(root.getLoggerContext());
        listener.start();
        root.addAppender(listener);
        failures.addAppender(listener);
        ours.setLevel(Level.TRACE);
    }

    @AfterEach
    void forget() {
        root.detachAppender(listener);
        failures.detachAppender(listener);
        ours.setLevel(formerLevel);
    }

    @Test
    void whether_it_is_good_or_bad_and_whatever_fails_behind_it() {
        String good = TestApi.token("ann", "clerk");
        String[] parts = good.split("\\.");
        List<String> tokens = List.of(good, good + "x", parts[0] + "." + parts[1] + ".AAAA", parts[1] + "." + parts[0]
                + "." + parts[2], "opaque-hush-hush", good + " " + good, good.repeat(20));
        try (TestServer well = TestServer.start(); TestServer broken = TestServer.start(() -> {
            throw new IllegalStateException("storage broke");
        })) {
            for (String token : tokens) {
                for (TestServer server : List.of(well, broken)) {
                    for (String scheme : new String[]{"Bearer ", "Basic ", ""}) {
                        HttpResponse<String> response = server.get("/v1/me", "Authorization", scheme + token);
                        said.add(response.body() + response.headers().map());
                    }
                }
            }
            for (String path : new String[]{"/health", "/metrics", "/readyz"}) {
                said.add(well.send("GET", well.server.adminPort(), path).body());
            }
        }
        List<String> secrets = new ArrayList<>(List.of(parts));
        secrets.add("opaque-hush-hush");
        for (String secret : secrets) {
            assertThat(said).noneMatch(words -> words.contains(secret));
        }
        assertThat(said).as("what was listened to").anyMatch(words -> words.contains("storage broke"))
                .hasSizeGreaterThan(40);
    }
}
