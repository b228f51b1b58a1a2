package org.mswada.db.validation;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was found about a database and the data layer on it.
 *
 * @param database its URL
 * @param serverVersion the version of its server, such as 18.6
 * @param lines one for each promise
 */
public record ValidationReport(String database, String serverVersion, List<ValidationLine> lines) {
    /** Keeps a copy. */
    public ValidationReport {
        lines = List.copyOf(lines);
    }

    /** Returns how many lines have this verdict. */
    public long count(ValidationLine.Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }

    /** Returns the same with more lines. */
    public ValidationReport with(List<ValidationLine> more) {
        return new ValidationReport(database, serverVersion, Stream.concat(lines.stream(), more.stream()).toList());
    }
}
