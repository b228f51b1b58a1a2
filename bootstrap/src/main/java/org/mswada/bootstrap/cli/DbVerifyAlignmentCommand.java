package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.AlignmentCheck;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.db.alignment.AlignmentReport;
import org.mswada.db.alignment.Finding;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Proves that what is deployed is what was meant. */
@Command(name = "verify-alignment", mixinStandardHelpOptions = true, description = "Compares the database with what this version means it to be: migrations, schema, "
        + "generated code, settings. Changes nothing.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
                "0:aligned; there may be warnings", "3:migrations are pending, and nothing else is wrong", "4:drift",
                "5:the database cannot be reached"})
final class DbVerifyAlignmentCommand implements Callable<Integer> {
    private final ConfigOptions options;

    @CommandLine.Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Option(names = "--accept", paramLabel = "OBJECT", description = "A difference that is meant, by its object as the report names it, "
            + "* for any text; such as 'grant on * to reporting'. May be repeated.")
    private List<String> accepted = new ArrayList<>();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    DbVerifyAlignmentCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        ServerConfig config = options.read();
        PrintWriter talk = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        try (Lifecycle lifecycle = new Lifecycle()) {
            DatabaseAccess access = DatabaseAccess.shared(config, lifecycle, talk::println);
            AlignmentReport report = new AlignmentCheck(access, talk::println).run().accepting(accepted);
            if (json) {
                out.println(Json.of(report));
            } else {
                DbAlignmentTable.print(report, out);
            }
            out.flush();
            return exitCode(report);
        }
    }

    static int exitCode(AlignmentReport report) {
        if (report.has(Finding.Severity.DRIFT)) {
            return ExitCode.DRIFT;
        }
        return report.has(Finding.Severity.PENDING) ? ExitCode.PENDING_MIGRATIONS : ExitCode.OK;
    }
}
