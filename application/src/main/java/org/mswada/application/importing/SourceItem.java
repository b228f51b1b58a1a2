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
     * @param sourceBytes how many bytes of the source were read for it, unpacked; bounds what is held in memory, for each
     *     part of a bill comes from its own bytes
     */
    record Read(SourceLocation location, ImportedBill bill, int sourceBytes) implements SourceItem {
        /** Refuses a bill that was read from nothing. */
        public Read {
            if (sourceBytes < 1) {
                throw new IllegalArgumentException(location + ": a bill was read from " + sourceBytes + " bytes");
            }
        }
    }

    /**
     * A place from which no bill could be read.
     *
     * @param location where it stands
     * @param reason what is wrong with it, and what to do; at most some lines, whatever stands there
     */
    record Broken(SourceLocation location, String reason) implements SourceItem {}
}
