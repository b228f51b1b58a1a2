package org.mswada.bootstrap.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mswada.bootstrap.config.ServerConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the server that runs with a configuration, at its admin port. Safe for use by many threads. */
public final class AdminPort {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI root;

    /** Will ask where this configuration has it. */
    public AdminPort(ServerConfig config) {
        String host = ANY_ADDRESS.contains(config.host()) ? "127.0.0.1" : config.host();
        this.root = URI.create(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + config.adminPort());
    }

    /** Returns where the port is. */
    public URI root() {
        return root;
    }

    /**
     * Asks for a path, 5 s at most, and returns its JSON, whatever the status.
     *
     * @param member what the answer holds if it is Mswada's
     * @throws ServerNotThere if nobody answers, or somebody else
     */
    public JsonNode get(String path, String member) throws ServerNotThere {
        URI uri = root.resolve(path);
        HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
        try {
            String body = client.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS).body();
            JsonNode answer = MAPPER.readTree(body);
            if (!answer.has(member)) {
                throw new ServerNotThere(uri, "what answers there is not Mswada", null);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerNotThere(uri, "asking was interrupted", e);
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            throw new ServerNotThere(uri, "nobody answers", e);
        } catch (JacksonException e) {
            throw new ServerNotThere(uri, "what answers there is not Mswada", e);
        } finally {
            // Closing would wait for an answer that takes too long.
            client.shutdownNow();
        }
    }
}
