package org.mswada.bootstrap.cli;

/** What the process's exit code says. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE_OR_CONFIGURATION = 2;
    static final int PENDING_MIGRATIONS = 3;
    static final int DRIFT = 4;
    static final int DATABASE_UNREACHABLE = 5;
    /** The same of sysexits.h: what failed may well succeed later. */
    static final int TRY_AGAIN = 75;

    private ExitCode() {}
}
