package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mswada.db.alignment.AlignmentReport;
import org.mswada.db.alignment.Examined;
import org.mswada.db.alignment.Finding;
import org.mswada.db.validation.ValidationLine;
import org.mswada.db.validation.ValidationReport;

/**
 * All that was looked at, a line each.
 *
 * @param lines one for each area of the alignment and each promise
 * @param passed how many are well
 * @param failed how many are not
 * @param warnings how many work and may not when it matters, are pending, or could not be measured
 */
record DbVerifyAllScorecard(List<Line> lines, long passed, long failed, long warnings) {
    /** How one thing stands. */
    enum Score {
        PASSED, FAILED, WARNING
    }

    /** One thing that was looked at. */
    record Line(String name, Score score, String why) {}

    static DbVerifyAllScorecard of(AlignmentReport alignment, ValidationReport validation) {
        List<Line> lines = new ArrayList<>();
        alignment.examined().forEach(examined -> lines.add(line(examined, alignment)));
        validation.lines().forEach(line -> lines.add(line(line)));
        return new DbVerifyAllScorecard(List.copyOf(lines), count(lines, Score.PASSED), count(lines, Score.FAILED),
                count(lines, Score.WARNING));
    }

    private static long count(List<Line> lines, Score score) {
        return lines.stream().filter(line -> line.score() == score).count();
    }

    private static Line line(Examined examined, AlignmentReport alignment) {
        List<Finding> findings = alignment.findings().stream().filter(finding -> finding.area() == examined.area())
                .toList();
        long drift = count(findings, Finding.Severity.DRIFT);
        long pending = count(findings, Finding.Severity.PENDING);
        long warnings = count(findings, Finding.Severity.WARNING);
        String name = examined.area().name().toLowerCase(Locale.ROOT);
        if (drift > 0) {
            return new Line(name, Score.FAILED, drift + " drift");
        }
        if (pending + warnings > 0 || !examined.compared()) {
            return new Line(name, Score.WARNING, examined.compared()
                    ? pending + " pending, " + warnings + " warnings"
                    : examined.what());
        }
        return new Line(name, Score.PASSED, examined.what());
    }

    private static long count(List<Finding> findings, Finding.Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    private static Line line(ValidationLine line) {
        Score score = switch (line.verdict()) {
            case PASSED -> Score.PASSED;
            case FAILED -> Score.FAILED;
            case NOT_MEASURED -> Score.WARNING;
        };
        return new Line(line.name(), score, line.verdict() == ValidationLine.Verdict.NOT_MEASURED
                ? "could not be measured: " + line.measured()
                : line.measured());
    }

    void print(PrintWriter out) {
        lines.forEach(line -> out.println(String.format(Locale.ROOT, "%-8s %-20s %s", line.score(), line.name(),
                line.why())));
        out.println(passed + " passed, " + failed + " failed, " + warnings + " warnings");
    }
}
