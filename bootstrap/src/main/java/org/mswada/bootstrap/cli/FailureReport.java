package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import org.mswada.bootstrap.config.InvalidConfig;
import org.mswada.bootstrap.server.SchemaBehind;
import org.mswada.bootstrap.server.ServerNotThere;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.TransientConflict;
import org.mswada.http.PortUnavailableException;
import org.mswada.http.auth.DevelopmentKeyUnusable;
import org.mswada.migrations.MigrationFailed;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresException;
import picocli.CommandLine;

/** Says in words what ended a command. A failure that nobody foresaw shows its stack trace, for it is a bug. */
final class FailureReport implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        return tell(failure, command.getErr());
    }

    /** Says what ended a command, and returns the exit code for it. */
    static int tell(Exception failure, PrintWriter talk) {
        switch (failure) {
            case InvalidConfig invalid -> {
                talk.println(invalid.getMessage());
                return ExitCode.USAGE_OR_CONFIGURATION;
            }
            case SchemaBehind behind -> {
                talk.println(behind.getMessage());
                return ExitCode.PENDING_MIGRATIONS;
            }
            case StorageUnavailable away -> {
                talk.println(away.getMessage());
                return ExitCode.DATABASE_UNREACHABLE;
            }
            case StorageOverloaded _,StorageTimeout _,TransientConflict _ -> {
                talk.println(failure.getMessage());
                return ExitCode.TRY_AGAIN;
            }
            case InterruptedException _ -> {
                talk.println("It was interrupted before it was done, and what it had started is closed. "
                        + "Run it again.");
                return ExitCode.TRY_AGAIN;
            }
            case StorageException foreseen -> talk.println(foreseen.getMessage());
            case MigrationFailed foreseen -> {
                talk.println(foreseen.getMessage());
                return codeOf(foreseen);
            }
            case EmbeddedPostgresException foreseen -> talk.println(foreseen.getMessage());
            case ServerNotThere foreseen -> talk.println(foreseen.getMessage());
            case RejectsFile.Unwritable foreseen -> talk.println(foreseen.getMessage());
            case PortUnavailableException foreseen -> talk.println(foreseen.getMessage());
            case DevelopmentKeyUnusable foreseen -> talk.println(foreseen.getMessage());
            default -> {
                talk.println("This is a bug of Mswada; please report it with what follows:");
                failure.printStackTrace(talk);
            }
        }
        return ExitCode.FAILURE;
    }

    private static int codeOf(MigrationFailed failed) {
        if (failed.isUnreachable()) {
            return ExitCode.DATABASE_UNREACHABLE;
        }
        return failed.isDrift() ? ExitCode.DRIFT : ExitCode.FAILURE;
    }
}
