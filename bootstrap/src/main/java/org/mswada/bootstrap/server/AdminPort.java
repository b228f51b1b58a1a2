package org.mswada.bootstrap.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
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
     * @throws ServerNotThere if nobody answers, or not in JSON
     */
    public JsonNode get(String path) throws ServerNotThere {
        URI uri = root.resolve(path);
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            HttpResponse<String> response = client.send(HttpRequest.newBuilder(uri).timeout(LIMIT).build(),
                    HttpResponse.BodyHandlers.ofString());
            return MAPPER.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerNotThere(uri, "asking was interrupted", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ServerNotThere(uri, "nobody answers", e);
        } catch (JacksonException e) {
            throw new ServerNotThere(uri, "what answers there is not Mswada", e);
        }
    }
}
