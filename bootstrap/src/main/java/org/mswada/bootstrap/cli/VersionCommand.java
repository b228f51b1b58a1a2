package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import org.mswada.bootstrap.doctor.Release;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Says which build this is. */
@Command(name = "version", mixinStandardHelpOptions = true, description = "Says which build this is and what runs it.")
final class VersionCommand implements Runnable, CommandLine.IVersionProvider {
    @CommandLine.Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        Release release = Release.current();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(release));
        } else {
            out.println(release.line());
            out.println("Java    " + release.java());
            out.println("system  " + release.system());
        }
        out.flush();
    }

    @Override
    public String[] getVersion() {
        return new String[]{
                Release.current().line()};
    }
}
