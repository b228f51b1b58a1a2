package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.function.Function;
import org.mswada.bootstrap.config.Environment;
import org.mswada.bootstrap.config.InvalidConfig;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.migrations.MigrationHistory;
import org.mswada.migrations.SchemaMigrator;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs of Flyway on the shipped migrations, for the configured database. */
@Command(name = "flyway", mixinStandardHelpOptions = true, description = "Applies, shows, checks and mends migrations.", synopsisSubcommandLabel = "VERB")
final class FlywayCommand implements Runnable {
    private static final String AS_JSON = "Prints JSON.";

    private final ConfigOptions options;
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    FlywayCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(),
                "Name a verb: migrate, info, validate, repair, baseline or clean.");
    }

    @Command(name = "migrate", mixinStandardHelpOptions = true, description = "Applies the migrations that the database has not seen. Exit code 4: one applied before was changed.")
    int migrate(@CommandLine.Option(names = "--json", description = AS_JSON) boolean json) throws InvalidConfig {
        print(json).applied(on(SchemaMigrator::apply));
        return ExitCode.OK;
    }

    @Command(name = "info", mixinStandardHelpOptions = true, description = "Lists all migrations. Exit code 3: some are not applied yet.")
    int info(@CommandLine.Option(names = "--json", description = AS_JSON) boolean json) throws InvalidConfig {
        MigrationHistory history = on(SchemaMigrator::history);
        print(json).info(history);
        return history.pending().isEmpty() ? ExitCode.OK : ExitCode.PENDING_MIGRATIONS;
    }

    @Command(name = "validate", mixinStandardHelpOptions = true, description = "Says whether exactly the migrations of this release are applied. Exit code 3: some are not yet; 4: the database "
            + "has seen other ones, a newer release's included.")
    int validate(@CommandLine.Option(names = "--json", description = AS_JSON) boolean json) throws InvalidConfig {
        MigrationHistory history = on(SchemaMigrator::history);
        print(json).validation(history);
        if (!history.drift().isEmpty()) {
            return ExitCode.DRIFT;
        }
        return history.pending().isEmpty() ? ExitCode.OK : ExitCode.PENDING_MIGRATIONS;
    }

    @Command(name = "repair", mixinStandardHelpOptions = true, description = "Mends the history of migrations, never the schema: forgets failed ones, and takes over this release's checksums.")
    int repair(@CommandLine.Option(names = "--json", description = AS_JSON) boolean json) throws InvalidConfig {
        print(json).repaired(on(SchemaMigrator::repair));
        return ExitCode.OK;
    }

    @Command(name = "baseline", mixinStandardHelpOptions = true, description = "Takes over a database that has the schema of a migration and no history.")
    int baseline(
            @CommandLine.Option(names = "--baseline-version", required = true, paramLabel = "VERSION", description = "The migration whose schema it has, such as 0004; 0 if it only "
                    + "holds what is somebody else's.") String version)
            throws InvalidConfig {
        on(migrator -> {
            migrator.baseline(version);
            return ExitCode.OK;
        });
        spec.commandLine().getOut().println("Taken over at " + version + ". Run 'mswada migrate' for what follows.");
        return ExitCode.OK;
    }

    @Command(name = "clean", mixinStandardHelpOptions = true, description = "Drops everything in the schema; in development only.")
    int clean(@CommandLine.Option(names = "--yes", description = "Says that you mean it.") boolean meant)
            throws InvalidConfig {
        if (options.read().environment() != Environment.DEVELOPMENT) {
            return refuse("'clean' drops every table with all data and is refused outside development. Nothing was "
                    + "changed. If the data are to go, drop the database with PostgreSQL's own tools.");
        }
        if (!meant) {
            return refuse("'clean' drops every table with all data. Nothing was changed. Add --yes if you mean it.");
        }
        on(migrator -> {
            migrator.clean();
            return ExitCode.OK;
        });
        spec.commandLine().getOut().println("Everything was dropped. Run 'mswada migrate' to begin again.");
        return ExitCode.OK;
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.USAGE_OR_CONFIGURATION;
    }

    private FlywayCommandOutput print(boolean json) {
        return new FlywayCommandOutput(spec.commandLine().getOut(), json);
    }

    private <T> T on(Function<SchemaMigrator, T> work) throws InvalidConfig {
        PrintWriter talk = spec.commandLine().getErr();
        try (Lifecycle lifecycle = new Lifecycle()) {
            return work.apply(DatabaseAccess.shared(options.read(), lifecycle, talk::println).migrator());
        }
    }
}
