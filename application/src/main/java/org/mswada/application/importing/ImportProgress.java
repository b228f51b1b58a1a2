package org.mswada.application.importing;

/** Hears what an import does, on the thread that runs it. */
public interface ImportProgress {
    /** Some more bills are stored or rejected; {@code summary} counts all so far. Comes before a failure is thrown, too. */
    void stored(ImportSummary summary);

    /** The item at this place was not stored. */
    void rejected(SourceLocation location, String reason);
}
