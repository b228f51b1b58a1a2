package org.mswada.bootstrap.cli;

import org.mswada.bootstrap.config.InvalidConfig;
import org.mswada.bootstrap.server.SchemaBehind;
import org.mswada.bootstrap.server.ServerNotThere;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageTimeout;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.TransientConflict;
import org.mswada.http.PortUnavailableException;
import org.mswada.migrations.MigrationFailed;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresException;
import picocli.CommandLine;

/** Says in words what ended a command. A failure that nobody foresaw shows its stack trace, for it is a bug. */
final class FailureReport implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        switch (failure) {
            case InvalidConfig invalid -> {
                command.getErr().println(invalid.getMessage());
                return ExitCode.USAGE_OR_CONFIGURATION;
            }
            case SchemaBehind behind -> {
                command.getErr().println(behind.getMessage());
                return ExitCode.PENDING_MIGRATIONS;
            }
            case StorageUnavailable away -> {
                command.getErr().println(away.getMessage());
                return ExitCode.DATABASE_UNREACHABLE;
            }
            case StorageOverloaded _,StorageTimeout _,TransientConflict _ -> {
                command.getErr().println(failure.getMessage());
                return ExitCode.TRY_AGAIN;
            }
            case InterruptedException _ -> {
                command.getErr().println("It was interrupted before it was done, and what it had started is closed. "
                        + "Run it again.");
                return ExitCode.TRY_AGAIN;
            }
            case StorageException foreseen -> command.getErr().println(foreseen.getMessage());
            case MigrationFailed foreseen -> {
                command.getErr().println(foreseen.getMessage());
                return codeOf(foreseen);
            }
            case EmbeddedPostgresException foreseen -> command.getErr().println(foreseen.getMessage());
            case ServerNotThere foreseen -> command.getErr().println(foreseen.getMessage());
            case PortUnavailableException foreseen -> command.getErr().println(foreseen.getMessage());
            default -> {
                command.getErr().println("This is a bug of Mswada; please report it with what follows:");
                failure.printStackTrace(command.getErr());
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
