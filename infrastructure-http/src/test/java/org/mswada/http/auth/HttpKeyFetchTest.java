package org.mswada.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpKeyFetchTest {
    private volatile int status = 200;
    private volatile String body = new JWKSet(TestIssuer.RSA).toString();
    private HttpServer issuer;
    private HttpKeyFetch fetch;

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        issuer.start();
        fetch = new HttpKeyFetch(URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/keys"));
    }

    @AfterEach
    void stop() {
        fetch.close();
        issuer.stop(0);
    }

    @Test
    void the_issuers_keys_are_read() throws Exception {
        assertThat(fetch.fetch().getKeys()).containsExactly(TestIssuer.RSA.toPublicJWK());
    }

    @Test
    void an_answer_that_is_no_key_set_is_told() {
        for (String strange : new String[]{"", "<html>", "{}", "[]", "{\"keys\":7}", "[".repeat(10_000)}) {
            body = strange;
            assertThatThrownBy(fetch::fetch).as(strange).isInstanceOf(IOException.class);
        }
    }

    @Test
    void redirects_errors_and_too_large_answers_are_refused() {
        for (int refused : new int[]{301, 404, 500}) {
            status = refused;
            assertThatThrownBy(fetch::fetch).isInstanceOf(IOException.class).hasMessageContaining("status " + refused);
        }
        status = 200;
        body = " ".repeat(300_000) + body;
        assertThatThrownBy(fetch::fetch).isInstanceOf(IOException.class);
    }
}
