package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.HealthLook;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.db.health.ServerStatus;
import org.mswada.db.service.HealthCheckResult;
import org.mswada.db.service.ServerHealth;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Says whether the database is well, seen from here. */
@Command(name = "health", mixinStandardHelpOptions = true, description = "Asks the database how it is, as the server would. Changes nothing.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:healthy", "1:degraded; the issues say why", "5:the database does not answer, or lets us not in"})
final class DbHealthCommand implements Callable<Integer> {
    private final ConfigOptions options;

    @CommandLine.Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    DbHealthCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        ServerConfig config = options.read();
        PrintWriter talk = spec.commandLine().getErr();
        try (Lifecycle lifecycle = new Lifecycle()) {
            DatabaseAccess access = DatabaseAccess.shared(config, lifecycle, talk::println);
            HealthCheckResult health = HealthLook.at(access, lifecycle);
            print(access.server().url(), health, spec.commandLine().getOut());
            return switch (health.status()) {
                case HEALTHY -> ExitCode.OK;
                case DEGRADED -> ExitCode.FAILURE;
                case UNHEALTHY -> ExitCode.DATABASE_UNREACHABLE;
            };
        }
    }

    private void print(String url, HealthCheckResult health, PrintWriter out) {
        if (json) {
            out.println(Json.of(Shown.of(url, health)));
        } else {
            Shown shown = Shown.of(url, health);
            Table.print(out, List.of(List.of("database", shown.database()), List.of("status", shown.status()),
                    List.of("role", shown.role()),
                    List.of("latency", String.format(Locale.ROOT, "%.1f ms", shown.latencyMillis())),
                    List.of("circuit", shown.circuit())));
            printServers(health.servers(), out);
            shown.issues().forEach(out::println);
        }
        out.flush();
    }

    /** One that has no replicas has said all above. */
    private static void printServers(List<ServerHealth> servers, PrintWriter out) {
        if (servers.size() > 1) {
            out.println();
            Table.print(out, Stream.concat(Stream.of(List.of("server", "role", "takes", "lag", "latency")),
                    servers.stream().map(ServerHealth::status).map(DbHealthCommand::line)).toList());
        }
    }

    private static List<String> line(ServerStatus server) {
        return List.of(server.name(), Shown.label(server.role()),
                server.isWriter() ? "writes" : server.fit() ? "reads" : "nothing",
                server.lag().map(lag -> lag.toMillis() + " ms").orElse(""),
                String.format(Locale.ROOT, "%.1f ms", server.latency().toNanos() / 1e6));
    }

    /** The health as it is printed. */
    private record Shown(String database, String status, List<String> issues, String role, String circuit,
            double latencyMillis, List<ShownServer> servers) {
        static Shown of(String url, HealthCheckResult health) {
            return new Shown(url, label(health.status()), health.issues(), label(health.role()),
                    label(health.circuit()), health.latency().toNanos() / 1e6,
                    health.servers().stream().map(ServerHealth::status).map(ShownServer::of).toList());
        }

        private static String label(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A server as it is printed. */
    private record ShownServer(String name, String role, boolean takesWrites, boolean takesReads,
            double latencyMillis) {
        static ShownServer of(ServerStatus server) {
            return new ShownServer(server.name(), Shown.label(server.role()), server.isWriter(), server.fit(),
                    server.latency().toNanos() / 1e6);
        }
    }
}
