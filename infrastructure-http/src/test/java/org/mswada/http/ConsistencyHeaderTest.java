package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.ConsistencyToken;

/** What a client has seen goes into its next request and comes back newer; units here see what a test tells them. */
final class ConsistencyHeaderTest {
    private static final String BILL = "/v1/bills/" + Samples.id(1);
    private static final ConsistencyToken OLD = new ConsistencyToken("7", 1, 100);
    private static final ConsistencyToken NEW = new ConsistencyToken("7", 1, 200);

    private final AtomicReference<@Nullable ConsistencyToken> stored = new AtomicReference<>();
    private final AtomicReference<Optional<ConsistencyToken>> required = new AtomicReference<>(Optional.empty());
    private final TestServer server = TestServer.start(() -> {
        CallContext call = CallContext.current().orElseThrow();
        required.set(call.token());
        Optional.ofNullable(stored.get()).ifPresent(call::noteToken);
    });

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_token_is_what_the_units_of_the_request_must_see() {
        HttpResponse<String> response = server.get(BILL, ConsistencyHeader.NAME, OLD.text());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(required.get()).contains(OLD);
    }

    @Test
    void the_newest_token_of_the_request_is_answered() {
        stored.set(NEW);

        assertThat(token(server.get(BILL))).contains(NEW.text());
        assertThat(token(server.get(BILL, ConsistencyHeader.NAME, OLD.text()))).contains(NEW.text());
        assertThat(token(server.get("/v1/bills"))).contains(NEW.text());
    }

    @Test
    void without_replicas_and_where_nothing_newer_was_seen_there_is_none() {
        assertThat(token(server.get(BILL))).isEmpty();
        assertThat(token(server.get(BILL, ConsistencyHeader.NAME, NEW.text()))).isEmpty();
        stored.set(OLD);
        assertThat(token(server.get(BILL, ConsistencyHeader.NAME, NEW.text()))).isEmpty();
    }

    @Test
    void it_changes_no_entity_tag_and_is_answered_when_nothing_was_modified() {
        String tag = server.get(BILL).headers().firstValue("etag").orElseThrow();
        stored.set(NEW);
        HttpResponse<String> again = server.get(BILL, "If-None-Match", tag, ConsistencyHeader.NAME, OLD.text());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("etag")).contains(tag);
        assertThat(token(again)).contains(NEW.text());
    }

    @Test
    void a_refusal_tells_it_too() {
        stored.set(NEW);
        HttpResponse<String> notFound = server.get("/v1/bills/" + Samples.id(999));

        assertThat(notFound.statusCode()).isEqualTo(404);
        assertThat(token(notFound)).contains(NEW.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0/16B3748", "AQAAAAAAAAAAAAAAAAAAAAAAAAAA", "AQAAAAAAAAAHAAAAAQAAAAAAAABkAA=="})
    void what_is_no_token_is_refused_by_the_name_of_the_header(String token) {
        HttpResponse<String> response = server.get(BILL, ConsistencyHeader.NAME, token);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("/problems/invalid-parameters", ConsistencyHeader.NAME);
    }

    @Test
    void two_tokens_are_refused() {
        HttpResponse<String> response = server.get(BILL, ConsistencyHeader.NAME, OLD.text(), ConsistencyHeader.NAME,
                NEW.text());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("2 times");
    }

    private static Optional<String> token(HttpResponse<String> response) {
        return response.headers().firstValue(ConsistencyHeader.NAME);
    }
}
