package org.mswada.bootstrap.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.StoppableSource;
import org.mswada.application.importing.TouchedJurisdictions;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.ServerComponent;
import org.mswada.domain.user.Actor;
import picocli.CommandLine;

/** One run of an import command, which a signal ends at the end of a batch. */
final class ImportExecution {
    private final ConfigOptions options;
    private final ImportOptions given;
    private final CommandLine command;
    private final PrintWriter talk;

    ImportExecution(ConfigOptions options, ImportOptions given, CommandLine command) {
        this.options = options;
        this.given = given;
        this.command = command;
        this.talk = command.getErr();
    }

    /**
     * Imports what {@code open} opens, does what follows once all is stored, and returns the exit code. A dry run does not do
     * what follows, for it depends on what is stored.
     */
    int run(Function<ServerComponent, BillSource> open) throws Exception {
        given.refuseWrongFiles(command);
        ImportStop stop = new ImportStop(talk::println);
        int code = ExitCode.FAILURE;
        try (Lifecycle lifecycle = new Lifecycle();
                @Nullable
                RejectsFile rejects = given.rejects().map(file -> RejectsFile.open(file, command)).orElse(null)) {
            DatabaseAccess database = DatabaseAccess.shared(options.read(), lifecycle, talk::println);
            prepare(database);
            ServerComponent component = database.component(lifecycle, new SimpleMeterRegistry());
            TouchedJurisdictions records = new TouchedJurisdictions(open.apply(component));
            try (StoppableSource source = new StoppableSource(records)) {
                stop.take(source);
                Optional.ofNullable(rejects).ifPresent(RejectsFile::begin);
                code = run(component, source, new ImportReport(talk, Optional.ofNullable(rejects)),
                        () -> new AfterImport(component, command).run(records.touched(), stop::isToldToStop));
            }
        } catch (Exception failure) {
            if (!stop.isToldToStop()) {
                throw failure;
            }
            code = FailureReport.tell(failure, talk);
        } finally {
            stop.ended(code);
        }
        return code;
    }

    private void prepare(DatabaseAccess database) throws Exception {
        if (given.isDryRun()) {
            database.check();
        } else {
            database.prepare();
        }
    }

    private int run(ServerComponent component, StoppableSource source, ImportReport report, BooleanSupplier after) {
        boolean isRead = false;
        try {
            ImportSummary summary = given.isDryRun()
                    ? component.rehearseImport().run(source, report)
                    : component.importRecords().run(Actor.OPERATOR, source, report).done();
            isRead = true;
            report.end(summary, given.isDryRun(), command.getOut());
            if (source.isCutShort()) {
                report.stopped(source.reached());
                return ExitCode.TRY_AGAIN;
            }
            if (!given.isDryRun() && !after.getAsBoolean()) {
                report.stoppedAfterwards();
                return ExitCode.TRY_AGAIN;
            }
            return summary.rejected() == 0 ? ExitCode.OK : ExitCode.FAILURE;
        } catch (RuntimeException trouble) {
            if (isRead) {
                report.stoppedAfterwards();
            } else {
                report.brokenOff(given.isDryRun(), source.reached());
            }
            throw trouble;
        }
    }
}
