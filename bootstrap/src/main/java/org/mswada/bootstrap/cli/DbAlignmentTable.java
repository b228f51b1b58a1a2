package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mswada.db.alignment.AlignmentReport;
import org.mswada.db.alignment.Examined;
import org.mswada.db.alignment.Finding;

/** Prints a report for people: each finding, then a line for each area. */
final class DbAlignmentTable {
    private static final String INDENT = "              ";

    private DbAlignmentTable() {}

    static void print(AlignmentReport report, PrintWriter out) {
        report.findings().forEach(finding -> print(finding, out));
        out.println(report.database() + ", PostgreSQL " + report.serverVersion());
        report.examined().forEach(examined -> print(examined, report, out));
    }

    private static void print(Finding finding, PrintWriter out) {
        out.println(String.format(Locale.ROOT, "%-9s %s", finding.severity(), finding.object()));
        line("expected", finding.expected(), out);
        line("found", finding.found(), out);
        line("to do", finding.remedy(), out);
        out.println();
    }

    private static void line(String label, String text, PrintWriter out) {
        out.println(String.format(Locale.ROOT, "    %-9s %s", label,
                text.strip().lines().collect(Collectors.joining("\n" + INDENT))));
    }

    private static void print(Examined examined, AlignmentReport report, PrintWriter out) {
        String counts = Arrays.stream(Finding.Severity.values()).map(severity -> count(examined, severity, report))
                .filter(count -> !count.isEmpty()).collect(Collectors.joining(", "));
        out.println(String.format(Locale.ROOT, "%-11s %-50s %s", lower(examined.area()), examined.what(),
                counts.isEmpty() ? examined.compared() ? "aligned" : "not compared" : counts));
    }

    private static String count(Examined examined, Finding.Severity severity, AlignmentReport report) {
        long count = report.findings().stream()
                .filter(finding -> finding.area() == examined.area() && finding.severity() == severity).count();
        return count == 0 ? "" : count + " " + lower(severity);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
