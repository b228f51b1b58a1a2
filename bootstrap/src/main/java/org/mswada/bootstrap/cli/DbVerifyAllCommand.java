package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.AlignmentCheck;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.ValidationRun;
import org.mswada.db.alignment.AlignmentReport;
import org.mswada.db.validation.DatabaseValidation;
import org.mswada.db.validation.ValidationReport;
import org.mswada.domain.storage.StorageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Both proofs and their scores: that the database is what is meant, and that the data layer keeps its promises on it. */
@Command(name = "verify-all", mixinStandardHelpOptions = true, description = "Runs verify-alignment and validate-migration, and ends with a scorecard.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:everything passed; there may be warnings", "1:a validation failed, and there is no drift",
        "3:migrations are pending, and nothing else is wrong", "4:drift",
        "5:the database cannot be reached to be compared",
        "75:nothing else is wrong, but something could not be measured now"})
final class DbVerifyAllCommand implements Callable<Integer> {
    private final ConfigOptions options;

    @CommandLine.Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Option(names = "--accept", paramLabel = "OBJECT", description = "A difference that is meant, as for verify-alignment. May be repeated.")
    private List<String> accepted = new ArrayList<>();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    DbVerifyAllCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        ServerConfig config = options.read();
        PrintWriter talk = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        try (Lifecycle lifecycle = new Lifecycle(); DbValidateLog _ = DbValidateLog.withoutPool()) {
            DatabaseAccess access = DatabaseAccess.shared(config, lifecycle, talk::println);
            AlignmentReport alignment = new AlignmentCheck(access, talk::println).run().accepting(accepted);
            ValidationReport validation = validate(new ValidationRun(config, access, talk::println), alignment);
            DbVerifyAllScorecard scorecard = DbVerifyAllScorecard.of(alignment, validation);
            if (json) {
                out.println(Json.of(new Everything(scorecard, alignment, validation)));
            } else {
                DbAlignmentTable.print(alignment, out);
                out.println();
                DbValidationTable.print(validation, out);
                out.println();
                scorecard.print(out);
            }
            out.flush();
            return exitCode(alignment, validation);
        }
    }

    /** What alignment found is told even when the database then has no connection to spare or is gone. */
    private static ValidationReport validate(ValidationRun run, AlignmentReport alignment)
            throws InterruptedException {
        try {
            return run.run();
        } catch (StorageException e) {
            return new ValidationReport(alignment.database(), alignment.serverVersion(),
                    List.of(DatabaseValidation.line("validation", "the promises of the data layer can be measured",
                            "", DatabaseValidation.unmeasured("validation", e))));
        }
    }

    private record Everything(DbVerifyAllScorecard scorecard, AlignmentReport alignment, ValidationReport validation) {}

    /** The worst first; a failed promise weighs more than what is only pending. */
    static int exitCode(AlignmentReport alignment, ValidationReport validation) {
        int aligned = DbVerifyAlignmentCommand.exitCode(alignment);
        int valid = DbValidateMigrationCommand.exitCode(validation);
        if (aligned == ExitCode.DRIFT || valid == ExitCode.OK) {
            return aligned;
        }
        return valid == ExitCode.FAILURE || aligned == ExitCode.OK ? valid : aligned;
    }
}
