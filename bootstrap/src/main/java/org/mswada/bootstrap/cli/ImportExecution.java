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
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.ServerComponent;
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

    /** Imports what {@code open} opens, and returns the exit code. */
    int run(Function<ServerComponent, BillSource> open) throws Exception {
        return run(open, (_, _) -> true);
    }

    /** Does the same, and what follows once all is stored; a dry run does not, for it depends on what is stored. */
    int run(Function<ServerComponent, BillSource> open, Sequel sequel) throws Exception {
        given.refuseWrongFiles(command);
        ImportStop stop = new ImportStop(talk::println);
        int code = ExitCode.FAILURE;
        try (Lifecycle lifecycle = new Lifecycle();
                @Nullable
                RejectsFile rejects = given.rejects().map(file -> RejectsFile.open(file, command)).orElse(null)) {
            DatabaseAccess database = DatabaseAccess.shared(options.read(), lifecycle, talk::println);
            prepare(database);
            ServerComponent component = database.component(lifecycle, new SimpleMeterRegistry());
            try (StoppableSource source = new StoppableSource(open.apply(component))) {
                stop.take(source);
                Optional.ofNullable(rejects).ifPresent(RejectsFile::begin);
                ImportReport report = new ImportReport(talk, Optional.ofNullable(rejects));
                code = run(component, source, report, () -> sequel.run(component, stop::isToldToStop));
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

    private int run(ServerComponent component, StoppableSource source, ImportReport report, BooleanSupplier sequel) {
        try {
            ImportSummary summary = given.isDryRun()
                    ? component.rehearseImport().run(source, report)
                    : component.importRecords().run(source, report);
            report.end(summary, given.isDryRun(), command.getOut());
            if (source.isCutShort()) {
                report.stopped(source.reached());
                return ExitCode.TRY_AGAIN;
            }
            if (!given.isDryRun() && !sequel.getAsBoolean()) {
                report.stoppedAfterwards();
                return ExitCode.TRY_AGAIN;
            }
            return summary.rejected() == 0 ? ExitCode.OK : ExitCode.FAILURE;
        } catch (RuntimeException trouble) {
            report.brokenOff(given.isDryRun(), source.reached());
            throw trouble;
        }
    }

    /** What an import does once all is stored. */
    @FunctionalInterface
    interface Sequel {
        /** Does it, or a part once {@code stopped} says so; returns whether it came to its end. Done again, it goes on. */
        boolean run(ServerComponent component, BooleanSupplier stopped);
    }
}
