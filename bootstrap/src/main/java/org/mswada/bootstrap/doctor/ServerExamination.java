package org.mswada.bootstrap.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.AdminPort;
import org.mswada.bootstrap.server.ServerNotThere;
import tools.jackson.databind.JsonNode;

/** The server that runs with this configuration, or the ports that it would take. */
final class ServerExamination implements Examination {
    private static final String SUBJECT = "server";

    private final ServerConfig config;

    ServerExamination(ServerConfig config) {
        this.config = config;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public List<Diagnosis> examine() {
        AdminPort admin = new AdminPort(config);
        try {
            return List.of(readiness(admin), counters(admin.get("/health", "database").path("database")));
        } catch (ServerNotThere notThere) {
            return Stream.concat(Stream.of(Diagnosis.ok(SUBJECT, "none answers at " + admin.root())),
                    ports().stream()).toList();
        }
    }

    private static Diagnosis readiness(AdminPort admin) throws ServerNotThere {
        JsonNode probe = admin.get("/readyz", "status");
        String status = probe.path("status").asString("unknown");
        String found = status + " at " + admin.root();
        String reasons = probe.path("reasons").valueStream().map(JsonNode::asString)
                .collect(Collectors.joining(" "));
        return switch (status) {
            case "ready" -> Diagnosis.ok(SUBJECT, found);
            case "degraded" -> Diagnosis.warning(SUBJECT, found, reasons);
            default -> Diagnosis.failed(SUBJECT, found, reasons);
        };
    }

    private static Diagnosis counters(JsonNode database) {
        return Diagnosis.ok("served", Stream.of("queries", "failures", "retries", "slow", "p99_millis", "circuit")
                .map(name -> name + " " + database.path(name).asString("?")).collect(Collectors.joining(", ")));
    }

    private List<Diagnosis> ports() {
        List<Diagnosis> found = new ArrayList<>();
        for (int port : new int[]{
                config.httpPort(), config.adminPort()}) {
            found.add(port(port));
        }
        return found;
    }

    private Diagnosis port(int port) {
        String subject = "port " + port;
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(config.host()), port));
            return Diagnosis.ok(subject, "free");
        } catch (IOException e) {
            return Diagnosis.failed(subject, "cannot be listened on: " + e.getMessage(),
                    "Stop what uses it, or set another with --set http.port=PORT and --set admin.port=PORT.");
        }
    }
}
