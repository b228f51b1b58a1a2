package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mswada.db.validation.ValidationLine;
import org.mswada.db.validation.ValidationReport;

/** Prints a validation for people: each promise, then the counts. */
final class DbValidationTable {
    private DbValidationTable() {}

    static void print(ValidationReport report, PrintWriter out) {
        report.lines().forEach(line -> print(line, out));
        out.println(report.database() + ", PostgreSQL " + report.serverVersion() + ": " + counts(report));
    }

    static String counts(ValidationReport report) {
        return Arrays.stream(ValidationLine.Verdict.values())
                .filter(verdict -> verdict == ValidationLine.Verdict.PASSED || report.count(verdict) > 0)
                .map(verdict -> report.count(verdict) + " " + label(verdict).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String label(ValidationLine.Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    private static void print(ValidationLine line, PrintWriter out) {
        out.println(String.format(Locale.ROOT, "%-12s %s", label(line.verdict()), line.name()));
        out.println("    expected  " + line.expected());
        out.println("    measured  " + line.measured());
        if (line.remedy() != null) {
            out.println("    to do     " + line.remedy());
        }
        out.println();
    }
}
