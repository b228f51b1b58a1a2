package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.ValidationRun;
import org.mswada.db.validation.ValidationLine.Verdict;
import org.mswada.db.validation.ValidationReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Proves that the data layer keeps its promises on the database in use. */
@Command(name = "validate-migration", mixinStandardHelpOptions = true, description = "Measures whether the promises of the data layer hold on this database: circuit breaker, "
        + "health monitoring, retry, keep-alive, slow statements, routing, pool, rollback. Breaks only connections of its own "
        + "and stores nothing; takes 4 connections and some 15 seconds.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
                "0:everything passed", "1:something failed", "5:the database cannot be reached",
                "75:nothing failed, but something could not be measured now"})
final class DbValidateMigrationCommand implements Callable<Integer> {
    private final ConfigOptions options;

    @CommandLine.Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    DbValidateMigrationCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        ServerConfig config = options.read();
        PrintWriter talk = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        try (Lifecycle lifecycle = new Lifecycle(); DbValidateLog _ = DbValidateLog.withoutPool()) {
            DatabaseAccess access = DatabaseAccess.shared(config, lifecycle, talk::println);
            ValidationReport report = new ValidationRun(config, access, talk::println).run();
            if (json) {
                out.println(Json.of(report));
            } else {
                DbValidationTable.print(report, out);
            }
            out.flush();
            return exitCode(report);
        }
    }

    static int exitCode(ValidationReport report) {
        if (report.count(Verdict.FAILED) > 0) {
            return ExitCode.FAILURE;
        }
        return report.count(Verdict.NOT_MEASURED) > 0 ? ExitCode.TRY_AGAIN : ExitCode.OK;
    }
}
