package org.mswada.bootstrap.cli;

import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole. */
@Command(name = "mswada", description = "Bills before parliament, over HTTP.", subcommands = CommandLine.HelpCommand.class, mixinStandardHelpOptions = true, versionProvider = VersionCommand.class)
public final class MswadaCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private MswadaCommand() {}

    /** Returns the command line, which reads its configuration from {@code variables}. */
    public static CommandLine commandLine(Map<String, String> variables) {
        ConfigOptions options = new ConfigOptions(variables);
        return new CommandLine(new MswadaCommand())
                .addMixin("configuration", options)
                .addSubcommand(new ServeCommand(options))
                .addSubcommand(new MigrateCommand(options))
                .addSubcommand(new FlywayCommand(options))
                .addSubcommand(ImportCommand.commandLine(options))
                .addSubcommand(new ConfigCommand(options))
                .addSubcommand(DbCommand.commandLine(options))
                .addSubcommand(new TokenCommand(options))
                .addSubcommand(new DoctorCommand(options))
                .addSubcommand(new VersionCommand())
                .addSubcommand(new AutoComplete.GenerateCompletion())
                .setExecutionExceptionHandler(new FailureReport());
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }
}
