package org.mswada.bootstrap.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What concerns the database alone. */
@Command(name = "db", mixinStandardHelpOptions = true, description = "Examines the database.")
final class DbCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private DbCommand() {}

    static CommandLine commandLine(ConfigOptions options) {
        return new CommandLine(new DbCommand())
                .addSubcommand(new DbHealthCommand(options))
                .addSubcommand(new DbMetricsCommand(options))
                .addSubcommand(new DbVerifyAlignmentCommand(options))
                .addSubcommand(new DbValidateMigrationCommand(options))
                .addSubcommand(new DbVerifyAllCommand(options));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name what to do with the database.");
    }
}
