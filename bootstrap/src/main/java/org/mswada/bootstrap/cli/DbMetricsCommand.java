package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mswada.bootstrap.server.AdminPort;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Shows what the running server counted of its database. */
@Command(name = "metrics", mixinStandardHelpOptions = true, description = "Asks the running server, at its admin port, what it counted of its database since its start.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:shown", "1:no server answers"})
final class DbMetricsCommand implements Callable<Integer> {
    private static final List<Meter> METERS = List.of(
            new Meter("queries", "units that ended, refused ones too"),
            new Meter("failures", "those that ended in trouble of storage"),
            new Meter("retries", "tries after the first"),
            new Meter("rerouted", "reads that failed on a replica and ran elsewhere at once"),
            new Meter("slow", "statements slower than db.slow-limit"),
            new Meter("average_millis", "mean time of a unit, with all waiting"),
            new Meter("p50_millis", "half of the units took at most this"),
            new Meter("p95_millis", "95 % of them took at most this"),
            new Meter("p99_millis", "99 % of them took at most this"),
            new Meter("circuit", "of the primary; closed: all units pass; open: none; half_open: a few"),
            new Meter("pool_size", "connections that are open"),
            new Meter("active_connections", "connections that are lent"),
            new Meter("available_connections", "connections that could be lent now, open or not"),
            new Meter("waiting_units", "units that wait for a connection"));

    private final ConfigOptions options;

    @CommandLine.Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    DbMetricsCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        JsonNode health = new AdminPort(options.read()).get("/health", "database");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(Map.of("database", health.path("database"), "slow_statements",
                    health.path("slow_statements"))));
        } else {
            Table.print(out, METERS.stream().map(meter -> List.of(meter.name(),
                    value(health.path("database").path(meter.name())), meter.meaning())).toList());
            printSlow(health.path("slow_statements"), out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private static String value(JsonNode node) {
        return node.isFloatingPointNumber() ? String.format(Locale.ROOT, "%.3f", node.asDouble()) : node.asString();
    }

    private static void printSlow(JsonNode statements, PrintWriter out) {
        if (statements.isEmpty()) {
            return;
        }
        out.println();
        Table.print(out, Stream.concat(Stream.of(List.of("operation", "ms", "rows", "slowest statements")),
                statements.valueStream().map(each -> List.of(each.path("operation").asString(),
                        value(each.path("millis")), each.path("rows").asString(), each.path("sql").asString())))
                .toList());
    }

    /** What the server counts. */
    private record Meter(String name, String meaning) {}
}
