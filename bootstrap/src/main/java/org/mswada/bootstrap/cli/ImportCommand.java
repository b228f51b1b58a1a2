package org.mswada.bootstrap.cli;

import org.mswada.importing.interchange.InterchangeFiles;
import org.mswada.importing.uscongress.UsCongressBills;
import org.mswada.importing.uscongress.UsLegislators;
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
        return new CommandLine(new ImportCommand(options));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(),
                "Name a format: us-congress, interchange or legislators.");
    }

    @Command(name = "us-congress", mixinStandardHelpOptions = true, description = "Loads bills of the US Congress: one JSON object a line, as the public unitedstates/congress "
            + "project collects them, plain or gzip. Loading a file again stores only what changed.")
    int usCongress(@CommandLine.Mixin ImportOptions given) throws Exception {
        return new ImportExecution(options, given, spec.commandLine())
                .run(component -> UsCongressBills.open(given.files()));
    }

    @Command(name = "interchange", mixinStandardHelpOptions = true, description = "Loads jurisdictions, sessions, sponsors and bills of any legislature: one JSON object a line, as "
            + "docs/interchange.md describes it, plain or gzip. Loading a file again stores only what changed.")
    int interchange(@CommandLine.Mixin ImportOptions given) throws Exception {
        return new ImportExecution(options, given, spec.commandLine())
                .run(component -> InterchangeFiles.open(given.files(), component.storedReferences()));
    }

    @Command(name = "legislators", mixinStandardHelpOptions = true, description = "Loads members of the US Congress: files of the public unitedstates/congress-legislators "
            + "project, JSON or CSV, plain or gzip. Sponsors that bills named before get their parties, terms and "
            + "identifiers; then printed names are linked to whom they mean, and the work of sponsors is counted. Loading "
            + "a file again stores only what changed.")
    int legislators(@CommandLine.Mixin ImportOptions given) throws Exception {
        return new ImportExecution(options, given, spec.commandLine())
                .run(component -> UsLegislators.open(given.files()));
    }
}
