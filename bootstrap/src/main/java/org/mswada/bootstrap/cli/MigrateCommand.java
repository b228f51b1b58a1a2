package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.migrations.SchemaMigrator;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Brings the schema of the database up to date. */
@Command(name = "migrate", mixinStandardHelpOptions = true, description = "Applies the migrations that the database has not seen.")
final class MigrateCommand implements Callable<Integer> {
    private final ConfigOptions options;
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    MigrateCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        ServerConfig config = options.read();
        PrintWriter talk = spec.commandLine().getErr();
        try (Lifecycle lifecycle = new Lifecycle()) {
            SchemaMigrator migrator = DatabaseAccess.shared(config, lifecycle, talk::println).migrator();
            int applied = migrator.migrate();
            spec.commandLine().getOut().println(applied == 0
                    ? "The schema is up to date."
                    : "Applied " + applied + (applied == 1 ? " migration." : " migrations."));
            // What a newer release applied keeps this one from nothing, but somebody may have meant another database.
            migrator.history().drift().forEach(migration -> talk.println(migration.trouble()));
            return ExitCode.OK;
        }
    }
}
