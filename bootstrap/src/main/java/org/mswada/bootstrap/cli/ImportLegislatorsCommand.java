package org.mswada.bootstrap.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.SponsorSource;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.ServerComponent;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.storage.StorageException;
import org.mswada.importing.uscongress.UsLegislators;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Loads members of the US Congress, and finds out which sponsorships mean them. */
@Command(name = "legislators", mixinStandardHelpOptions = true, description = "Loads members of the US Congress: files "
        + "of the public unitedstates/congress-legislators project, JSON or CSV, plain or gzip. Sponsors that bills named "
        + "before get their parties, terms and identifiers; printed names are linked to whom they mean. Loading a file "
        + "again stores only what changed.")
final class ImportLegislatorsCommand implements Callable<Integer> {
    private static final JurisdictionCode UNITED_STATES = new JurisdictionCode("us");

    private final ConfigOptions options;
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;
    @CommandLine.Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = List.of();

    ImportLegislatorsCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        ImportOptions.refuseMissing(spec.commandLine(), files);
        PrintWriter talk = spec.commandLine().getErr();
        try (Lifecycle lifecycle = new Lifecycle()) {
            DatabaseAccess database = DatabaseAccess.shared(options.read(), lifecycle, talk::println);
            database.prepare();
            ServerComponent component = database.component(lifecycle, new SimpleMeterRegistry());
            ImportReport report = new ImportReport(talk, Optional.empty());
            try (SponsorSource source = UsLegislators.open(files)) {
                ImportSummary summary = component.importSponsors().run(source, report);
                report.end(summary, false, spec.commandLine().getOut());
                new AfterImport(component, spec.commandLine()).run(List.of(UNITED_STATES), () -> false);
                return summary.rejected() == 0 ? ExitCode.OK : ExitCode.FAILURE;
            } catch (StorageException trouble) {
                report.brokenOff(false, Optional.empty());
                throw trouble;
            }
        }
    }
}
