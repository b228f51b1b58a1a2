package org.mswada.bootstrap;

import org.mswada.bootstrap.cli.MswadaCommand;

/** Where the process begins. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(MswadaCommand.commandLine(System.getenv()).execute(arguments));
    }
}
