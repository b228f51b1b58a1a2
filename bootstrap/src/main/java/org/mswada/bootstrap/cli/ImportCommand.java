package org.mswada.bootstrap.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportSummary;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.ServerComponent;
import org.mswada.domain.storage.StorageException;
import org.mswada.importing.uscongress.UsCongressBills;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Loads bills and sponsors from somewhere else. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Loads bills or sponsors from files.", synopsisSubcommandLabel = "FORMAT")
final class ImportCommand implements Runnable {
    private final ConfigOptions options;
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    ImportCommand(ConfigOptions options) {
        this.options = options;
    }

    static CommandLine commandLine(ConfigOptions options) {
        return new CommandLine(new ImportCommand(options)).addSubcommand(new ImportLegislatorsCommand(options));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a format: us-congress or legislators.");
    }

    @Command(name = "us-congress", mixinStandardHelpOptions = true, description = "Loads bills of the US Congress: one JSON object a line, as the public unitedstates/congress "
            + "project collects them, plain or gzip. Loading a file again stores only what changed.")
    int usCongress(@CommandLine.Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files)
            throws Exception {
        refuseMissing(spec, files);
        PrintWriter talk = spec.commandLine().getErr();
        try (Lifecycle lifecycle = new Lifecycle()) {
            DatabaseAccess database = DatabaseAccess.shared(options.read(), lifecycle, talk::println);
            database.prepare();
            ServerComponent component = database.component(lifecycle, new SimpleMeterRegistry());
            ImportReport report = new ImportReport(talk, "bills");
            try (BillSource source = UsCongressBills.open(files)) {
                ImportSummary summary = component.importBills().run(source, report);
                report.end(summary, spec.commandLine().getOut());
                return summary.rejected() == 0 ? ExitCode.OK : ExitCode.FAILURE;
            } catch (StorageException trouble) {
                report.brokenOff();
                throw trouble;
            }
        }
    }

    /** Before a database is asked for anything: a mistyped name is no fault of the data. */
    static void refuseMissing(CommandLine.Model.CommandSpec spec, List<Path> files) {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new CommandLine.ParameterException(spec.commandLine(), "There is no file " + file
                        + " that can be read. Check its name; nothing was imported.");
            }
        }
    }
}
