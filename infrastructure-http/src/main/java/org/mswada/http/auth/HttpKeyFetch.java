package org.mswada.http.auth;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for keys over HTTP; follows no redirects, so that the keys come from where the configuration says. */
final class HttpKeyFetch implements KeyFetch, AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int LARGEST = 256 * 1024;
    private static final int OK = 200;

    private final URI url;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    HttpKeyFetch(URI url) {
        this.url = url;
    }

    @Override
    public JWKSet fetch() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).header("Accept", "application/jwk-set+json, application/json")
                .timeout(LIMIT).build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            // The client's own time-out ends with the answer's head; this one is for the body too.
            return parse(answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            throw new IOException(String.valueOf(failed.getCause()), failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException("no answer within " + LIMIT, late);
        } finally {
            answer.cancel(true);
        }
    }

    private static JWKSet parse(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("the answer has status " + answer.statusCode());
        }
        try {
            return JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (ParseException noKeys) {
            throw new IOException("the answer is no JSON Web Key Set (RFC 7517)", noKeys);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
