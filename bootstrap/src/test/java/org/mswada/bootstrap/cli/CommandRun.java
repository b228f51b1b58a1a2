package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.mswada.support.testdatabase.TestDatabase;
import picocli.CommandLine;

/** A command that was run inside this JVM, and what came of it. */
public record CommandRun(int exitCode, String out, String err) {
    /** Runs a command with these environment variables and no others. */
    public static CommandRun of(Map<String, String> variables, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = MswadaCommand.commandLine(variables).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exitCode = line.execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    /** Returns the variables that name a database, and free ports. */
    public static Map<String, String> variables(TestDatabase database) {
        return new HashMap<>(Map.of("MSWADA_DB_URL", database.jdbcUrl(), "MSWADA_DB_USER", database.user(),
                "MSWADA_DB_PASSWORD", database.password(), "MSWADA_HTTP_PORT", "0", "MSWADA_ADMIN_PORT", "0"));
    }
}
