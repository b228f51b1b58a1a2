package org.mswada.db.alignment;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found about a database.
 *
 * @param database its URL
 * @param serverVersion the version of its server, such as 18.6
 * @param examined what was looked at
 * @param findings what is not as it should be
 */
public record AlignmentReport(String database, String serverVersion, List<Examined> examined, List<Finding> findings) {
    /** Keeps copies. */
    public AlignmentReport {
        examined = List.copyOf(examined);
        findings = List.copyOf(findings);
    }

    /** Returns whether there is a finding of this severity. */
    public boolean has(Finding.Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }

    /**
     * Returns the same with drift of these objects accepted.
     *
     * @param objects names of objects as findings tell them, {@code *} for any text
     */
    public AlignmentReport accepting(List<String> objects) {
        List<Pattern> accepted = objects.stream().map(AlignmentReport::pattern).toList();
        return new AlignmentReport(database, serverVersion, examined, findings.stream()
                .map(finding -> finding.severity() == Finding.Severity.DRIFT
                        && accepted.stream().anyMatch(pattern -> pattern.matcher(finding.object()).matches())
                                ? finding.accepted()
                                : finding)
                .toList());
    }

    private static Pattern pattern(String object) {
        return Pattern.compile(Stream.of(object.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }
}
