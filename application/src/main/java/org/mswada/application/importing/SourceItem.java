package org.mswada.application.importing;

/** What a source yields: a bill, or the reason why there is none at this place. */
public sealed interface SourceItem {
    /** Where it stands. */
    SourceLocation location();

    /**
     * A bill that was read.
     *
     * @param location where it stands
     * @param bill what the source says of it
     */
    record Read(SourceLocation location, ImportedBill bill) implements SourceItem {}

    /**
     * A place from which no bill could be read.
     *
     * @param location where it stands
     * @param reason what is wrong with it, and what to do
     */
    record Broken(SourceLocation location, String reason) implements SourceItem {}
}
