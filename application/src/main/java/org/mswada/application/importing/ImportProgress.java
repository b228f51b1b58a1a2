package org.mswada.application.importing;

/** Hears what an import does, on the thread that runs it. */
public interface ImportProgress {
    /** Some more records are stored or rejected; {@code summary} counts all so far. Comes before a failure is thrown, too. */
    void stored(ImportSummary summary);

    /** This is not stored. */
    void rejected(Rejection rejection);
}
