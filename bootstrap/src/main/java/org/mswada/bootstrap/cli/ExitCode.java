package org.mswada.bootstrap.cli;

/** What the process's exit code says. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE_OR_CONFIGURATION = 2;
    static final int PENDING_MIGRATIONS = 3;

    private ExitCode() {}
}
