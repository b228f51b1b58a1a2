package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.mswada.bootstrap.doctor.Diagnosis;
import org.mswada.bootstrap.doctor.Doctor;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks at everything, for a person who wants to help. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Looks at the machine, the configuration, the server and the database, in one report without secrets. Changes nothing.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:nothing is broken; there may be warnings", "1:something is broken"})
final class DoctorCommand implements Callable<Integer> {
    private final ConfigOptions options;

    @CommandLine.Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    DoctorCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("looking ...");
        List<Diagnosis> found = new Doctor(options.sources()).examine();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(found));
        } else {
            Table.print(out, found.stream().map(each -> List.of(each.verdict().name(), each.subject(), each.found()))
                    .toList());
            found.stream().filter(each -> !each.remedy().isEmpty())
                    .forEach(each -> out.println("\n" + each.subject() + ": " + each.remedy()));
        }
        out.flush();
        return found.stream().anyMatch(each -> each.verdict() == Diagnosis.Verdict.FAILED)
                ? ExitCode.FAILURE
                : ExitCode.OK;
    }
}
