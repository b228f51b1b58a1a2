package org.mswada.importing.interchange;

import java.nio.file.Path;
import java.util.List;

import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.KnownReferences;
import org.mswada.importing.lines.LineSource;

/**
 * Jurisdictions, sessions, sponsors and bills from files of the interchange format, as {@link LineSource} reads them. What
 * is wrong with a line is told all at once, each problem with a JSON Pointer (RFC 6901).
 */
public final class InterchangeFiles {
    private InterchangeFiles() {}

    /**
     * Reads these files in this order; opens each when its turn comes. Memory holds the current line, and what earlier lines
     * said of sessions and the identifiers of sponsors.
     *
     * @param stored what lines may refer to though no line before says it
     */
    public static BillSource open(List<Path> files, KnownReferences stored) {
        References references = new References(stored);
        return new LineSource(files, () -> new InterchangeParser(references));
    }
}
