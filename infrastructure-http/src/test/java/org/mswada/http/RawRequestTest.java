package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client library would send. */
final class RawRequestTest {
    private static final TestServer SERVER = TestServer.start();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n\0\1\2\r\n\r\n", "GET\r\n\r\n", "GET /v1/bills\r\n\r\n",
            "GET /v1/bills HTTP/9.9\r\n\r\n",
            "GET /v1/bills HTTP/1.1\r\n\r\n", "<xml/> / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /v1/bills HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET /v1/bills HTTP/1.1\r\nHost: a\r\nBroken Header: x\r\n\r\n",
            "GET /v1/bills HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
            "GET /v1/bills HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"})
    void a_garbled_request_is_a_problem_or_a_closed_connection(String request) throws IOException {
        String answer = SERVER.raw(request);

        if (!answer.isEmpty()) {
            assertThat(answer).containsPattern("^HTTP/1.1 (400|505) ");
            assertProblem(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/bills/../../etc/passwd", "/v1/bills/%2e%2e/%2e%2e/etc/passwd", "/../..",
            "/v1/bills/..;/x",
            "/v1/bills/%2F", "/v1/bills/%252F", "/v1/bills/%zz", "/v1/bills/%ff", "/v1/bills/%c0%af", "/v1/bills/%00",
            "/v1/bills/%5c..%5c", "//v1//bills", "/v1/bills/us/113/%2F", "/v1/bills/us/113/%", "/v1/bills;a=b", "*",
            "/v1/bills/us/%2e%2e/HR1", "http://elsewhere/v1/nowhere", "/v1/bills/us/113/\u00e9", "/v1/bills#x",
            "v1/bills"})
    void a_strange_path_is_refused_or_not_found(String path) throws IOException {
        String answer = SERVER.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 (400|404) ");
        assertProblem(answer);
    }

    @Test
    void a_huge_header_is_a_problem() throws IOException {
        String answer = SERVER.raw("GET /v1/bills HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(40_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("/problems/headers-too-large");
        assertProblem(answer);
    }

    @Test
    void a_huge_path_is_a_problem() throws IOException {
        String answer = SERVER.raw("GET /" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 414 ").contains("/problems/uri-too-long");
        assertProblem(answer);
    }

    @Test
    void a_request_to_change_to_websocket_is_an_ordinary_request() throws IOException {
        String answer = SERVER
                .raw("GET /nowhere HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ");
        assertProblem(answer);
    }

    private static void assertProblem(String answer) {
        assertThat(answer).containsIgnoringCase("Content-Type: application/problem+json").doesNotContain("<html",
                "\tat ");
        String body = answer.substring(answer.indexOf("\r\n\r\n"));
        assertThat(TestServer.JSON.readTree(body).get("trace_id").asString()).matches("[0-9a-f]{32}");
        assertThat(answer)
                .containsIgnoringCase("X-Trace-Id: " + TestServer.JSON.readTree(body).get("trace_id").asString());
    }
}
